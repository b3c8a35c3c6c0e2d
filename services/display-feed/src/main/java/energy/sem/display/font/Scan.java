package energy.sem.display.font;

import energy.sem.display.raster.Mask;

/**
 * Turns outlines into pixels. What lies inside is told by the non-zero winding rule, so overlapping contours are one
 * shape.
 */
final class Scan {
    /** Sub-rows of a pixel for greys: grid-fitted edges lie on whole pixels, so only curves depend on it. */
    private static final int SUB_ROWS = 16;

    private final Outline outline;
    private final int left;
    private final int bottom;
    private final int width;
    private final int height;

    private Scan(Outline outline) {
        this.outline = outline;
        int minX = Integer.MAX_VALUE;
        int maxX = Integer.MIN_VALUE;
        int minY = Integer.MAX_VALUE;
        int maxY = Integer.MIN_VALUE;
        for (int i = 0; i < outline.points(); i++) {
            minX = Math.min(minX, outline.x(i));
            maxX = Math.max(maxX, outline.x(i));
            minY = Math.min(minY, outline.y(i));
            maxY = Math.max(maxY, outline.y(i));
        }
        boolean empty = outline.points() == 0;
        left = empty ? 0 : Fixed.floor(minX) / Fixed.PIXEL;
        bottom = empty ? 0 : Fixed.floor(minY) / Fixed.PIXEL;
        width = empty ? 0 : Fixed.ceil(maxX) / Fixed.PIXEL - left;
        height = empty ? 0 : Fixed.ceil(maxY) / Fixed.PIXEL - bottom;
    }

    /** Four greys: each pixel's ink is the share of it that lies inside, in thirds. */
    static Glyph grey(Outline outline) {
        Scan scan = new Scan(outline);
        return scan.glyph(scan.shares());
    }

    /** Black and white: a pixel is black when its centre lies inside, and where a stroke would break otherwise. */
    static Glyph mono(Outline outline) {
        Scan scan = new Scan(outline);
        return scan.glyph(scan.centres());
    }

    private Glyph glyph(byte[] ink) {
        return new Glyph(new Mask(width, height, ink), left, bottom + height, outline.advance());
    }

    private byte[] shares() {
        int subRow = Crossings.PIXEL / SUB_ROWS;
        Crossings rows =
                new Crossings(outline, false, bottom * Crossings.PIXEL + subRow / 2, subRow, height * SUB_ROWS);
        int[] sums = new int[width * height];
        for (int row = 0; row < height * SUB_ROWS; row++) {
            int offset = (height - 1 - row / SUB_ROWS) * width;
            int winding = 0;
            for (int i = 0; i + 1 < rows.count(row); i++) {
                winding += rows.direction(row, i);
                if (winding != 0) {
                    addSpan(sums, offset, rows.position(row, i), rows.position(row, i + 1));
                }
            }
        }
        byte[] ink = new byte[sums.length];
        int whole = SUB_ROWS * Crossings.PIXEL;
        for (int i = 0; i < sums.length; i++) {
            ink[i] = (byte) ((sums[i] * 6L + whole) / (2L * whole));
        }
        return ink;
    }

    private void addSpan(int[] sums, int offset, int from, int to) {
        int start = from - left * Crossings.PIXEL;
        int end = to - left * Crossings.PIXEL;
        for (int column = start / Crossings.PIXEL; column * Crossings.PIXEL < end; column++) {
            int covered = Math.min(end, (column + 1) * Crossings.PIXEL) - Math.max(start, column * Crossings.PIXEL);
            sums[offset + column] += covered;
        }
    }

    private byte[] centres() {
        byte[] ink = new byte[width * height];
        int half = Crossings.PIXEL / 2;
        Crossings rows = new Crossings(outline, false, bottom * Crossings.PIXEL + half, Crossings.PIXEL, height);
        sweep(rows, height, false, true, ink);
        if (outline.dropOut()) {
            sweep(rows, height, false, false, ink);
            Crossings columns = new Crossings(outline, true, left * Crossings.PIXEL + half, Crossings.PIXEL, width);
            sweep(columns, width, true, false, ink);
        }
        return ink;
    }

    /** Fills each line's spans, or only keeps alive the strokes that fall between two pixel centres. */
    private void sweep(Crossings lines, int count, boolean vertical, boolean fill, byte[] ink) {
        int origin = (vertical ? bottom : left) * Crossings.PIXEL + Crossings.PIXEL / 2;
        for (int line = 0; line < count; line++) {
            int winding = 0;
            int spanStart = 0;
            for (int i = 0; i < lines.count(line); i++) {
                int before = winding;
                winding += lines.direction(line, i);
                if (before == 0) {
                    spanStart = i;
                }
                if (winding != 0) {
                    continue;
                }
                // From the first centre at or after the start to the last at or before the end.
                int first = -Math.floorDiv(origin - lines.position(line, spanStart), Crossings.PIXEL);
                int last = Math.floorDiv(lines.position(line, i) - origin, Crossings.PIXEL);
                if (fill) {
                    for (int pixel = first; pixel <= last; pixel++) {
                        set(ink, line, pixel, vertical);
                    }
                } else if (first > last && !lines.neighbours(line, spanStart, i)) {
                    keepAlive(ink, line, last, first, vertical);
                }
            }
        }
    }

    private void keepAlive(byte[] ink, int line, int before, int after, boolean vertical) {
        int length = vertical ? height : width;
        if (isSet(ink, line, before, vertical) || isSet(ink, line, after, vertical)) {
            return;
        }
        set(ink, line, before >= 0 ? before : Math.min(after, length - 1), vertical);
    }

    private int index(int line, int pixel, boolean vertical) {
        return vertical ? (height - 1 - pixel) * width + line : (height - 1 - line) * width + pixel;
    }

    private boolean isSet(byte[] ink, int line, int pixel, boolean vertical) {
        return pixel >= 0 && pixel < (vertical ? height : width) && ink[index(line, pixel, vertical)] != 0;
    }

    private void set(byte[] ink, int line, int pixel, boolean vertical) {
        ink[index(line, pixel, vertical)] = 3;
    }
}
