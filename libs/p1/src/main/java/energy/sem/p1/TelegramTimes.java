package energy.sem.p1;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * When a telegram's values were counted, as far as it is believed.
 *
 * @param at the electricity meter's values, to the millisecond
 * @param source where {@code at} comes from
 * @param stated what the meter's own clock says, where it is not believed; else null
 * @param devices each of {@link Telegram#devices()}, in their order; null for one that was never read
 * @param ofNow whether it was counted about when it came, for sure: then the order in which telegrams came is the order in
 *     which they were counted, whatever the clocks said. What may be of a past that is sent afterwards has only its instant
 */
public record TelegramTimes(Instant at, Source source, Instant stated, List<Instant> devices, boolean ofNow) {

    /** Where a time comes from. */
    public enum Source {
        /** The telegram's own stamp, with its suffix. */
        METER,
        /** The telegram's own stamp without a suffix, read in the household's zone. */
        METER_WITHOUT_SUFFIX,
        /** The arrival of the telegram, which has no stamp or none that is believed. */
        ARRIVAL;

        /** Where the instant of a stamp that is believed comes from. */
        public static Source of(P1Time stamp) {
            return stamp.suffix() == P1Time.Suffix.NONE ? METER_WITHOUT_SUFFIX : METER;
        }
    }

    /**
     * From here on a clock is off by about a day: one whose date is a day wrong is off by 24 hours give or take, and a
     * delivery of the last hours is not.
     */
    public static final Duration ABOUT_A_DAY = Duration.ofHours(23);

    public TelegramTimes {
        // Not List.copyOf: a device that was never read has no time.
        devices = devices.stream().toList();
    }

    /** Whether the meter's clock is off by about a day or more, so that its dates say nothing. */
    public boolean isClockWrong() {
        return stated != null && Duration.between(stated, at).abs().compareTo(ABOUT_A_DAY) > 0;
    }

    /**
     * The times of a telegram alone, all its stamps believed and read by {@link P1Time#instant(ZoneId, Instant)}; of one
     * without a stamp its arrival.
     */
    public static TelegramTimes asStated(Telegram telegram, ZoneId zone, Instant arrival) {
        boolean none = telegram.at() == null;
        Instant at =
                none ? arrival.truncatedTo(ChronoUnit.MILLIS) : telegram.at().instant(zone, arrival);
        List<Instant> devices = telegram.devices().stream()
                .map(d -> d.at() == null ? at : d.at().instant(zone, arrival))
                .toList();
        return new TelegramTimes(at, none ? Source.ARRIVAL : Source.of(telegram.at()), null, devices, false);
    }
}
