package energy.sem.display.format;

import java.util.List;
import java.util.stream.Collectors;

import energy.sem.display.raster.Depth;
import energy.sem.display.raster.Panel;

/**
 * How exactly a device is answered. Two requests with equal encodings get equal bytes of equal views.
 *
 * @param format the file format
 * @param panel what is drawn for; always {@link Panel#ORIGINAL} for JSON, which is the same for all
 * @param bits bits a pixel: PNG those of the panel or 1, BMP 1 or 8, raw those of the panel, bin 1; 0 for JSON
 * @param rotation how raw and bin lie in memory; {@link Rotation#NONE} for the others
 */
public record Encoding(Format format, Panel panel, int bits, Rotation rotation) {
    /** PNG in four greys. */
    public static final Encoding PNG = of(Format.PNG, Panel.ORIGINAL);
    /** What the panel's four-grey driver takes, in Waveshare's demo orientation. */
    public static final Encoding RAW = of(Format.RAW, Panel.ORIGINAL);
    /** What the panel's black and white driver takes, in Waveshare's demo orientation. */
    public static final Encoding BIN = of(Format.BIN, Panel.ORIGINAL);
    /** Bitmap in black and white. */
    public static final Encoding BMP = of(Format.BMP, Panel.ORIGINAL);
    /** The view model. */
    public static final Encoding JSON = of(Format.JSON, Panel.ORIGINAL);

    /** @throws IllegalArgumentException with a sentence for the one who asked, when there is no such encoding */
    public Encoding {
        if (format == Format.JSON) {
            panel = Panel.ORIGINAL;
        }
        if (!depths(format, panel.depth()).contains(bits)) {
            throw new IllegalArgumentException(format.extension() + " does not come in " + bits + " bits: with "
                    + panel.depth().greys() + " greys png has " + words(Format.PNG, panel) + ", bmp "
                    + words(Format.BMP, panel) + ", raw " + words(Format.RAW, panel) + ", bin 1");
        }
        if (rotation != Rotation.NONE && format != Format.RAW && format != Format.BIN) {
            throw new IllegalArgumentException(
                    "rot is for raw and bin; a " + format.extension() + " is always as the picture hangs");
        }
    }

    /** For the original panel. */
    public Encoding(Format format, int bits, Rotation rotation) {
        this(format, Panel.ORIGINAL, bits, rotation);
    }

    /** Bits a pixel that a format may have, what it has by itself first. */
    private static List<Integer> depths(Format format, Depth depth) {
        boolean mono = depth == Depth.MONO;
        return switch (format) {
            case PNG -> mono ? List.of(1) : List.of(depth.bits(), 1);
            case RAW -> List.of(depth.bits());
            case BIN -> List.of(1);
            case BMP -> mono ? List.of(1) : List.of(1, 8);
            case JSON -> List.of(0);
        };
    }

    private static String words(Format format, Panel panel) {
        return depths(format, panel.depth()).stream().map(String::valueOf).collect(Collectors.joining(" or "));
    }

    /** What a format is sent as when nothing else is asked for: of the original panel as it lies in that one's memory. */
    public static Encoding of(Format format, Panel panel) {
        boolean turned = panel.sizedAsOriginal() && (format == Format.RAW || format == Format.BIN);
        int bits = depths(format, panel.depth()).get(0);
        return new Encoding(format, panel, bits, turned ? Rotation.THREE_QUARTERS : Rotation.NONE);
    }

    /** What the picture is drawn for: the panel, in black and white for 1 bit a pixel. */
    public Panel drawnFor() {
        return bits == 1 ? panel.in(Depth.MONO) : panel;
    }
}
