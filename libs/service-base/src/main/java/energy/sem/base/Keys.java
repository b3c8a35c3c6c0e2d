package energy.sem.base;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** API keys: where a request carries one, and how two are compared. Stateless and thread-safe. */
public final class Keys {
    private static final String BEARER = "bearer ";

    /**
     * The key that a request carries.
     *
     * @param xApiKey the header {@code X-API-Key}, or null
     * @param authorization the header {@code Authorization}, or null; only the Bearer scheme counts
     */
    public static Optional<String> given(String xApiKey, String authorization) {
        if (xApiKey != null && !xApiKey.isBlank()) {
            return Optional.of(xApiKey.trim());
        }
        if (authorization != null && authorization.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
            String key = authorization.substring(BEARER.length()).trim();
            return key.isEmpty() ? Optional.empty() : Optional.of(key);
        }
        return Optional.empty();
    }

    /** Whether both are the same; takes the same time wherever they differ and however long they are. */
    public static boolean same(String given, String expected) {
        return MessageDigest.isEqual(sha256(given), sha256(expected));
    }

    /** Whether the given key is one of those; always compares with every one. */
    public static boolean anyOf(String given, Collection<String> expected) {
        boolean found = false;
        for (String each : expected) {
            found |= same(given, each);
        }
        return found;
    }

    // Hashes have one length, so the comparison does not tell how long the expected key is.
    static byte[] sha256(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private Keys() {}
}
