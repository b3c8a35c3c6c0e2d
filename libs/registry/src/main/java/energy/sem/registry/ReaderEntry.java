package energy.sem.registry;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One reader of the registry: who may read some meters, or all. Its record is as a {@linkplain MeterEntry meter's}, with
 * {@code "meters":["roof"],"groups":["street"]} or {@code "all":true} instead of settings. Immutable.
 *
 * @param version how often it was written, from 1: whoever changes it says which one was read
 * @param opens what its keys open
 * @param keys that open that for reading, the newest last
 */
public record ReaderEntry(long version, Opens opens, List<KeptKey> keys) implements RegistryEntry {
    private static final String OPENED = "what it opens";

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
                throw new IllegalArgumentException(
                        "it opens more than " + MOST + " meters and groups: all is one word");
            }
            EntryJson.requireNames("a meter that it opens", meters);
            EntryJson.requireNames("a group that it opens", groups);
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
        RegistryEntry.require(version);
        KeptKey.requireFew(keys);
        keys = List.copyOf(keys);
    }

    @Override
    public EntryKind<ReaderEntry> kind() {
        return EntryKind.READER;
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

    static ReaderEntry read(long version, JsonNode json) throws BrokenEntryException {
        return new ReaderEntry(version, opens(json), EntryJson.keys(json));
    }

    // What cannot be understood opens nothing: a reader who is shown too much cannot be made to forget.
    private static Opens opens(JsonNode json) throws BrokenEntryException {
        JsonNode all = json.path("all");
        if (!all.isMissingNode() && !all.isBoolean()) {
            throw new BrokenEntryException("whether it opens all is neither true nor false");
        }
        return new Opens(
                all.asBoolean(),
                new TreeSet<>(EntryJson.names(OPENED, json.path("meters"))),
                new TreeSet<>(EntryJson.names(OPENED, json.path("groups"))));
    }

    void write(ObjectNode json) {
        if (opens.all()) {
            json.put("all", true);
        } else {
            ArrayNode meters = json.putArray("meters");
            opens.metersByName().forEach(meters::add);
            ArrayNode groups = json.putArray("groups");
            opens.groupsByName().forEach(groups::add);
        }
        EntryJson.writeKeys(keys, json);
    }
}
