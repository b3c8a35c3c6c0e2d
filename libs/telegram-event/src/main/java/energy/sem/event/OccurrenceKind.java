package energy.sem.event;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an {@link Occurrence} can be. A state or a count holds until it is said otherwise; an entry of a log has a duration. */
public enum OccurrenceKind {
    /** An entry of the meter's log of long power failures (1-0:99.97.0): when power came back, and how long it was away. */
    POWER_FAILURE,
    /** How many power failures the meter has counted in any phase since it was installed (0-0:96.7.21). */
    POWER_FAILURES,
    /** How many long ones (0-0:96.7.9). */
    LONG_POWER_FAILURES,
    /** How many voltage sags of a phase the meter has counted (1-0:32/52/72.32.0). */
    SAGS,
    /** How many voltage swells of a phase (1-0:32/52/72.36.0). */
    SWELLS,
    /** The breaker (0-0:96.3.10): {@code connected}, {@code disconnected} or {@code ready-for-reconnection}. */
    BREAKER,
    /** A load relay of the meter (0-n:96.3.10 with n from 1), likewise. */
    RELAY,
    /** The valve of an M-Bus device (0-n:24.4.0), likewise. */
    VALVE,
    /** The limiter's threshold (0-0:17.0.0), W, or the text {@code off}. */
    LIMITER_W,
    /** The limiter's threshold where it is sent in kVA (Luxembourg), VA. */
    LIMITER_VA,
    /** The fuse's threshold (1-0:31.4.0), hundredths of an ampere, or the text {@code off}. */
    FUSE_CENTI_A,
    /** The grid (1-0:94.32.1): {@code 400} or {@code 230}, volts between phases. */
    GRID,
    /** The grid operator's text for the customer (0-0:96.13.0). */
    TEXT,
    /** The grid operator's numeric message (0-0:96.13.1). */
    MESSAGE_CODE,
    /** How the telegrams' checksum comes out: {@code valid}, {@code repaired}, {@code absent} or {@code other}. */
    CHECKSUM,
    /** An hour in which many telegrams failed their checksum: its end, and how many. */
    CHECKSUM_FAILURES,
    /**
     * How far the meter's clock is ahead of the gateway's, seconds, with a word: {@code off}, {@code never-set}, or
     * {@code computer-off} when it is the gateway's that is wrong; nothing once it is right.
     */
    CLOCK;

    private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** The word in events, tables and answers: {@code power-failure}, {@code limiter-w} and so on. */
    public String word() {
        return word;
    }

    /** The kind of a word; empty for one of a later version. */
    public static Optional<OccurrenceKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }
}
