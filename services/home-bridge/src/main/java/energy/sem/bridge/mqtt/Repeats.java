package energy.sem.bridge.mqtt;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When everything is said again because Home Assistant has started: whoever may publish its status may ask for it as often as it
 * likes, and each time costs a message for all that the broker keeps of us. One is to come at a time, and at most one in ten
 * seconds does. Thread-safe.
 */
final class Repeats {
    static final Duration PAUSE = Duration.ofSeconds(10);

    private final Clock clock;
    private Instant next = Instant.MIN;
    private boolean pending;

    Repeats(Clock clock) {
        this.clock = clock;
    }

    /**
     * After which time it is said again, for who asks now; empty when that is to come already.
     *
     * @param least time that is waited in any case
     */
    synchronized Optional<Duration> after(Duration least) {
        if (pending) {
            return Optional.empty();
        }
        pending = true;
        Instant now = clock.instant();
        Instant earliest = now.plus(least);
        Instant at = earliest.isBefore(next) ? next : earliest;
        next = at.plus(PAUSE);
        return Optional.of(Duration.between(now, at));
    }

    /** It is being said: who asks from now on asks for another one. */
    synchronized void begun() {
        pending = false;
    }
}
