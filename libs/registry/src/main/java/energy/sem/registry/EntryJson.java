package energy.sem.registry;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * An entry as its record has it: the key {@code KIND/NAME}, such as {@code meter/roof}, so that other things can lie on the topic,
 * and as value a JSON object with {@code schema}, {@code version} and what the {@linkplain EntryKind kind} says beside.
 *
 * Fields that are not known are passed over; a schema number that is not known is no entry of this version of SEM. Stateless.
 */
public final class EntryJson {
    private static final int SCHEMA = 1;
    private static final int MOST_BYTES = 64 * 1024;
    private static final Pattern NAME = Pattern.compile("[a-z0-9]{1,32}");
    private static final Pattern OTHER_KIND = Pattern.compile("[a-z]{1,32}/.+");
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
    static Optional<EntryKind<?>> kind(String key) throws BrokenEntryException {
        if (key == null) {
            throw new BrokenEntryException("it has no key");
        }
        Optional<EntryKind<?>> kind = EntryKind.of(key);
        boolean good = kind.flatMap(each -> each.name(key))
                .map(EntryJson::isName)
                .orElseGet(() -> OTHER_KIND.matcher(key).matches());
        if (good) {
            return kind;
        }
        throw new BrokenEntryException("its key is not "
                + EntryKind.all().stream().map(each -> each.word() + "/").collect(Collectors.joining(" or "))
                + " and a name of 1 to 32 lower-case letters and digits");
    }

    /** The entry as bytes. */
    public static byte[] write(RegistryEntry entry) {
        ObjectNode json = JSON.createObjectNode();
        json.put("schema", SCHEMA);
        json.put("version", entry.version());
        entry.kind().write(entry, json);
        try {
            return JSON.writeValueAsBytes(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of texts and numbers becomes JSON", e);
        }
    }

    /** The entry of this kind that the bytes are. */
    public static <E extends RegistryEntry> E read(EntryKind<E> kind, byte[] value) throws BrokenEntryException {
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
            return kind.read(version(json), json);
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

    /**
     * The names of a list; none where there is no list.
     *
     * @param what it is a list of
     */
    static List<String> names(String what, JsonNode json) throws BrokenEntryException {
        if (!json.isMissingNode() && !json.isArray()) {
            throw new BrokenEntryException(what + " is not a list of names");
        }
        List<String> names = new ArrayList<>();
        for (JsonNode one : json) {
            if (!one.isTextual()) {
                throw new BrokenEntryException("a name of " + what + " is not a text");
            }
            names.add(one.asText());
        }
        return names;
    }

    /**
     * Makes sure that names are such, without quoting one that is not.
     *
     * @param ofWhat they are, such as {@code a member}
     * @throws IllegalArgumentException when one is none
     */
    public static void requireNames(String ofWhat, Collection<String> names) {
        if (!names.stream().allMatch(EntryJson::isName)) {
            throw new IllegalArgumentException(
                    "the name of " + ofWhat + " is not 1 to 32 lower-case letters and digits");
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

    /** The keys of an entry, as its record says them. */
    static List<KeptKey> keys(JsonNode entry) throws BrokenEntryException {
        JsonNode json = entry.path("keys");
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

    /** Says keys as {@link #keys} reads them. */
    static void writeKeys(List<KeptKey> keys, ObjectNode entry) {
        ArrayNode json = entry.putArray("keys");
        for (KeptKey key : keys) {
            ObjectNode one = json.addObject().put("sha256", key.sha256());
            key.notBefore().ifPresent(from -> one.put("notBefore", from.toString()));
            key.notAfter().ifPresent(until -> one.put("notAfter", until.toString()));
        }
    }

    private EntryJson() {}
}
