package energy.sem.display.format;

import energy.sem.display.raster.Depth;

/**
 * How exactly a device is answered. Two requests with equal encodings get equal bytes of equal views.
 *
 * @param format the file format
 * @param bits bits a pixel: PNG 2 or 1, BMP 1 or 8, raw 2, bin 1; 0 for JSON
 * @param rotation how raw and bin lie in memory; {@link Rotation#NONE} for the others
 */
public record Encoding(Format format, int bits, Rotation rotation) {
    /** PNG in four greys. */
    public static final Encoding PNG = new Encoding(Format.PNG, 2, Rotation.NONE);
    /** What the panel's four-grey driver takes, in Waveshare's demo orientation. */
    public static final Encoding RAW = new Encoding(Format.RAW, 2, Rotation.THREE_QUARTERS);
    /** What the panel's black and white driver takes, in Waveshare's demo orientation. */
    public static final Encoding BIN = new Encoding(Format.BIN, 1, Rotation.THREE_QUARTERS);
    /** Bitmap in black and white. */
    public static final Encoding BMP = new Encoding(Format.BMP, 1, Rotation.NONE);
    /** The view model. */
    public static final Encoding JSON = new Encoding(Format.JSON, 0, Rotation.NONE);

    /** @throws IllegalArgumentException with a sentence for the one who asked, when there is no such encoding */
    public Encoding {
        boolean known =
                switch (format) {
                    case PNG -> bits == 1 || bits == 2;
                    case BMP -> bits == 1 || bits == 8;
                    case RAW -> bits == 2;
                    case BIN -> bits == 1;
                    case JSON -> bits == 0;
                };
        if (!known) {
            throw new IllegalArgumentException(format.extension() + " does not come in " + bits
                    + " bits: png has 2 or 1, bmp 1 or 8, raw 2, bin 1");
        }
        if (rotation != Rotation.NONE && format != Format.RAW && format != Format.BIN) {
            throw new IllegalArgumentException(
                    "rot is for raw and bin; a " + format.extension() + " is always landscape");
        }
    }

    /** What a format is sent as when nothing else is asked for. */
    public static Encoding of(Format format) {
        return switch (format) {
            case PNG -> PNG;
            case RAW -> RAW;
            case BIN -> BIN;
            case BMP -> BMP;
            case JSON -> JSON;
        };
    }

    /** The depth the picture is drawn in for this encoding. */
    public Depth depth() {
        return bits == 1 ? Depth.MONO : Depth.GREY4;
    }
}
