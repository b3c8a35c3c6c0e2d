package energy.sem.display.paint;

/**
 * The vertical axis. Grid lines are a step of 1, 2 or 5 times a power of ten apart and a whole number of pixels; the axis
 * ends on half steps, so that little room is lost and it seldom changes while a period runs.
 *
 * @param step from one grid line to the next, in the view's unit
 * @param halfStepPixels pixels of half a step
 * @param halfStepsUp half steps above zero
 * @param halfStepsDown half steps below zero
 */
record Axis(long step, int halfStepPixels, int halfStepsUp, int halfStepsDown) {
    /** 0.01 kWh or m³: finer would say more than a meter knows. */
    private static final long FINEST_STEP = 10;
    /** What an axis without anything on it reaches to: one kWh or m³. */
    private static final long EMPTY_REACH = 1000;
    /** A million GWh: nothing real is more, and the arithmetic stays far from its limits. */
    private static final long FURTHEST = 1_000_000_000_000_000L;

    /**
     * The axis with the finest step whose labels do not touch.
     *
     * @param up how far it must reach up, not negative
     * @param down how far it must reach down, not negative
     * @param height of the plot in pixels
     * @param leastStepPixels under this, labels would touch
     */
    static Axis reaching(long up, long down, int height, int leastStepPixels) {
        long reachUp = up == 0 && down == 0 ? EMPTY_REACH : Math.min(up, FURTHEST);
        long reachDown = Math.min(down, FURTHEST);
        for (long power = FINEST_STEP; ; power *= 10) {
            for (long digit : new long[] {1, 2, 5}) {
                long half = digit * power / 2;
                long halvesUp = (reachUp + half - 1) / half;
                long halvesDown = (reachDown + half - 1) / half;
                long pixels = height / Math.max(1, halvesUp + halvesDown);
                if (2 * pixels >= leastStepPixels) {
                    return new Axis(digit * power, (int) pixels, (int) halvesUp, (int) halvesDown);
                }
            }
        }
    }

    /** Pixels from the top of the axis to zero. */
    int zero() {
        return halfStepsUp * halfStepPixels;
    }

    /** Pixels from top to bottom. */
    int height() {
        return (halfStepsUp + halfStepsDown) * halfStepPixels;
    }

    /** The length of a bar; anything above nothing is at least one pixel. */
    int length(long amount) {
        long pixels = (2L * halfStepPixels * Math.min(amount, FURTHEST) + step / 2) / step;
        return amount > 0 ? (int) Math.max(1, pixels) : 0;
    }

    /** Decimals that its labels need in thousandths of the unit. */
    int decimals() {
        if (step >= 1000) {
            return 0;
        }
        return step >= 100 ? 1 : 2;
    }
}
