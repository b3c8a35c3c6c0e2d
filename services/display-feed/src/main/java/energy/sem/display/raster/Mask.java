package energy.sem.display.raster;

/**
 * A small shape of ink, such as a glyph; immutable.
 *
 * @see Canvas#stamp
 */
public final class Mask {
    private final int width;
    private final int height;
    private final byte[] ink;

    /**
     * @param ink row by row from the top, {@code width * height} values from 0 (nothing) to the white of the depth it is for (full)
     * @throws IllegalArgumentException for another size
     */
    public Mask(int width, int height, byte[] ink) {
        if (width < 0 || height < 0 || ink.length != width * height) {
            throw new IllegalArgumentException(
                    width + "x" + height + " needs " + width * height + " values, not " + ink.length);
        }
        this.width = width;
        this.height = height;
        this.ink = ink.clone();
    }

    /** Columns. */
    public int width() {
        return width;
    }

    /** Rows. */
    public int height() {
        return height;
    }

    /** Ink at a place inside. */
    public int ink(int x, int y) {
        return ink[y * width + x];
    }
}
