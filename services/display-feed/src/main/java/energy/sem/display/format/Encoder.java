package energy.sem.display.format;

import energy.sem.display.raster.Picture;

/** Writes pictures. Stateless, thread-safe, and the same bytes everywhere and for ever. */
public final class Encoder {
    private Encoder() {}

    /**
     * The picture in an encoding.
     *
     * @param picture drawn in {@link Encoding#depth()}
     * @throws IllegalArgumentException when it was drawn in another depth, or the encoding is {@link Encoding#JSON}
     */
    public static byte[] encode(Picture picture, Encoding encoding) {
        if (encoding.format() == Format.JSON || picture.depth() != encoding.depth()) {
            throw new IllegalArgumentException("a picture of " + picture.depth() + " is not written as " + encoding);
        }
        byte[] levels = picture.levels();
        return switch (encoding.format()) {
            case PNG -> Png.encode(levels, encoding.bits());
            case BMP -> Bmp.encode(levels, encoding.bits());
            case RAW, BIN -> PanelOrder.encode(levels, encoding.bits(), encoding.rotation());
            case JSON -> throw new IllegalStateException("refused above");
        };
    }
}
