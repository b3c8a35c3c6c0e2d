package energy.sem.registry;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One meter of the registry. Its record:
 *
 * <pre>{"schema":1,"version":3,"settings":{"source":"push"},
 * "keys":[{"sha256":"9f86…","notBefore":"2026-11-30T20:00:00Z","notAfter":"2026-12-01T20:00:00Z"}]}</pre>
 *
 * Immutable.
 *
 * @param version how often it was written, from 1: whoever changes it says which one was read
 * @param settings by the names of {@link MeterSetting}; others are kept for those who know them
 * @param keys that open it for pushing, the newest last
 */
public record MeterEntry(long version, Map<String, String> settings, List<KeptKey> keys) implements RegistryEntry {
    /** @throws IllegalArgumentException when the version is not from 1 on, or there are more than eight keys */
    public MeterEntry {
        RegistryEntry.require(version);
        KeptKey.requireFew(keys);
        settings = Map.copyOf(settings);
        keys = List.copyOf(keys);
    }

    /** A new meter. */
    public static MeterEntry first(Map<String, String> settings, Optional<KeptKey> key) {
        return new MeterEntry(1, settings, key.map(List::of).orElse(List.of()));
    }

    @Override
    public EntryKind<MeterEntry> kind() {
        return EntryKind.METER;
    }

    /** What it says of its meter, in the order of their names. */
    public Map<String, String> settingsByName() {
        return new TreeMap<>(settings);
    }

    /** The next version, with other settings. */
    public MeterEntry with(Map<String, String> other) {
        return new MeterEntry(version + 1, other, keys);
    }

    /** The next version, with one more key; {@link KeptKey#rotated} says what becomes of those before it. */
    public MeterEntry rotated(String clear, Instant now, Duration bothFor) {
        return new MeterEntry(version + 1, settings, KeptKey.rotated(keys, clear, now, bothFor));
    }

    static MeterEntry read(long version, JsonNode json) throws BrokenEntryException {
        return new MeterEntry(version, settings(json.path("settings")), EntryJson.keys(json));
    }

    private static Map<String, String> settings(JsonNode json) throws BrokenEntryException {
        if (!json.isObject()) {
            throw new BrokenEntryException("it has no settings");
        }
        Map<String, String> settings = new TreeMap<>();
        for (Map.Entry<String, JsonNode> one : json.properties()) {
            if (!one.getValue().isTextual()) {
                throw new BrokenEntryException("a setting of it is not a text");
            }
            settings.put(one.getKey(), one.getValue().asText());
        }
        return settings;
    }

    void write(ObjectNode json) {
        ObjectNode said = json.putObject("settings");
        settingsByName().forEach(said::put);
        EntryJson.writeKeys(keys, json);
    }
}
