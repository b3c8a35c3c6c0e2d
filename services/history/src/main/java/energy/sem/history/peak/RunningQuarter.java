package energy.sem.history.peak;

import energy.sem.quarter.QuarterHours;

/**
 * The running quarter hour at one moment. What is free until its end grows without bound as the end comes near: it is cut
 * at what the connection carries, and beside it stands what stays free afterwards, which is what matters to anything that
 * runs longer than the rest of a quarter hour.
 *
 * @param demandW its energy so far as if nothing more came, W: Wh x 4 (what 1-0:1.4.0 shows)
 * @param projectedW what it ends at when the present power stays, W
 * @param limitW what it may end at without costing more, W
 * @param freeW power that may be added from now to its end without passing the limit, W; at least 0, at most what the
 *     connection has left
 * @param freeAfterW power that may be added for all of the next quarter hour without passing the limit, when the present
 *     power stays, W; at least 0
 */
public record RunningQuarter(int demandW, int projectedW, int limitW, int freeW, int freeAfterW) {
    /** A connection of one phase: 40 A at 230 V, W. */
    private static final int ONE_PHASE_W = 9200;

    /** A connection of three phases: 25 A at 230 V each, W. */
    private static final int THREE_PHASES_W = 17_250;

    /** Nobody switches anything for less time, and a division by a second gives an absurd figure. */
    private static final long SHORTEST_REST_MILLI = 60_000;

    /**
     * The quarter hour at an instant.
     *
     * @param importW the present power from the grid, W
     * @param atMilli the instant
     * @param monthPeakW the month's peak so far, W, or {@code null}; below 2.5 kW it costs nothing to rise
     * @param phases how many the meter speaks of; taken as three when it speaks of none
     */
    public static RunningQuarter at(long atMilli, int demandW, int importW, Integer monthPeakW, int phases) {
        long restMilli = QuarterHours.MILLIS - Math.floorMod(atMilli, QuarterHours.MILLIS);
        long projected = demandW + Math.floorDiv(importW * restMilli, QuarterHours.MILLIS);
        int limit = Math.max(BillingPeak.MINIMUM_W, monthPeakW == null ? 0 : monthPeakW);
        long free = Math.floorDiv((limit - projected) * QuarterHours.MILLIS, Math.max(restMilli, SHORTEST_REST_MILLI));
        int connection = phases == 1 ? ONE_PHASE_W : THREE_PHASES_W;
        return new RunningQuarter(
                demandW,
                clamp(projected),
                limit,
                clamp(Math.max(0, Math.min(free, connection - (long) importW))),
                Math.max(0, Math.min(limit, connection) - importW));
    }

    private static int clamp(long watts) {
        return (int) Math.min(Integer.MAX_VALUE, Math.max(Integer.MIN_VALUE, watts));
    }
}
