package energy.sem.ingest.store;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import energy.sem.event.Electricity;
import energy.sem.event.MBusReading;
import energy.sem.event.MonthPeak;
import energy.sem.event.TelegramEvent;

/**
 * What the tables can hold. Checked before a batch is written, because {@code INSERT IGNORE} cuts a value that is too
 * great instead of refusing it, and one event must not hold up the others.
 */
public final class EventLimits {
    private static final Pattern METER = Pattern.compile("[a-z0-9]{1,32}");
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");
    private static final int SERIAL_LENGTH = 96;

    /** No register of any meter reaches a petawatt hour; sums of two stay far within 64 bits. */
    private static final long REGISTER = 1_000_000_000_000_000L;

    private static final int VOLTAGE_DV = Short.MAX_VALUE;
    private static final int CURRENT_CA = 8_388_607;
    private static final int CHANNEL = 255;

    /** What in this event cannot be stored, as a sentence; empty when all of it can. */
    public static Optional<String> fault(TelegramEvent event) {
        if (!METER.matcher(event.meter()).matches()) {
            return Optional.of(
                    "the meter's name \"" + event.meter() + "\" is not 1 to 32 lower-case letters and digits");
        }
        return Stream.of(
                        time("at", event.at()),
                        event.electricity() == null ? Optional.<String>empty() : fault(event, event.electricity()),
                        event.devices().stream()
                                .map(EventLimits::fault)
                                .flatMap(Optional::stream)
                                .findFirst(),
                        event.monthPeaks().stream()
                                .map(EventLimits::fault)
                                .flatMap(Optional::stream)
                                .findFirst())
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> fault(TelegramEvent event, Electricity electricity) {
        return Stream.concat(
                        Stream.of(
                                serial(Subject.serial(event, electricity)),
                                register("importT1Wh", electricity.importT1Wh()),
                                register("importT2Wh", electricity.importT2Wh()),
                                register("importWh", electricity.importWh()),
                                register("exportT1Wh", electricity.exportT1Wh()),
                                register("exportT2Wh", electricity.exportT2Wh()),
                                register("exportWh", electricity.exportWh()),
                                within("tariff", electricity.tariff(), 0, CHANNEL)),
                        electricity.phases().stream()
                                .flatMap(phase -> Stream.of(
                                        within("phase", phase.phase(), 1, 3),
                                        within("voltageDeciV", phase.voltageDeciV(), -VOLTAGE_DV, VOLTAGE_DV),
                                        within("currentCentiA", phase.currentCentiA(), -CURRENT_CA, CURRENT_CA))))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> fault(MBusReading reading) {
        return Stream.of(
                        reading.kind() == null ? Optional.of("a device has no kind") : Optional.<String>empty(),
                        serial(Subject.serial(reading)),
                        within("channel", reading.channel(), 0, CHANNEL),
                        time("at of device " + Subject.serial(reading), reading.at()),
                        register("volumeLitre", reading.volumeLitre()),
                        register("heatMj", reading.heatMj()),
                        register("energyWh", reading.energyWh()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> fault(MonthPeak peak) {
        if (peak.month() == null) {
            return Optional.of("a month peak has no month");
        }
        return within("year of a month peak", peak.month().getYear(), 2000, 2100)
                .or(() -> peak.at() == null ? Optional.empty() : time("at of a month peak", peak.at()));
    }

    private static Optional<String> time(String name, Instant at) {
        return at != null && !at.isBefore(EARLIEST) && at.isBefore(LATEST)
                ? Optional.empty()
                : Optional.of(name + " is " + at + ": not between " + EARLIEST + " and " + LATEST);
    }

    private static Optional<String> serial(String serial) {
        return serial.codePointCount(0, serial.length()) <= SERIAL_LENGTH
                ? Optional.empty()
                : Optional.of("a serial number is longer than " + SERIAL_LENGTH + " characters");
    }

    private static Optional<String> register(String name, Long value) {
        return value == null || (value >= 0 && value <= REGISTER)
                ? Optional.empty()
                : Optional.of(name + " is " + value + ": not between 0 and " + REGISTER);
    }

    private static Optional<String> within(String name, Integer value, int least, int most) {
        return value == null || (value >= least && value <= most)
                ? Optional.empty()
                : Optional.of(name + " is " + value + ": not between " + least + " and " + most);
    }

    private EventLimits() {}
}
