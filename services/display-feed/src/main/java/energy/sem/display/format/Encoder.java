package energy.sem.display.format;

import energy.sem.display.raster.Picture;

/** Writes pictures. Stateless, thread-safe, and the same bytes everywhere and for ever. */
public final class Encoder {
    private Encoder() {}

    /**
     * The picture in a form.
     *
     * @param picture drawn in {@link Form#depth()}
     * @throws IllegalArgumentException when it was drawn in another depth, or the form is {@link Form#JSON}
     */
    public static byte[] encode(Picture picture, Form form) {
        if (form.format() == Format.JSON || picture.depth() != form.depth()) {
            throw new IllegalArgumentException("a picture of " + picture.depth() + " is not written as " + form);
        }
        byte[] levels = picture.levels();
        return switch (form.format()) {
            case PNG -> Png.encode(levels, form.bits());
            case BMP -> Bmp.encode(levels, form.bits());
            case RAW, BIN -> PanelOrder.encode(levels, form.bits(), form.rotation());
            case JSON -> throw new IllegalStateException("refused above");
        };
    }
}
