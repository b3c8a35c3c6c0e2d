package energy.sem.ingest.store;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import energy.sem.event.Electricity;
import energy.sem.event.MBusReading;
import energy.sem.event.TelegramEvent;
import energy.sem.ingest.quarantine.Findings;

/**
 * An event and what of it is stored.
 *
 * @param event as it came
 * @param electricity its electricity meter's values; {@code null} when there are none or they are kept aside
 * @param devices its M-Bus values that were ever read and are not kept aside
 */
record JudgedEvent(TelegramEvent event, Electricity electricity, List<MBusReading> devices) {
    private static final Instant CLOCKS_ARE_SET = Instant.parse("2001-01-01T00:00:00Z");

    static JudgedEvent of(TelegramEvent event) {
        Electricity electricity = FittingValues.of(event.electricity());
        if (!Findings.isImplausible(event) && areAsTheyCame(event.devices())) {
            // The list itself and no copy of it: by it an event is seen to repeat the one before.
            return new JudgedEvent(event, electricity, event.devices());
        }
        Findings findings = Findings.of(event);
        return new JudgedEvent(
                event,
                electricity == null || findings.keepAside(electricity.serial()) ? null : electricity,
                readings(event)
                        .filter(reading -> !findings.keepAside(reading.serial()))
                        .toList());
    }

    /**
     * What of an event is stored when a value that was kept aside is put back.
     *
     * @param serial of the device whose values they are; empty for the whole event
     */
    static JudgedEvent restored(TelegramEvent event, String serial) {
        Electricity electricity = FittingValues.of(event.electricity());
        boolean all = serial.isEmpty();
        return new JudgedEvent(
                event,
                electricity != null && (all || serial.equals(electricity.serial())) ? electricity : null,
                readings(event)
                        .filter(reading -> all || serial.equals(reading.serial()))
                        .toList());
    }

    /** Time of its electricity values, milliseconds since 1970 in UTC. */
    long atMilli() {
        return event.at().toEpochMilli();
    }

    /** When its meter was heard of: an event whose time is impossible counts by its arrival, if that is possible. */
    long sightedMilli() {
        boolean useArrival = isImplausible()
                && EventLimits.isTime(event.receivedAt())
                && Findings.of(event).keepAllAside();
        return (useArrival ? event.receivedAt() : event.at()).toEpochMilli();
    }

    /** Whether something of it is kept aside. */
    boolean isImplausible() {
        return Findings.isImplausible(event);
    }

    /**
     * Whether an M-Bus device's time is of a clock that begins at 2000 and was never set: that time is none. Gateways of
     * before the first release wrote it down.
     */
    static boolean isClockUnset(MBusReading reading) {
        return reading.at() != null && reading.at().isBefore(CLOCKS_ARE_SET);
    }

    private static boolean areAsTheyCame(List<MBusReading> readings) {
        for (MBusReading reading : readings) {
            if (!isRead(reading) || isClockUnset(reading)) {
                return false;
            }
        }
        return true;
    }

    private static Stream<MBusReading> readings(TelegramEvent event) {
        return event.devices().stream()
                .filter(JudgedEvent::isRead)
                .map(reading -> isClockUnset(reading) ? at(event.at(), reading) : reading);
    }

    private static boolean isRead(MBusReading reading) {
        return isClockUnset(reading)
                ? isMoreThanZero(reading.volumeLitre())
                        || isMoreThanZero(reading.heatMj())
                        || isMoreThanZero(reading.energyWh())
                : reading.volumeLitre() != null || reading.heatMj() != null || reading.energyWh() != null;
    }

    private static boolean isMoreThanZero(Long value) {
        return value != null && value > 0;
    }

    private static MBusReading at(Instant at, MBusReading reading) {
        return new MBusReading(
                reading.channel(),
                reading.kind(),
                reading.serial(),
                at,
                reading.volumeLitre(),
                reading.heatMj(),
                reading.energyWh());
    }
}
