package energy.sem.guard;

/**
 * What a quarter hour may end at.
 *
 * @param floorW what is defended at most while the month's peak is below it, W: 2500, below which a lower peak costs no
 *     less in Flanders, or a number of the user's
 * @param marginW kept free below it, W
 */
public record GuardTarget(int floorW, int marginW) {
    /** Below this a month's peak costs nothing less (capacity tariff of Flanders), W. */
    public static final int FLOOR_W = 2500;

    /** For what nobody foresees, W. */
    public static final int MARGIN_W = 100;

    /** Where nothing is set. */
    public static final GuardTarget USUAL = new GuardTarget(FLOOR_W, MARGIN_W);

    /**
     * The target while the month's peak is this, W, at least 1. A peak that the month has already is not defended: to stay
     * below it brings nothing.
     */
    public int watts(int monthPeakW) {
        return Math.max(1, Math.max(monthPeakW, floorW) - marginW);
    }
}
