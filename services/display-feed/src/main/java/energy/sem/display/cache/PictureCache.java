package energy.sem.display.cache;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The views with finished pictures, bounded in bytes: what was not asked for the longest goes first. Taking one needs no lock.
 */
public final class PictureCache {
    private final ConcurrentMap<ViewKey, CachedView> views = new ConcurrentHashMap<>();
    private final long mostBytes;

    /** @param mostBytes about how many bytes it may hold */
    public PictureCache(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    /** The view of this key, if there is one. */
    public Optional<CachedView> get(ViewKey key) {
        return Optional.ofNullable(views.get(key));
    }

    /** The keys of all views in it. */
    Set<ViewKey> keys() {
        return Set.copyOf(views.keySet());
    }

    /**
     * Puts a view in the place of the one that is there, as one step.
     *
     * @param successor given what is there, or null; may take as long as drawing takes
     */
    void replace(ViewKey key, UnaryOperator<CachedView> successor) {
        views.compute(key, (k, old) -> successor.apply(old));
    }

    void remove(ViewKey key) {
        views.remove(key);
    }

    /** Lets go of what nobody uses, and of the longest unasked until the rest fits. */
    void tidy(Instant now) {
        views.values().removeIf(view -> !view.inUse(now));
        long bytes = bytes();
        if (bytes <= mostBytes) {
            return;
        }
        List<Map.Entry<ViewKey, CachedView>> longestUnasked = views.entrySet().stream()
                .map(entry -> Map.entry(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(entry -> entry.getValue().askedAt()))
                .toList();
        for (Map.Entry<ViewKey, CachedView> each : longestUnasked) {
            if (bytes <= mostBytes) {
                return;
            }
            if (views.remove(each.getKey(), each.getValue())) {
                bytes -= each.getValue().bytes();
            }
        }
    }

    /** How many views there are of these meters. */
    public int size(Predicate<String> meters) {
        return Math.toIntExact(of(meters).count());
    }

    /** About how many bytes they take. */
    public long bytes(Predicate<String> meters) {
        return of(meters).mapToLong(CachedView::bytes).sum();
    }

    private Stream<CachedView> of(Predicate<String> meters) {
        return views.entrySet().stream()
                .filter(each -> meters.test(each.getKey().meter()))
                .map(Map.Entry::getValue);
    }

    /** About how many bytes all take. */
    long bytes() {
        return views.values().stream().mapToLong(CachedView::bytes).sum();
    }
}
