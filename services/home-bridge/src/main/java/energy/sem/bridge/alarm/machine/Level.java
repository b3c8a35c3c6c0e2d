package energy.sem.bridge.alarm.machine;

import java.util.Locale;

/** How urgent an alarm is. */
public enum Level {
    /** Told at any hour. */
    HIGH,
    /** Waits for the morning. */
    LOW,
    /** Nothing is wrong: waits for the morning too. */
    INFO;

    /** The word in messages. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
