package energy.sem.ingest.store;

import energy.sem.event.Electricity;
import energy.sem.event.MBusReading;
import energy.sem.event.TelegramEvent;

/**
 * Serial numbers by which an event's devices are known, also where a source sends none. Without spaces around them, which
 * the database does not compare.
 */
final class Subject {

    /** The electricity meter's serial; the configured meter's name when the event has none. */
    static String serial(TelegramEvent event, Electricity electricity) {
        return isBlank(electricity.serial())
                ? event.meter()
                : electricity.serial().strip();
    }

    /** The M-Bus device's serial; its channel when the event has none. */
    static String serial(MBusReading reading) {
        return isBlank(reading.serial())
                ? "channel-" + reading.channel()
                : reading.serial().strip();
    }

    private static boolean isBlank(String serial) {
        return serial == null || serial.isBlank();
    }

    private Subject() {}
}
