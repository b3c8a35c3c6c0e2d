package energy.sem.display.font;

/**
 * A glyph's grid-fitted outline, origin on the base line, y upwards, in 26.6 pixels: lines and quadratic curves. The
 * arrays are its own and are not changed.
 */
final class Outline {
    private final int[] x;
    private final int[] y;
    private final boolean[] onCurve;
    private final int[] contourEnds;
    private final int advance;
    private final boolean dropOut;

    /**
     * @param x the points' x
     * @param y the points' y
     * @param onCurve whether a point lies on the curve or pulls it
     * @param contourEnds the last point of each contour
     * @param advance how far the next glyph's origin lies to the right, in whole pixels
     * @param dropOut whether strokes between two pixel centres are kept alive in black and white
     */
    Outline(int[] x, int[] y, boolean[] onCurve, int[] contourEnds, int advance, boolean dropOut) {
        this.x = x;
        this.y = y;
        this.onCurve = onCurve;
        this.contourEnds = contourEnds;
        this.advance = advance;
        this.dropOut = dropOut;
    }

    int points() {
        return x.length;
    }

    int x(int point) {
        return x[point];
    }

    int y(int point) {
        return y[point];
    }

    boolean onCurve(int point) {
        return onCurve[point];
    }

    int contours() {
        return contourEnds.length;
    }

    int contourEnd(int contour) {
        return contourEnds[contour];
    }

    int advance() {
        return advance;
    }

    boolean dropOut() {
        return dropOut;
    }
}
