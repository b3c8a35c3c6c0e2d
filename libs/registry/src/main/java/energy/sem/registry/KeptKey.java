package energy.sem.registry;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A key of an entry, as it is kept: its SHA-256, never itself. Keys are random ({@link NewKey}), so that
 * neither salt nor many rounds are needed.
 *
 * @param sha256 64 hex digits
 * @param notBefore from when it opens; empty from ever
 * @param notAfter until when, exclusive; empty for ever
 */
public record KeptKey(String sha256, Optional<Instant> notBefore, Optional<Instant> notAfter) {
    /** How far two machines' clocks may differ: a key that one has made opens at once at the other. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    /** More than two are rotated in one another's time only by somebody who does not look. */
    static final int MOST = 8;

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    /** @throws IllegalArgumentException when the hash is none */
    public KeptKey {
        Objects.requireNonNull(notBefore);
        Objects.requireNonNull(notAfter);
        if (!HASH.matcher(sha256).matches()) {
            throw new IllegalArgumentException("a key's hash is not 64 hex digits");
        }
    }

    /** @throws IllegalArgumentException when there are more than eight */
    static void requireFew(List<KeptKey> keys) {
        if (keys.size() > MOST) {
            throw new IllegalArgumentException("it has " + keys.size() + " keys, more than " + MOST);
        }
    }

    /** A key that opens for ever. */
    public static KeptKey always(String clear) {
        return new KeptKey(hash(clear), Optional.empty(), Optional.empty());
    }

    /** A key that opens from that moment on. */
    public static KeptKey from(String clear, Instant notBefore) {
        return new KeptKey(hash(clear), Optional.of(notBefore), Optional.empty());
    }

    /** What is kept of a key. */
    public static String hash(String clear) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(clear.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Whether it opens at that moment. */
    public boolean opensAt(Instant now) {
        boolean begun =
                notBefore.map(from -> !now.plus(CLOCKS_DIFFER).isBefore(from)).orElse(true);
        return begun && !isOverAt(now);
    }

    /** Whether it will never open again. */
    public boolean isOverAt(Instant now) {
        return notAfter.map(until -> !now.isBefore(until)).orElse(false);
    }

    /** The same, which ends at that moment or before. */
    public KeptKey endingBy(Instant moment) {
        Instant until = notAfter.filter(own -> own.isBefore(moment)).orElse(moment);
        return new KeptKey(sha256, notBefore, Optional.of(until));
    }

    /** What people tell keys apart by. */
    public String mark() {
        return sha256.substring(0, 8);
    }

    /**
     * These and one more. Those before it open for that long yet; keys whose time is over, and the oldest of too many, are left
     * out.
     */
    static List<KeptKey> rotated(List<KeptKey> keys, String clear, Instant now, Duration bothFor) {
        Instant until = now.plus(bothFor);
        List<KeptKey> kept = new ArrayList<>();
        keys.stream()
                .map(key -> key.endingBy(until))
                .filter(key -> !key.isOverAt(now))
                .forEach(kept::add);
        kept.add(from(clear, now));
        return kept.subList(Math.max(0, kept.size() - MOST), kept.size());
    }
}
