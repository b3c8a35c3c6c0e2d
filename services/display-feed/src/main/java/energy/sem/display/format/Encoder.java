package energy.sem.display.format;

import energy.sem.display.raster.Picture;

/** Writes pictures. Stateless, thread-safe, and the same bytes everywhere and for ever. */
public final class Encoder {
    private Encoder() {}

    /**
     * The picture in an encoding.
     *
     * @param picture drawn for {@link Encoding#drawnFor()}
     * @throws IllegalArgumentException when it was drawn for something else, or the encoding is {@link Encoding#JSON}
     */
    public static byte[] encode(Picture picture, Encoding encoding) {
        if (encoding.format() == Format.JSON || !picture.panel().equals(encoding.drawnFor())) {
            throw new IllegalArgumentException("a picture for " + picture.panel() + " is not written as " + encoding);
        }
        byte[] levels = picture.levels();
        int width = picture.width();
        int height = picture.height();
        return switch (encoding.format()) {
            case PNG -> Png.encode(levels, width, height, encoding.bits());
            case BMP -> Bmp.encode(levels, picture.panel(), encoding.bits());
            case RAW, BIN -> PanelOrder.encode(levels, width, height, encoding.bits(), encoding.rotation());
            case JSON -> throw new IllegalStateException("refused above");
        };
    }
}
