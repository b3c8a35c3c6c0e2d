package energy.sem.bridge.alarm.machine;

import java.time.Duration;

/**
 * How long a rule has to see something before it counts.
 *
 * @param pending until it is told
 * @param clearing until it is told that it is over
 * @param silentlyOver whether nobody wants to know that it is over
 */
public record Timing(Duration pending, Duration clearing, boolean silentlyOver) {
    /** At once, both ways. */
    public static final Timing AT_ONCE = new Timing(Duration.ZERO, Duration.ZERO, false);

    /** After so long, and over after so long. */
    public static Timing after(Duration pending, Duration clearing) {
        return new Timing(pending, clearing, false);
    }

    /** The same of what is over by itself. */
    public Timing silently() {
        return new Timing(pending, clearing, true);
    }
}
