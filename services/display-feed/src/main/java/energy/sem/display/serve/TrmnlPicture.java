package energy.sem.display.serve;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import energy.sem.display.format.Encoding;
import energy.sem.display.format.Format;
import energy.sem.display.raster.Depth;
import energy.sem.display.raster.NamedPanel;
import energy.sem.display.raster.Panel;

/**
 * What a TRMNL device can show: of its size, in sixteen greys the model X, in four greys what has firmware 1.6 or newer, and a
 * bitmap in black and white what is older.
 */
final class TrmnlPicture {
    private static final Panel USUAL = new Panel(800, 480, Depth.MONO, 124);
    private static final Pattern VERSION = Pattern.compile("(\\d{1,4})\\.(\\d{1,4})(?:\\..{0,20})?");
    private static final int GREYS_SINCE_MINOR = 6;

    private TrmnlPicture() {}

    /**
     * The encoding for a device.
     *
     * @param width the header {@code Width}, or null: firmware that does not say it has 800x480
     * @param height the header {@code Height}, or null
     * @throws IllegalArgumentException with a sentence, when no picture of that size is drawn
     */
    static Encoding of(String model, String firmware, String width, String height) {
        boolean greys = knowsGreys(firmware);
        boolean sized = width != null && height != null && width.matches("\\d{1,5}") && height.matches("\\d{1,5}");
        int w = sized ? Integer.parseInt(width) : USUAL.width();
        int h = sized ? Integer.parseInt(height) : USUAL.height();
        Depth depth = !greys ? Depth.MONO : "x".equals(model) ? Depth.GREY16 : Depth.GREY4;
        int dots = Stream.of(NamedPanel.values())
                .map(NamedPanel::panel)
                .filter(panel -> panel.width() == w && panel.height() == h)
                .findFirst()
                .map(Panel::dotsPerInch)
                .orElse(Panel.ORIGINAL.dotsPerInch());
        return Encoding.of(greys ? Format.PNG : Format.BMP, new Panel(w, h, depth, dots));
    }

    private static boolean knowsGreys(String firmware) {
        Matcher version = VERSION.matcher(firmware == null ? "" : firmware);
        if (!version.matches()) {
            return false;
        }
        int major = Integer.parseInt(version.group(1));
        return major > 1 || (major == 1 && Integer.parseInt(version.group(2)) >= GREYS_SINCE_MINOR);
    }

    /** The address of a subject in this encoding, below the service's. */
    static String path(String subject, Encoding encoding) {
        Panel panel = encoding.panel();
        return "/display/" + subject + "." + encoding.format().extension() + "?w=" + panel.width() + "&h="
                + panel.height() + "&greys=" + panel.depth().greys() + "&dpi=" + panel.dotsPerInch();
    }
}
