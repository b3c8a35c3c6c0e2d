package energy.sem.history.peak;

import java.time.YearMonth;

import energy.sem.quarter.Demand;

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

    // The meter's own count is finer than its registers: a few watts of difference are rounding, not a missed peak.
    private boolean isNear() {
        return computed.watts() - statedW <= 10;
    }
}
