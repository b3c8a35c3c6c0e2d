package energy.sem.display.shelf;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.UnaryOperator;

/**
 * The sheets at hand, bounded in bytes: what was not asked for the longest goes first. Taking one needs no lock.
 */
public final class Shelf {
    private final ConcurrentMap<ViewKey, Sheet> sheets = new ConcurrentHashMap<>();
    private final long mostBytes;

    /** @param mostBytes about how many bytes it may hold */
    public Shelf(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    /** The sheet of this subject, if there is one. */
    public Optional<Sheet> get(ViewKey key) {
        return Optional.ofNullable(sheets.get(key));
    }

    /** What there is a sheet of. */
    Set<ViewKey> keys() {
        return Set.copyOf(sheets.keySet());
    }

    /**
     * Puts a sheet in the place of the one that is there, as one step.
     *
     * @param successor given what is there, or null; may take as long as drawing takes
     */
    void replace(ViewKey key, UnaryOperator<Sheet> successor) {
        sheets.compute(key, (k, old) -> successor.apply(old));
    }

    void remove(ViewKey key) {
        sheets.remove(key);
    }

    /** Lets go of what nobody uses, and of the longest unasked until the rest fits. */
    void tidy(Instant now) {
        sheets.values().removeIf(sheet -> !sheet.inUse(now));
        long bytes = bytes();
        if (bytes <= mostBytes) {
            return;
        }
        List<Map.Entry<ViewKey, Sheet>> longestUnasked = sheets.entrySet().stream()
                .map(entry -> Map.entry(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(entry -> entry.getValue().askedAt()))
                .toList();
        for (Map.Entry<ViewKey, Sheet> each : longestUnasked) {
            if (bytes <= mostBytes) {
                return;
            }
            if (sheets.remove(each.getKey(), each.getValue())) {
                bytes -= each.getValue().bytes();
            }
        }
    }

    /** How many sheets there are. */
    public int size() {
        return sheets.size();
    }

    /** About how many bytes they take. */
    public long bytes() {
        return sheets.values().stream().mapToLong(Sheet::bytes).sum();
    }
}
