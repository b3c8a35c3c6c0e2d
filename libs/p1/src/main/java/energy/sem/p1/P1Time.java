package energy.sem.p1;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * A time stamp as a meter writes it: {@code YYMMDDhhmmssX}, local time with the suffix that says which (P1-502 6.4).
 *
 * <p>The suffix decides, never the zone of the computer: {@code S} is UTC+2 and {@code W} is UTC+1, also where the
 * calendar contradicts it. Years are 2000 to 2099. 1 January 1970, which would be read as 2070, is a clock never set and
 * read as no time at all.
 *
 * @param localEpochSecond the local date and time, counted in seconds as if it were UTC; compact, see {@link #local()}
 * @param suffix which local time it is
 */
public record P1Time(long localEpochSecond, Suffix suffix) {

    /** How far a meter's clock may run ahead before a stamp is taken for one of the hour before. */
    private static final long CLOCK_TOLERANCE_SECONDS = 15 * 60;

    /** The letter behind a time stamp. */
    public enum Suffix {
        /** Daylight saving time, UTC+2. */
        S(2 * 3600, 0),
        /** Winter time, UTC+1. */
        W(3600, 1),
        /** No letter, as in DSMR 2.2 and 3: only a time zone can tell the instant. */
        NONE(0, 2);

        private final int offsetSeconds;
        private final int code;

        Suffix(int offsetSeconds, int code) {
            this.offsetSeconds = offsetSeconds;
            this.code = code;
        }

        private static Suffix ofCode(int code) {
            return code == S.code ? S : code == W.code ? W : NONE;
        }
    }

    /** A stamp as one number, for {@link #unpacked}. */
    static long packed(long localEpochSecond, Suffix suffix) {
        return localEpochSecond << 2 | suffix.code;
    }

    /** The stamp of a number that {@link #packed} made; null for {@link Unsaid#LONG}. */
    static P1Time unpacked(long packed) {
        return packed == Unsaid.LONG ? null : new P1Time(packed >> 2, Suffix.ofCode((int) packed & 3));
    }

    /** The stamp of a local date and time; fractions of a second are dropped. */
    public static P1Time of(LocalDateTime local, Suffix suffix) {
        return new P1Time(local.toEpochSecond(ZoneOffset.UTC), suffix);
    }

    /** The stamp that a meter in {@code zone} (one whose offsets are UTC+1 and UTC+2) writes at {@code instant}. */
    public static P1Time of(Instant instant, ZoneId zone) {
        int offset = zone.getRules().getOffset(instant).getTotalSeconds();
        for (Suffix suffix : new Suffix[] {Suffix.W, Suffix.S}) {
            if (suffix.offsetSeconds == offset) {
                return new P1Time(instant.getEpochSecond() + offset, suffix);
            }
        }
        throw new IllegalArgumentException(
                zone + " is at UTC" + ZoneOffset.ofTotalSeconds(offset) + " then, for which P1 has no suffix");
    }

    /** The date and time as written. */
    public LocalDateTime local() {
        return LocalDateTime.ofEpochSecond(localEpochSecond, 0, ZoneOffset.UTC);
    }

    /** The exact instant; empty when the stamp has no suffix. */
    public Optional<Instant> instant() {
        return suffix == Suffix.NONE ? Optional.empty() : Optional.of(bySuffix());
    }

    /**
     * The instant of a stamp alone, by the suffix where there is one, else in {@code zone}. In the hour that a zone has
     * twice, it is the later candidate that is not after the arrival (a clock that runs ahead by up to 15 minutes is
     * forgiven). In a stream {@link StampOrder} knows better.
     *
     * @param zone where the meter hangs; used only without a suffix
     * @param arrival when the telegram was received
     */
    public Instant instant(ZoneId zone, Instant arrival) {
        if (suffix != Suffix.NONE) {
            return bySuffix();
        }
        Instant later = later(zone);
        return later.isAfter(arrival.plusSeconds(CLOCK_TOLERANCE_SECONDS)) ? earlier(zone) : later;
    }

    /** The first instant that the stamp can mean: another than {@link #later} only in the hour that the zone has twice. */
    Instant earlier(ZoneId zone) {
        return suffix != Suffix.NONE
                ? bySuffix()
                : ZonedDateTime.ofLocal(local(), zone, null)
                        .withEarlierOffsetAtOverlap()
                        .toInstant();
    }

    /** The last instant that the stamp can mean. */
    Instant later(ZoneId zone) {
        return suffix != Suffix.NONE
                ? bySuffix()
                : ZonedDateTime.ofLocal(local(), zone, null)
                        .withLaterOffsetAtOverlap()
                        .toInstant();
    }

    /** Whether the suffix is another than Central European Time has at that instant; the suffix counts all the same. */
    boolean contradictsCalendar() {
        return suffix != Suffix.NONE
                && CivilTime.isSummer(localEpochSecond - suffix.offsetSeconds) != (suffix == Suffix.S);
    }

    private Instant bySuffix() {
        return Instant.ofEpochSecond(localEpochSecond - suffix.offsetSeconds);
    }

    /** As local date and time with the suffix, for logs: {@code 2024-10-27T02:30S}. */
    @Override
    public String toString() {
        return local() + (suffix == Suffix.NONE ? "" : suffix.name());
    }
}
