package energy.sem.p1;

import java.util.Locale;

/** Why a piece of a stream is no telegram; exactly one for each rejected piece. */
public enum RejectCause {
    /** The checksum does not match, or is missing in a dialect that has one. */
    CRC,
    /** The next telegram began, or the input ended, before the end of this one. */
    TRUNCATED,
    /** No end within {@link Framer#MAX_FRAME_BYTES}. */
    OVERSIZE,
    /** Framed and checked, but not a P1 telegram. */
    FORMAT,
    /** Encrypted, and read without a key. */
    ENCRYPTED;

    /** The word that counters, headers and answers use: {@code crc}, {@code truncated}, {@code oversize} and so on. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
