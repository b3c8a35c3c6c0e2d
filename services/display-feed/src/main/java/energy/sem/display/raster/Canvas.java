package energy.sem.display.raster;

import java.util.Arrays;

/**
 * A white sheet of 480x280 to draw on. Origin top left, whole pixels; what lies outside is left out. Not thread-safe:
 * one canvas for one picture.
 */
public final class Canvas {
    private static final int WIDTH = Picture.WIDTH;
    private static final int HEIGHT = Picture.HEIGHT;

    private final Depth depth;
    private final byte[] levels = new byte[WIDTH * HEIGHT];

    /** A white sheet. */
    public Canvas(Depth depth) {
        this.depth = depth;
        Arrays.fill(levels, (byte) 3);
    }

    /** What is drawn for. */
    public Depth depth() {
        return depth;
    }

    /** Fills a rectangle; an empty one (width or height below 1) draws nothing. */
    public void fill(int x, int y, int width, int height, Tone tone) {
        int left = Math.max(x, 0);
        int right = Math.min(x + width, WIDTH);
        int bottom = Math.min(y + height, HEIGHT);
        for (int row = Math.max(y, 0); row < bottom && left < right; row++) {
            int start = row * WIDTH;
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
    public void frame(int x, int y, int width, int height, int thickness) {
        int t = Math.min(thickness, (Math.min(width, height) + 1) / 2);
        fill(x, y, width, t, Tone.BLACK);
        fill(x, y + height - t, width, t, Tone.BLACK);
        fill(x, y, t, height, Tone.BLACK);
        fill(x + width - t, y, t, height, Tone.BLACK);
    }

    /** Sets every {@code step}th pixel of a horizontal line to black, beginning with the first. */
    public void dotted(int x, int y, int width, int step) {
        for (int column = x; column < x + width; column += step) {
            fill(column, y, 1, 1, Tone.BLACK);
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
        int lastRow = Math.min(mask.height(), HEIGHT - y);
        int firstColumn = Math.max(0, -x);
        int lastColumn = Math.min(mask.width(), WIDTH - x);
        for (int row = firstRow; row < lastRow; row++) {
            for (int column = firstColumn; column < lastColumn; column++) {
                int ink = mask.ink(column, row);
                int at = (y + row) * WIDTH + x + column;
                levels[at] = (byte) (white ? Math.max(levels[at], ink) : Math.min(levels[at], 3 - ink));
            }
        }
    }

    /** The picture as it is now; the canvas can be drawn on further. */
    public Picture picture() {
        return new Picture(depth, levels);
    }
}
