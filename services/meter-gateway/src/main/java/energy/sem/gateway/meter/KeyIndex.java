package energy.sem.gateway.meter;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import energy.sem.registry.KeptKey;

import static java.nio.charset.StandardCharsets.US_ASCII;

/**
 * Which meter a key opens, as fast with a hundred thousand as with one. What is looked up is not the key's hash but a hash of it
 * and of a secret that this process has made: how long that takes tells nothing of any key, so it need not be constant. Thread-safe.
 */
final class KeyIndex {
    private final byte[] secret = new byte[32];
    private final Map<String, Owned> byBlindedHash = new ConcurrentHashMap<>();

    private record Owned(String meter, KeptKey key) {}

    KeyIndex() {
        new SecureRandom().nextBytes(secret);
    }

    /** Returns whether the key was taken: not when it is another meter's already. */
    boolean put(String meter, KeptKey key) {
        Owned there = byBlindedHash.merge(
                blinded(key.sha256()),
                new Owned(meter, key),
                (before, now) -> before.meter().equals(meter) ? now : before);
        return there.meter().equals(meter);
    }

    void remove(String meter, KeptKey key) {
        byBlindedHash.computeIfPresent(
                blinded(key.sha256()), (hash, owned) -> owned.meter().equals(meter) ? null : owned);
    }

    /** The name of the meter that this key opens now. */
    Optional<String> opens(String given, Instant now) {
        return Optional.ofNullable(byBlindedHash.get(blinded(KeptKey.hash(given))))
                .filter(owned -> owned.key().opensAt(now))
                .map(Owned::meter);
    }

    private String blinded(String hash) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(secret);
            return HexFormat.of().formatHex(digest.digest(hash.getBytes(US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
