package energy.sem.gateway.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Limits how much comes by one key: at most so many bytes a minute, all of a minute's at once if it wants. A request
 * counts as a kibibyte at least, so that many small ones are limited too. Thread-safe.
 */
final class PushLimit {
    private static final int LEAST_BYTES = 1024;
    private static final long MINUTE_MILLIS = Duration.ofMinutes(1).toMillis();

    private final long bytesPerMinute;
    private final Clock clock;
    private final Map<String, Spent> spent = new HashMap<>();

    PushLimit(long bytesPerMinute, Clock clock) {
        this.bytesPerMinute = bytesPerMinute;
        this.clock = clock;
    }

    private static final class Spent {
        private double bytes;
        private Instant at;
    }

    /** How many seconds the meter's pusher must wait before it sends more; 0 when it need not. */
    synchronized int waitSeconds(String meter) {
        double over = now(meter).bytes - bytesPerMinute;
        return over < 0 ? 0 : (int) Math.ceil((over + LEAST_BYTES) / bytesPerMinute * 60);
    }

    /** Notes that so many bytes came. */
    synchronized void spend(String meter, int bytes) {
        now(meter).bytes += Math.max(bytes, LEAST_BYTES);
    }

    // What was spent is forgotten evenly, all of a minute's in a minute.
    private Spent now(String meter) {
        Instant now = clock.instant();
        Spent of = spent.computeIfAbsent(meter, m -> new Spent());
        if (of.at != null) {
            double elapsed = Math.max(0, Duration.between(of.at, now).toMillis());
            of.bytes = Math.max(0, of.bytes - elapsed / MINUTE_MILLIS * bytesPerMinute);
        }
        of.at = now;
        return of;
    }
}
