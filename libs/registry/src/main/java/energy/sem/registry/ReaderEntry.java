package energy.sem.registry;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One reader of the registry: who may read some meters, or all. Immutable.
 *
 * @param version how often it was written, from 1: whoever changes it says which one was read
 * @param opens what its keys open
 * @param keys that open that for reading, the newest last
 */
public record ReaderEntry(long version, Opens opens, List<KeptKey> keys) implements RegistryEntry {

    /**
     * What a reader may read.
     *
     * @param all whether it is every meter; then neither meters nor groups are named
     * @param meters their names
     * @param groups names of groups, of which every member is meant
     */
    public record Opens(boolean all, Set<String> meters, Set<String> groups) {
        private static final int MOST = 1000;

        /** Every meter. */
        public static final Opens ALL = new Opens(true, Set.of(), Set.of());

        /** @throws IllegalArgumentException when it is nothing, too much, both all and some, or a name is none */
        public Opens {
            meters = Set.copyOf(meters);
            groups = Set.copyOf(groups);
            if (all == !(meters.isEmpty() && groups.isEmpty())) {
                throw new IllegalArgumentException(
                        all ? "it opens all, and names some too" : "it opens neither a meter nor a group, nor all");
            }
            if (meters.size() + groups.size() > MOST) {
                throw new IllegalArgumentException("it opens more than " + MOST + " meters and groups: all is one word");
            }
            requireNames("meter", meters);
            requireNames("group", groups);
        }

        private static void requireNames(String what, Collection<String> names) {
            if (!names.stream().allMatch(EntryJson::isName)) {
                throw new IllegalArgumentException("the name of a " + what
                        + " that it opens is not 1 to 32 lower-case letters and digits");
            }
        }

        /** The meters, in the order of their names. */
        public SortedSet<String> metersByName() {
            return new TreeSet<>(meters);
        }

        /** The groups, in the order of their names. */
        public SortedSet<String> groupsByName() {
            return new TreeSet<>(groups);
        }
    }

    /** @throws IllegalArgumentException when the version is not from 1 on, or there are more than eight keys */
    public ReaderEntry {
        RegistryEntry.require(version, keys);
        keys = List.copyOf(keys);
    }

    /** A new reader. */
    public static ReaderEntry first(Opens opens, KeptKey key) {
        return new ReaderEntry(1, opens, List.of(key));
    }

    /** The next version, which opens something else. */
    public ReaderEntry with(Opens other) {
        return new ReaderEntry(version + 1, other, keys);
    }

    /** The next version, with one more key; {@link KeptKey#rotated} says what becomes of those before it. */
    public ReaderEntry rotated(String clear, Instant now, Duration bothFor) {
        return new ReaderEntry(version + 1, opens, KeptKey.rotated(keys, clear, now, bothFor));
    }
}
