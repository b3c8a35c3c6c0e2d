package energy.sem.registry;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A meter's entry as its record has it: the key {@code meter/NAME}, so that other things can lie on the topic, and as value
 *
 * <pre>{"schema":1,"version":3,"settings":{"source":"push"},
 * "keys":[{"sha256":"9f86…","notBefore":"2026-11-30T20:00:00Z","notAfter":"2026-12-01T20:00:00Z"}]}</pre>
 *
 * Fields that are not known are passed over; a schema number that is not known is no entry of this version of SEM. Stateless.
 */
public final class EntryJson {
    private static final int SCHEMA = 1;
    private static final int MOST_BYTES = 64 * 1024;
    private static final String KIND = "meter/";
    private static final Pattern NAME = Pattern.compile("[a-z0-9]{1,32}");
    private static final Pattern OTHER_KIND = Pattern.compile("(?!meter/)[a-z]{1,32}/.+");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** Whether a meter can have this name. */
    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /** The key of a meter's record. */
    public static String key(String meter) {
        return KIND + meter;
    }

    /**
     * The meter whose record has this key; empty for a record of another kind.
     *
     * @throws BrokenEntryException when it is the key of nothing
     */
    static Optional<String> meter(String key) throws BrokenEntryException {
        if (key == null) {
            throw new BrokenEntryException("it has no key");
        }
        if (key.startsWith(KIND) && isName(key.substring(KIND.length()))) {
            return Optional.of(key.substring(KIND.length()));
        }
        if (OTHER_KIND.matcher(key).matches()) {
            return Optional.empty();
        }
        throw new BrokenEntryException("its key is not meter/ and a name of 1 to 32 lower-case letters and digits");
    }

    /** The entry as bytes. */
    public static byte[] write(MeterEntry entry) {
        ObjectNode json = JSON.createObjectNode();
        json.put("schema", SCHEMA);
        json.put("version", entry.version());
        ObjectNode settings = json.putObject("settings");
        entry.settingsByName().forEach(settings::put);
        ArrayNode keys = json.putArray("keys");
        for (PushKey key : entry.keys()) {
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

    /** The entry that the bytes are. */
    public static MeterEntry read(byte[] value) throws BrokenEntryException {
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
        JsonNode version = json.path("version");
        if (!version.canConvertToLong() || !version.isIntegralNumber()) {
            throw new BrokenEntryException("it has no version");
        }
        try {
            return new MeterEntry(version.asLong(), settings(json.path("settings")), keys(json.path("keys")));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new BrokenEntryException(e instanceof DateTimeException ? "a key's time is none" : e.getMessage(), e);
        }
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

    private static List<PushKey> keys(JsonNode json) throws BrokenEntryException {
        if (!json.isArray()) {
            throw new BrokenEntryException("it has no keys");
        }
        List<PushKey> keys = new ArrayList<>();
        for (JsonNode one : json) {
            keys.add(new PushKey(one.path("sha256").asText(), time(one, "notBefore"), time(one, "notAfter")));
        }
        return keys;
    }

    private static Optional<Instant> time(JsonNode key, String field) {
        return key.hasNonNull(field) ? Optional.of(Instant.parse(key.path(field).asText())) : Optional.empty();
    }

    private EntryJson() {}
}
