package energy.sem.guard;

import energy.sem.quarter.QuarterHours;

/**
 * What is left of a quarter hour at one moment.
 *
 * @param allowedW mean import from now to its end with which it ends at the target exactly, W, rounded down; negative when
 *     the target is passed already, and without bound as the end comes near
 * @param projectedW what it ends at when the present import stays, W
 * @param restMilli until its end, 1 to 900,000
 */
public record QuarterBudget(long allowedW, int projectedW, long restMilli) {

    /**
     * The budget of the quarter hour that an instant is in.
     *
     * @param atMilli the instant by the meter's clock, milliseconds since 1970 in UTC
     * @param targetW what it may end at, W
     * @param demandW its energy so far as if nothing more came, W: Wh x 4 (what 1-0:1.4.0 shows)
     * @param importW the present import, W
     */
    public static QuarterBudget at(long atMilli, int targetW, int demandW, int importW) {
        long restMilli = QuarterHours.MILLIS - Math.floorMod(atMilli, QuarterHours.MILLIS);
        long allowedW = Math.floorDiv((targetW - (long) demandW) * QuarterHours.MILLIS, restMilli);
        return new QuarterBudget(allowedW, projectedW(demandW, importW, restMilli), restMilli);
    }

    private static int projectedW(int demandW, int importW, long restMilli) {
        long projectedW = demandW + Math.max(0, importW) * restMilli / QuarterHours.MILLIS;
        return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, projectedW));
    }
}
