package energy.sem.display.paint;

/**
 * How large everything is drawn. A handful: glyphs are drawn ahead for each, and never stretched.
 */
enum Scale {
    /** A pixel of 150 an inch, read from two metres. */
    ONE(0, 4),
    ONE_AND_QUARTER(1, 5),
    ONE_AND_HALF(2, 6),
    TWO_AND_QUARTER(3, 9);

    /** Dots an inch for which sizes are given. */
    private static final int DOTS_PER_INCH = 150;
    /** From this diagonal on a panel hangs where it is read from three metres and not from two. */
    private static final int LARGE_TENTHS = 50;

    private final int column;
    private final int quarters;

    Scale(int column, int quarters) {
        this.column = column;
        this.quarters = quarters;
    }

    /** Its column in {@code styles.txt}, from 0. */
    int column() {
        return column;
    }

    /** So many units in pixels, rounded. */
    int px(int units) {
        return Math.floorDiv(units * quarters + 2, 4);
    }

    /** Whether letters of this size are at most a twentieth larger than they must be on a panel, to be read from where it hangs. */
    boolean suits(int dotsPerInch, int diagonalTenths) {
        int metres = diagonalTenths < LARGE_TENTHS ? 2 : 3;
        // quarters / 4 <= 1.05 * dots / 150 * metres / 2
        return quarters * DOTS_PER_INCH * 2 * 100 <= 4 * 105 * dotsPerInch * metres;
    }
}
