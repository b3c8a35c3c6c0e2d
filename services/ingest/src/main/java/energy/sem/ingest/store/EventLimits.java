package energy.sem.ingest.store;

import java.time.Instant;
import java.util.Optional;

import energy.sem.event.Electricity;
import energy.sem.event.MBusReading;
import energy.sem.event.MonthPeak;
import energy.sem.event.TelegramEvent;
import energy.sem.event.Verdict.Finding;
import energy.sem.ingest.quarantine.Findings;

/**
 * What the tables can hold; of momentary values {@link FittingValues} leaves out what they cannot. Checked before a batch is written, because {@code INSERT IGNORE} cuts a value that is too
 * great instead of refusing it, and one event must not hold up the others.
 */
public final class EventLimits {
    private static final int NAME_LENGTH = 32;
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");
    private static final int SERIAL_LENGTH = 96;

    /** No register of any meter reaches a petawatt hour; sums of two stay far within 64 bits. */
    private static final long REGISTER = 1_000_000_000_000_000L;

    private static final int BYTE = 255;

    /** The first fault that was found. */
    private String fault;

    private EventLimits() {}

    /** What in this event cannot be stored, as a sentence; empty when all of it can. */
    public static Optional<String> fault(TelegramEvent event) {
        EventLimits limits = new EventLimits();
        limits.check(event);
        return Optional.ofNullable(limits.fault);
    }

    private void check(TelegramEvent event) {
        if (!isMeterName(event.meter())) {
            found("the meter's name \"" + event.meter() + "\" is not 1 to 32 lower-case letters and digits");
        }
        time("at", event.at());
        if (event.electricity() != null) {
            check(event.electricity());
            serial(Subject.serial(event, event.electricity()));
        }
        for (MBusReading reading : event.devices()) {
            check(reading);
        }
        for (MonthPeak peak : event.monthPeaks()) {
            check(peak);
        }
        if (Findings.isImplausible(event)) {
            check(Findings.of(event));
        }
    }

    private static boolean isMeterName(String name) {
        for (int i = 0; i < name.length(); i++) {
            char character = name.charAt(i);
            if ((character < 'a' || character > 'z') && (character < '0' || character > '9')) {
                return false;
            }
        }
        return !name.isEmpty() && name.length() <= NAME_LENGTH;
    }

    private void check(Electricity electricity) {
        electricity.registers().forEach((register, value) -> register(register.jsonName(), value));
    }

    private void check(MBusReading reading) {
        if (reading.kind() == null) {
            found("a device has no kind");
        }
        serial(Subject.serial(reading));
        within("channel", reading.channel(), 0, BYTE);
        if (!JudgedEvent.isClockUnset(reading)) {
            time("at of a device", reading.at());
        }
        register("volumeLitre", reading.volumeLitre());
        register("heatMj", reading.heatMj());
        register("energyWh", reading.energyWh());
    }

    private void check(MonthPeak peak) {
        if (peak.month() == null) {
            found("a month peak has no month");
        } else {
            within("year of a month peak", peak.month().getYear(), 2000, 2100);
        }
        if (peak.at() != null) {
            time("at of a month peak", peak.at());
        }
    }

    private void check(Findings findings) {
        for (Finding finding : findings.all()) {
            if (finding.serial() != null) {
                serial(finding.serial());
            }
        }
    }

    /** Whether a time is one that the tables hold. */
    static boolean isTime(Instant at) {
        return at != null && !at.isBefore(EARLIEST) && at.isBefore(LATEST);
    }

    private void time(String name, Instant at) {
        if (!isTime(at)) {
            found(name + " is " + at + ": not between " + EARLIEST + " and " + LATEST);
        }
    }

    private void serial(String serial) {
        if (serial.codePointCount(0, serial.length()) > SERIAL_LENGTH) {
            found("a serial number is longer than " + SERIAL_LENGTH + " characters");
        }
    }

    private void register(String name, Long value) {
        if (value != null && (value < 0 || value > REGISTER)) {
            found(name + " is " + value + ": not between 0 and " + REGISTER);
        }
    }

    private void within(String name, Integer value, int least, int most) {
        if (value != null && (value < least || value > most)) {
            found(name + " is " + value + ": not between " + least + " and " + most);
        }
    }

    private void found(String words) {
        if (fault == null) {
            fault = words;
        }
    }
}
