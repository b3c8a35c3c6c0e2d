package energy.sem.gateway.health;

import java.util.Locale;

import energy.sem.p1.RejectCause;

/** What can become of what a meter sends; the words of counters, headers and answers. */
public enum Outcome {
    /** A whole, checked telegram. */
    VALID,
    /** A valid telegram whose event is safe. */
    SAFE,
    /** A valid telegram whose event could not be made safe. */
    NOT_SAFE,
    /** A valid telegram that {@code publish-every} left out: what is published says all of it that matters. */
    THINNED,
    /** Rejected: the checksum does not match. */
    CRC,
    /** Of those, the ones that nothing but their checksum speaks against. */
    CRC_OF_WHOLE,
    /** Rejected: its end is missing. */
    TRUNCATED,
    /** Rejected: longer than any telegram. */
    OVERSIZE,
    /** Rejected: no telegram. */
    FORMAT,
    /** Rejected: encrypted, and the meter has no key. */
    ENCRYPTED,
    /** Valid by another checksum than the standard's, which this meter sends. */
    OTHER_CHECKSUM,
    /** Valid, and says what cannot be true. */
    IMPLAUSIBLE,
    /** Valid once its line ends were restored. */
    REPAIRED;

    /** The outcome of a frame rejected for that cause. */
    public static Outcome of(RejectCause cause) {
        return switch (cause) {
            case CRC -> CRC;
            case TRUNCATED -> TRUNCATED;
            case OVERSIZE -> OVERSIZE;
            case FORMAT -> FORMAT;
            case ENCRYPTED -> ENCRYPTED;
        };
    }

    /** Whether a frame with this outcome is dropped. */
    public boolean isRejection() {
        return switch (this) {
            case CRC, CRC_OF_WHOLE, TRUNCATED, OVERSIZE, FORMAT, ENCRYPTED -> true;
            default -> false;
        };
    }

    /** Such as {@code crc} or {@code notSafe}. */
    public String word() {
        return switch (this) {
            case NOT_SAFE -> "notSafe";
            case CRC_OF_WHOLE -> "crcOfWhole";
            case OTHER_CHECKSUM -> "otherChecksum";
            default -> name().toLowerCase(Locale.ROOT);
        };
    }
}
