package energy.sem.display.font;

import java.util.Arrays;

/**
 * Points that instructions work on: where they were in font units, where scaling put them, and where they are now. Zone 1
 * is the glyph with its four phantom points, zone 0 ("twilight") are points of the programs' own.
 */
final class Zone {
    static final byte TOUCHED_X = 1;
    static final byte TOUCHED_Y = 2;

    final int count;
    /** The last point of each contour. */
    final int[] contourEnds;
    /** In font units. */
    final int[] unscaledX;

    final int[] unscaledY;
    /** Scaled, 26.6. */
    final int[] originalX;

    final int[] originalY;
    /** Grid-fitted so far, 26.6. */
    final int[] x;

    final int[] y;
    final boolean[] onCurve;
    final byte[] touched;

    Zone(int count, int[] contourEnds) {
        this.count = count;
        this.contourEnds = contourEnds;
        unscaledX = new int[count];
        unscaledY = new int[count];
        originalX = new int[count];
        originalY = new int[count];
        x = new int[count];
        y = new int[count];
        onCurve = new boolean[count];
        touched = new byte[count];
    }

    /** Makes the present positions the original ones, for the next program. */
    void settle() {
        System.arraycopy(x, 0, originalX, 0, count);
        System.arraycopy(y, 0, originalY, 0, count);
        Arrays.fill(touched, (byte) 0);
    }

    /** Copies points with their state from another zone to a place in this one. */
    void take(Zone from, int fromIndex, int toIndex, int points) {
        System.arraycopy(from.unscaledX, fromIndex, unscaledX, toIndex, points);
        System.arraycopy(from.unscaledY, fromIndex, unscaledY, toIndex, points);
        System.arraycopy(from.originalX, fromIndex, originalX, toIndex, points);
        System.arraycopy(from.originalY, fromIndex, originalY, toIndex, points);
        System.arraycopy(from.x, fromIndex, x, toIndex, points);
        System.arraycopy(from.y, fromIndex, y, toIndex, points);
        System.arraycopy(from.onCurve, fromIndex, onCurve, toIndex, points);
    }
}
