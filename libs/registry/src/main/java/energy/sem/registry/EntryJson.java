package energy.sem.registry;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * An entry as its record has it: the key {@code meter/NAME} or {@code reader/NAME}, so that other things can lie on the topic, and
 * as value
 *
 * <pre>{"schema":1,"version":3,"settings":{"source":"push"},
 * "keys":[{"sha256":"9f86…","notBefore":"2026-11-30T20:00:00Z","notAfter":"2026-12-01T20:00:00Z"}]}</pre>
 *
 * which of a reader says {@code "meters":["roof"],"groups":["street"]} or {@code "all":true} instead of settings.
 *
 * Fields that are not known are passed over; a schema number that is not known is no entry of this version of SEM. Stateless.
 */
public final class EntryJson {
    private static final int SCHEMA = 1;
    private static final int MOST_BYTES = 64 * 1024;
    private static final Pattern NAME = Pattern.compile("[a-z0-9]{1,32}");
    private static final Pattern OTHER_KIND = Pattern.compile("(?!meter/|reader/)[a-z]{1,32}/.+");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** Whether a meter, a reader or a group can have this name. */
    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /**
     * What the record with this key is of; empty for a record of another kind.
     *
     * @throws BrokenEntryException when it is the key of nothing
     */
    static Optional<EntryKind> kind(String key) throws BrokenEntryException {
        if (key == null) {
            throw new BrokenEntryException("it has no key");
        }
        Optional<EntryKind> kind = EntryKind.of(key);
        if (kind.flatMap(each -> each.name(key)).filter(EntryJson::isName).isPresent()
                || OTHER_KIND.matcher(key).matches()) {
            return kind;
        }
        throw new BrokenEntryException(
                "its key is not meter/ or reader/ and a name of 1 to 32 lower-case letters and digits");
    }

    /** The entry as bytes. */
    public static byte[] write(RegistryEntry entry) {
        ObjectNode json = JSON.createObjectNode();
        json.put("schema", SCHEMA);
        json.put("version", entry.version());
        if (entry instanceof MeterEntry meter) {
            ObjectNode settings = json.putObject("settings");
            meter.settingsByName().forEach(settings::put);
        } else if (entry instanceof ReaderEntry reader) {
            write(reader.opens(), json);
        }
        ArrayNode keys = json.putArray("keys");
        for (KeptKey key : entry.keys()) {
            ObjectNode one = keys.addObject().put("sha256", key.sha256());
            key.notBefore().ifPresent(from -> one.put("notBefore", from.toString()));
            key.notAfter().ifPresent(until -> one.put("notAfter", until.toString()));
        }
        try {
            return JSON.writeValueAsBytes(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of texts and numbers becomes JSON", e);
        }
    }

    private static void write(ReaderEntry.Opens opens, ObjectNode json) {
        if (opens.all()) {
            json.put("all", true);
            return;
        }
        ArrayNode meters = json.putArray("meters");
        opens.metersByName().forEach(meters::add);
        ArrayNode groups = json.putArray("groups");
        opens.groupsByName().forEach(groups::add);
    }

    /** The meter's entry that the bytes are. */
    public static MeterEntry readMeter(byte[] value) throws BrokenEntryException {
        return read(
                value, json -> new MeterEntry(version(json), settings(json.path("settings")), keys(json.path("keys"))));
    }

    /** The reader's entry that the bytes are. */
    public static ReaderEntry readReader(byte[] value) throws BrokenEntryException {
        return read(value, json -> new ReaderEntry(version(json), opens(json), keys(json.path("keys"))));
    }

    private interface Content<T> {
        T of(JsonNode json) throws BrokenEntryException;
    }

    private static <T> T read(byte[] value, Content<T> content) throws BrokenEntryException {
        if (value.length > MOST_BYTES) {
            throw new BrokenEntryException("it is larger than 64 KiB");
        }
        JsonNode json = object(value);
        JsonNode schema = json.path("schema");
        if (!schema.isIntegralNumber()) {
            throw new BrokenEntryException("it has no schema number");
        }
        if (schema.asLong() != SCHEMA) {
            throw new BrokenEntryException("its schema number is " + schema.asLong()
                    + ", which a newer SEM has written: this one knows " + SCHEMA);
        }
        try {
            return content.of(json);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new BrokenEntryException(e instanceof DateTimeException ? "a key's time is none" : e.getMessage(), e);
        }
    }

    private static long version(JsonNode json) throws BrokenEntryException {
        JsonNode version = json.path("version");
        if (!version.canConvertToLong() || !version.isIntegralNumber()) {
            throw new BrokenEntryException("it has no version");
        }
        return version.asLong();
    }

    // What cannot be understood opens nothing: a reader who is shown too much cannot be made to forget.
    private static ReaderEntry.Opens opens(JsonNode json) throws BrokenEntryException {
        JsonNode all = json.path("all");
        if (!all.isMissingNode() && !all.isBoolean()) {
            throw new BrokenEntryException("whether it opens all is neither true nor false");
        }
        return new ReaderEntry.Opens(all.asBoolean(), names(json.path("meters")), names(json.path("groups")));
    }

    private static Set<String> names(JsonNode json) throws BrokenEntryException {
        if (!json.isMissingNode() && !json.isArray()) {
            throw new BrokenEntryException("what it opens is not a list of names");
        }
        Set<String> names = new TreeSet<>();
        for (JsonNode one : json) {
            if (!one.isTextual()) {
                throw new BrokenEntryException("a name of what it opens is not a text");
            }
            names.add(one.asText());
        }
        return names;
    }

    // The parser's own words quote what it read.
    private static JsonNode object(byte[] value) throws BrokenEntryException {
        try {
            JsonNode json = JSON.readTree(value);
            if (json.isObject()) {
                return json;
            }
        } catch (IOException e) {
            throw new BrokenEntryException("it is not JSON", e);
        }
        throw new BrokenEntryException("it is not a JSON object");
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

    private static List<KeptKey> keys(JsonNode json) throws BrokenEntryException {
        if (!json.isArray()) {
            throw new BrokenEntryException("it has no keys");
        }
        List<KeptKey> keys = new ArrayList<>();
        for (JsonNode one : json) {
            keys.add(new KeptKey(one.path("sha256").asText(), time(one, "notBefore"), time(one, "notAfter")));
        }
        return keys;
    }

    private static Optional<Instant> time(JsonNode key, String field) {
        return key.hasNonNull(field) ? Optional.of(Instant.parse(key.path(field).asText())) : Optional.empty();
    }

    private EntryJson() {}
}
