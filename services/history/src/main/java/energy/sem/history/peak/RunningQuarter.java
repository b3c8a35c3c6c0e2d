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
    /** Nobody switches anything for less time, and a division by a second gives an absurd figure. */
    private static final long SHORTEST_REST_MILLI = 60_000;

    /**
     * The quarter hour at an instant.
     *
     * @param importW the present power from the grid, W
     * @param atMilli the instant
     * @param monthPeakW the month's peak so far, W, or {@code null}; below 2.5 kW it costs nothing to rise
     * @param connectionW what the connection carries, W
     */
    public static RunningQuarter at(long atMilli, int demandW, int importW, Integer monthPeakW, int connectionW) {
        long restMilli = QuarterHours.MILLIS - Math.floorMod(atMilli, QuarterHours.MILLIS);
        long projected = demandW + Math.floorDiv(importW * restMilli, QuarterHours.MILLIS);
        int limit = Math.max(BillingPeak.MINIMUM_W, monthPeakW == null ? 0 : monthPeakW);
        long free = Math.floorDiv((limit - projected) * QuarterHours.MILLIS, Math.max(restMilli, SHORTEST_REST_MILLI));
        return new RunningQuarter(
                demandW,
                clamp(projected),
                limit,
                clamp(Math.max(0, Math.min(free, connectionW - (long) importW))),
                Math.max(0, Math.min(limit, connectionW) - importW));
    }

    private static int clamp(long watts) {
        return (int) Math.min(Integer.MAX_VALUE, Math.max(Integer.MIN_VALUE, watts));
    }
}
