package energy.sem.bridge.live;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.inject.Singleton;

/**
 * Which meters there are, by what gateways report of each every half minute. Since a gateway may be away for a while, a meter is
 * gone only when others have been reported for six hours and it has not, or at once when a gateway says that it was removed.
 * Thread-safe.
 */
@Singleton
public class ConfiguredMeters {
    static final Duration GONE_AFTER = Duration.ofHours(6);

    /** Without any report for so long no gateway runs, and nothing is known of any meter. */
    static final Duration LONGEST_GAP = Duration.ofMinutes(5);

    private final Clock clock;
    private final Map<String, Instant> reportedAt = new ConcurrentHashMap<>();
    private final Set<String> removed = ConcurrentHashMap.newKeySet();
    /** Reports have been coming since then, and the last of them; null for never. */
    private Instant since;

    private Instant last;

    ConfiguredMeters(Clock clock) {
        this.clock = clock;
    }

    /** A gateway says that it has this meter. */
    synchronized void reported(String meter) {
        Instant now = clock.instant();
        if (last == null || now.isAfter(last.plus(LONGEST_GAP))) {
            since = now;
        }
        last = now;
        reportedAt.put(meter, now);
        removed.remove(meter);
    }

    /** A gateway said some time ago that it has this meter. */
    void wasReported(String meter) {
        removed.remove(meter);
    }

    /** A gateway says that this meter was removed; reported again, it is there again. */
    void removed(String meter) {
        removed.add(meter);
    }

    /** Whether a meter was removed, which is more than that its gateway is away. */
    public boolean isRemoved(String meter) {
        return removed.contains(meter);
    }

    /** Whether no gateway has such a meter any more. */
    public synchronized boolean isGone(String meter) {
        if (isRemoved(meter)) {
            return true;
        }
        Instant now = clock.instant();
        if (last == null || now.isAfter(last.plus(LONGEST_GAP))) {
            return false;
        }
        Instant from = reportedAt.getOrDefault(meter, since);
        return !now.isBefore((from.isBefore(since) ? since : from).plus(GONE_AFTER));
    }
}
