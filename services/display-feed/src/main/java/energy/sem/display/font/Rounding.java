package energy.sem.display.font;

/** How distances are rounded (instructions RTG, RTHG, RTDG, RDTG, RUTG, ROFF, SROUND, S45ROUND). Immutable. */
final class Rounding {
    static final Rounding OFF = new Rounding(0, 0, 0);
    static final Rounding TO_GRID = new Rounding(64, 0, 32);
    static final Rounding TO_HALF_GRID = new Rounding(64, 32, 32);
    static final Rounding TO_DOUBLE_GRID = new Rounding(32, 0, 16);
    static final Rounding DOWN = new Rounding(64, 0, 0);
    static final Rounding UP = new Rounding(64, 0, 63);

    private final int period;
    private final int phase;
    private final int threshold;

    private Rounding(int period, int phase, int threshold) {
        this.period = period;
        this.phase = phase;
        this.threshold = threshold;
    }

    /**
     * The rounding that SROUND and S45ROUND describe.
     *
     * @param gridPeriod the grid's period in 2.14: 0x4000, or 0x2D41 along a diagonal
     */
    static Rounding custom(int gridPeriod, int selector) {
        int period =
                switch (selector & 0xC0) {
                    case 0x00 -> gridPeriod / 2;
                    case 0x80 -> gridPeriod * 2;
                    default -> gridPeriod;
                };
        int phase = period * (selector >> 4 & 3) / 4;
        int threshold = (selector & 0x0F) == 0 ? period - 1 : ((selector & 0x0F) - 4) * period / 8;
        return new Rounding(Math.max(1, period >> 8), phase >> 8, threshold >> 8);
    }

    /** The rounded distance; it keeps its sign. */
    int of(int distance) {
        if (period == 0) {
            return distance;
        }
        if (distance >= 0) {
            int value = Math.floorDiv(distance - phase + threshold, period) * period + phase;
            return value < 0 ? phase : value;
        }
        int value = -(Math.floorDiv(-distance - phase + threshold, period) * period + phase);
        return value > 0 ? -phase : value;
    }
}
