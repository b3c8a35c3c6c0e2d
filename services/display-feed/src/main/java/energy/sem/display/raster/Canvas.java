package energy.sem.display.raster;

import java.util.Arrays;

/**
 * A white sheet to draw on. Origin top left, whole pixels; what lies outside is left out. Not thread-safe:
 * one canvas for one picture.
 */
public final class Canvas {
    private final Panel panel;
    private final Depth depth;
    private final int width;
    private final int height;
    private final byte[] levels;

    /** A white sheet for a panel. */
    public Canvas(Panel panel) {
        this.panel = panel;
        depth = panel.depth();
        width = panel.width();
        height = panel.height();
        levels = new byte[width * height];
        Arrays.fill(levels, (byte) depth.white());
    }

    /** What is drawn for. */
    public Depth depth() {
        return depth;
    }

    /** Fills a rectangle; an empty one (below 1 column or row) draws nothing. */
    public void fill(int x, int y, int columns, int rows, Tone tone) {
        int left = Math.max(x, 0);
        int right = Math.min(x + columns, width);
        int bottom = Math.min(y + rows, height);
        for (int row = Math.max(y, 0); row < bottom && left < right; row++) {
            int start = row * width;
            if (tone.plain(depth)) {
                Arrays.fill(levels, start + left, start + right, (byte) tone.level(depth, left, row));
                continue;
            }
            for (int column = left; column < right; column++) {
                levels[start + column] = (byte) tone.level(depth, column, row);
            }
        }
    }

    /** Draws the inside edge of a rectangle, {@code thickness} pixels wide, in black. */
    public void frame(int x, int y, int columns, int rows, int thickness) {
        int t = Math.min(thickness, (Math.min(columns, rows) + 1) / 2);
        fill(x, y, columns, t, Tone.BLACK);
        fill(x, y + rows - t, columns, t, Tone.BLACK);
        fill(x, y, t, rows, Tone.BLACK);
        fill(x + columns - t, y, t, rows, Tone.BLACK);
    }

    /** Sets a black dot, {@code size} pixels wide and high, at every {@code step}th pixel of a line, from its first on. */
    public void dotted(int x, int y, int columns, int step, int size) {
        for (int column = x; column < x + columns; column += step) {
            fill(column, y, size, size, Tone.BLACK);
        }
    }

    /** Fills a rectangle with one luminance that the depth has. */
    public void level(int x, int y, int columns, int rows, int level) {
        for (int row = y; row < Math.min(y + rows, height); row++) {
            Arrays.fill(levels, row * width + x, row * width + Math.min(x + columns, width), (byte) level);
        }
    }

    /**
     * Lays a mask of ink over the sheet: in black it only ever darkens, in white it only ever lightens.
     *
     * @param x where the mask's left column comes
     * @param y where the mask's top row comes
     */
    public void stamp(Mask mask, int x, int y, boolean white) {
        int firstRow = Math.max(0, -y);
        int lastRow = Math.min(mask.height(), height - y);
        int firstColumn = Math.max(0, -x);
        int lastColumn = Math.min(mask.width(), width - x);
        int full = depth.white();
        for (int row = firstRow; row < lastRow; row++) {
            for (int column = firstColumn; column < lastColumn; column++) {
                int ink = mask.ink(column, row);
                int at = (y + row) * width + x + column;
                levels[at] = (byte) (white ? Math.max(levels[at], ink) : Math.min(levels[at], full - ink));
            }
        }
    }

    /** The picture as it is now; the canvas can be drawn on further. */
    public Picture picture() {
        return new Picture(panel, levels);
    }
}
