package energy.sem.display.serve;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What follows the question mark of an address. Names may be in any case; of a name that comes twice the first counts. A
 * part that cannot be decoded does not stop the rest from being read: then a device whose format is known can still be
 * shown a picture. Immutable.
 */
final class QueryString {
    private static final QueryString NONE = new QueryString(Map.of(), null);

    private final Map<String, String> values;
    private final String broken;

    private QueryString(Map<String, String> values, String broken) {
        this.values = Map.copyOf(values);
        this.broken = broken;
    }

    /** @param raw as it came, not decoded; null when there is none */
    static QueryString of(String raw) {
        if (raw == null || raw.isEmpty()) {
            return NONE;
        }
        Map<String, String> values = new HashMap<>();
        String broken = null;
        for (String pair : raw.split("&", -1)) {
            if (pair.isEmpty()) {
                continue;
            }
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            try {
                String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
                values.putIfAbsent(decoded(name).toLowerCase(Locale.ROOT), value);
            } catch (IllegalArgumentException e) {
                broken = broken == null ? name : broken;
            }
        }
        return new QueryString(values, broken);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** The names of all parts that can be decoded, in small letters. */
    Set<String> names() {
        return values.keySet();
    }

    /** The value of this name; null when there is none that can be read. */
    String get(String name) {
        return values.get(name);
    }

    /** The value of this name, or another one when there is none that can be read. */
    String get(String name, String otherwise) {
        return values.getOrDefault(name, otherwise);
    }

    /** The name of the first part that cannot be decoded, as it came. */
    Optional<String> broken() {
        return Optional.ofNullable(broken);
    }
}
