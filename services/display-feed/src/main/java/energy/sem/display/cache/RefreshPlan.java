package energy.sem.display.cache;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

import energy.sem.display.history.Meter;

/**
 * When a meter's views were last renewed, and with it when they must be again. Data of a picture end at the last full
 * quarter hour, so a new reading alone is no reason.
 *
 * @param meter as history knew it then
 * @param today the day it was
 * @param at the instant
 */
record RefreshPlan(Meter meter, LocalDate today, Instant at) {
    private static final long QUARTER_MILLIS = Duration.ofMinutes(15).toMillis();
    /** The shortest time without readings after which a meter can count as silent. */
    private static final Duration SILENCE = Duration.ofMinutes(15);
    /** Between renewals while old data come in, or while history does not call a silent meter stale yet. */
    private static final Duration PAUSE = Duration.ofMinutes(1);

    /** What to ask for again. */
    enum Due {
        NOTHING,
        RUNNING_PERIODS,
        /** The running periods and those before them. */
        RECENT_PERIODS,
        ALL
    }

    /**
     * What there is a reason to ask for again.
     *
     * @param stale whether a picture of the meter carries the banner
     */
    Due due(Meter meterNow, LocalDate todayNow, boolean stale, Instant now) {
        if (!todayNow.equals(today) || !sameButForReadings(meterNow)) {
            return Due.ALL;
        }
        boolean rested = !at.plus(PAUSE).isAfter(now);
        Instant last = meterNow.lastReadingAt();
        if (quarter(last) != quarter(meter.lastReadingAt())) {
            return rested || quarter(last) == quarter(now) ? Due.ALL : Due.NOTHING;
        }
        if (!captured(meterNow).equals(captured(meter))) {
            return Due.RECENT_PERIODS;
        }
        boolean silent = last != null && last.plus(SILENCE).isBefore(now);
        return rested && silent != stale ? Due.RUNNING_PERIODS : Due.NOTHING;
    }

    private boolean sameButForReadings(Meter now) {
        return now.simulated() == meter.simulated()
                && now.everExported() == meter.everExported()
                && now.utilities().equals(meter.utilities())
                && Objects.equals(now.wrongClock(), meter.wrongClock())
                && Objects.equals(now.firstReadingAt(), meter.firstReadingAt());
    }

    /**
     * How far gas and water are known up to the last full quarter hour. A meter may tell of a capture minutes later, and
     * whoever asked history before and whoever asks after must come to show the same.
     */
    private static List<Long> captured(Meter meter) {
        long edge = quarter(meter.lastReadingAt());
        return meter.capturedAt().stream()
                .map(at -> quarter(at) >= edge ? edge * QUARTER_MILLIS : at.toEpochMilli())
                .toList();
    }

    private static long quarter(Instant instant) {
        return instant == null ? Long.MIN_VALUE : Math.floorDiv(instant.toEpochMilli(), QUARTER_MILLIS);
    }
}
