package energy.sem.display.font;

/**
 * A size in pixels, in each direction of its own: fewer pixels across than down give condensed text that is grid-fitted
 * all the same (OpenType specification: instructions, "stretched" glyphs).
 */
final class Size {
    private final int ppemX;
    private final int ppemY;
    private final int scaleX;
    private final int scaleY;

    Size(int ppemX, int ppemY, int unitsPerEm) {
        this.ppemX = ppemX;
        this.ppemY = ppemY;
        scaleX = Fixed.divFix((long) ppemX * Fixed.PIXEL, unitsPerEm);
        scaleY = Fixed.divFix((long) ppemY * Fixed.PIXEL, unitsPerEm);
    }

    /** Font units to 26.6 across, as 16.16. */
    int scaleX() {
        return scaleX;
    }

    /** Font units to 26.6 down, as 16.16. */
    int scaleY() {
        return scaleY;
    }

    boolean square() {
        return ppemX == ppemY;
    }

    /** The larger number of pixels per em: control values are scaled by it. */
    int largest() {
        return Math.max(ppemX, ppemY);
    }

    int largestScale() {
        return Math.max(scaleX, scaleY);
    }

    /** How much smaller things are along a direction than along the larger axis, as 16.16. */
    int ratio(int directionX, int directionY) {
        if (directionY == 0) {
            return Fixed.divFix(ppemX, largest());
        }
        if (directionX == 0) {
            return Fixed.divFix(ppemY, largest());
        }
        long x = Fixed.mul14(Fixed.divFix(ppemX, largest()), directionX);
        long y = Fixed.mul14(Fixed.divFix(ppemY, largest()), directionY);
        return (int) Fixed.squareRoot(x * x + y * y);
    }
}
