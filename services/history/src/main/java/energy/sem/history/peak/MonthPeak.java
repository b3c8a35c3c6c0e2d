package energy.sem.history.peak;

import java.time.YearMonth;
import java.util.OptionalInt;

import energy.sem.quarter.Demand;
import energy.sem.quarter.QuarterHours;

/**
 * One month's peak from both sides.
 *
 * @param month of the household's zone
 * @param statedW the meter's own, W, or {@code null}
 * @param statedAtMilli the moment the meter states, or {@code null}
 * @param closed true when the meter has closed the month
 * @param computed from our quarter hours, or {@code null}
 */
public record MonthPeak(YearMonth month, Integer statedW, Long statedAtMilli, boolean closed, Demand computed) {

    /** True when the meter's own figure is the one that counts. */
    public boolean fromMeter() {
        return statedW != null && (closed || computed == null || statedW >= computed.watts() || isNear());
    }

    /** The peak that counts, W; there is one. */
    public int watts() {
        return fromMeter() ? statedW : computed.watts();
    }

    /** Its moment, milliseconds since 1970 in UTC: as the meter states it, or the start of the computed quarter hour. */
    public Long atMilli() {
        return fromMeter() ? statedAtMilli : (Long) QuarterHours.startMilli(computed.quarter());
    }

    /** Where it comes from: {@code meter} or {@code computed}. */
    public String source() {
        return fromMeter() ? "meter" : "computed";
    }

    /** The number of the quarter hour that the peak was in; empty when a meter does not say when. */
    public OptionalInt quarter() {
        if (!fromMeter()) {
            return OptionalInt.of(computed.quarter());
        }
        return statedAtMilli == null ? OptionalInt.empty() : OptionalInt.of(endingAt(statedAtMilli));
    }

    /**
     * The quarter hour that ends at the edge next to an instant: a meter states when a quarter hour ended, some a few
     * seconds late.
     */
    private static int endingAt(long milli) {
        return QuarterHours.of(milli + QuarterHours.MILLIS / 2) - 1;
    }

    // The meter's own count is finer than its registers: a few watts of difference are rounding, not a missed peak.
    private boolean isNear() {
        return computed.watts() - statedW <= 10;
    }
}
