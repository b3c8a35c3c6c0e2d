package energy.sem.ingest.store;

import java.util.List;

import energy.sem.event.Electricity;
import energy.sem.event.MBusReading;
import energy.sem.event.TelegramEvent;
import energy.sem.ingest.quarantine.Findings;

/**
 * An event and what of it is stored.
 *
 * @param event as it came
 * @param electricity its electricity meter's values; {@code null} when there are none or they are kept aside
 * @param devices its M-Bus values that exist and are not kept aside
 */
record JudgedEvent(TelegramEvent event, Electricity electricity, List<MBusReading> devices) {

    static JudgedEvent of(TelegramEvent event) {
        Electricity electricity = event.electricity();
        if (!Findings.isImplausible(event) && haveValues(event.devices())) {
            // The list itself and no copy of it: by it an event is seen to repeat the one before.
            return new JudgedEvent(event, electricity, event.devices());
        }
        Findings findings = Findings.of(event);
        return new JudgedEvent(
                event,
                electricity == null || findings.keepAside(electricity.serial()) ? null : electricity,
                event.devices().stream()
                        .filter(JudgedEvent::hasValue)
                        .filter(reading -> !findings.keepAside(reading.serial()))
                        .toList());
    }

    /**
     * What of an event is stored when a value that was kept aside is put back.
     *
     * @param serial of the device whose values they are; empty for the whole event
     */
    static JudgedEvent restored(TelegramEvent event, String serial) {
        Electricity electricity = event.electricity();
        boolean all = serial.isEmpty();
        return new JudgedEvent(
                event,
                electricity != null && (all || serial.equals(electricity.serial())) ? electricity : null,
                event.devices().stream()
                        .filter(JudgedEvent::hasValue)
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

    private static boolean haveValues(List<MBusReading> readings) {
        for (MBusReading reading : readings) {
            if (!hasValue(reading)) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasValue(MBusReading reading) {
        return reading.volumeLitre() != null || reading.heatMj() != null || reading.energyWh() != null;
    }
}
