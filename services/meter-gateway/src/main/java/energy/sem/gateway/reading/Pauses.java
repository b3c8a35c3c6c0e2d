package energy.sem.gateway.reading;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/** Growing, jittered pauses between attempts: each up to twice the one before, so that many readers do not fall into step. */
final class Pauses {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final DoubleSupplier random;
    private Duration limit = FIRST;

    /** @param random numbers from 0 to below 1 */
    Pauses(DoubleSupplier random) {
        this.random = random;
    }

    /** The next pause: between half of the limit and the limit, which doubles each time up to a minute. */
    Duration next() {
        long millis = limit.toMillis();
        Duration pause = Duration.ofMillis(millis / 2 + (long) (random.getAsDouble() * (millis - millis / 2)));
        Duration twice = limit.multipliedBy(2);
        limit = twice.compareTo(LONGEST) > 0 ? LONGEST : twice;
        return pause;
    }

    /** The next pause, and at least this long. */
    Duration next(Duration atLeast) {
        Duration pause = next();
        return pause.compareTo(atLeast) < 0 ? atLeast : pause;
    }

    /** Begins anew after a success. */
    void reset() {
        limit = FIRST;
    }
}
