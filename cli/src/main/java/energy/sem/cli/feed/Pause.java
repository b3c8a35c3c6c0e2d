package energy.sem.cli.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** Waiting for a moment of the clock. */
final class Pause {
    private Pause() {}

    /** Returns at that instant, at once when it is past. */
    static void until(Instant instant) throws InterruptedException {
        long nanos = Duration.between(Instant.now(), instant).toNanos();
        if (nanos > 0) {
            TimeUnit.NANOSECONDS.sleep(nanos);
        }
    }
}
