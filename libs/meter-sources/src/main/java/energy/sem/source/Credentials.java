package energy.sem.source;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a source is asked with, beside its URL.
 *
 * @param token of a device that gives one out
 * @param password of the user whom the URL names
 * @param caFile certificates (PEM) that are trusted in place of the platform's
 */
public record Credentials(Optional<Secret> token, Optional<Secret> password, Optional<Path> caFile) {

    /** Nothing. */
    public static final Credentials NONE = new Credentials(Optional.empty(), Optional.empty(), Optional.empty());

    /** With this token and nothing else. */
    public static Credentials token(String token) {
        return new Credentials(Optional.of(Secret.of(token)), Optional.empty(), Optional.empty());
    }

    /** The names of those that are given, as the last parts of their settings. */
    public Set<String> given() {
        Map<String, Optional<?>> all = new LinkedHashMap<>();
        all.put("token", token);
        all.put("password", password);
        all.put("ca-file", caFile);
        all.values().removeIf(Optional::isEmpty);
        return all.keySet();
    }
}
