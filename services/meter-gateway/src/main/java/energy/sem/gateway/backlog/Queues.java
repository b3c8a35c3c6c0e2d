package energy.sem.gateway.backlog;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/** The meters' queues in one store, bounded together by size and age. Not thread-safe. */
final class Queues {
    /** The map of sizes; no meter's name has an underscore. */
    private static final String SIZES = "_bytes";

    private final MVStore store;
    private final MVMap<String, Long> sizes;
    private final Map<String, MeterQueue> byMeter = new TreeMap<>();

    Queues(MVStore store) {
        this.store = store;
        this.sizes = store.openMap(SIZES);
        for (String meter : store.getMapNames()) {
            if (!meter.equals(SIZES)) {
                of(meter);
            }
        }
    }

    /** The meter's queue, made when absent. */
    MeterQueue of(String meter) {
        return byMeter.computeIfAbsent(meter, name -> new MeterQueue(name, store.openMap(name), sizes));
    }

    /** The meter's queue, if it ever had one. */
    Optional<MeterQueue> existing(String meter) {
        return Optional.ofNullable(byMeter.get(meter));
    }

    /** The meters of which something waits. */
    Set<String> meters() {
        Set<String> meters = new TreeSet<>();
        byMeter.forEach((meter, queue) -> {
            if (!queue.isEmpty()) {
                meters.add(meter);
            }
        });
        return meters;
    }

    /** All that there ever were. */
    Collection<MeterQueue> all() {
        return byMeter.values();
    }

    /** Removes the oldest of all until no more than that is left; returns how many of each meter are lost. */
    Map<String, Long> keepBounds(long maxBytes, Duration maxAge, Instant now) {
        Map<String, Long> lost = new HashMap<>();
        Instant tooOld = now.minus(maxAge);
        long total = byMeter.values().stream().mapToLong(MeterQueue::bytes).sum();
        for (String oldest = oldest(); oldest != null; oldest = oldest()) {
            MeterQueue queue = byMeter.get(oldest);
            if (total <= maxBytes && !queue.oldestAt().isBefore(tooOld)) {
                break;
            }
            total -= queue.bytes();
            queue.removeOldest();
            total += queue.bytes();
            lost.merge(oldest, 1L, Long::sum);
        }
        return lost;
    }

    private String oldest() {
        String oldest = null;
        Instant oldestAt = Instant.MAX;
        for (Map.Entry<String, MeterQueue> each : byMeter.entrySet()) {
            Instant at = each.getValue().oldestAt();
            if (at != null && at.isBefore(oldestAt)) {
                oldest = each.getKey();
                oldestAt = at;
            }
        }
        return oldest;
    }
}
