package energy.sem.display.raster;

import java.util.Objects;

/**
 * What a picture is drawn for: so many pixels, so many greys, so close together. Immutable.
 *
 * @param width in pixels as it hangs, from {@link #LEAST_WIDTH} to {@link #MOST}
 * @param height in pixels as it hangs, from {@link #LEAST_HEIGHT} to {@link #MOST}
 * @param depth the luminances it has
 * @param dotsPerInch pixels an inch, from {@link #LEAST_DOTS} to {@link #MOST_DOTS}
 */
public record Panel(int width, int height, Depth depth, int dotsPerInch) {
    /** The narrowest on which the words have room. */
    public static final int LEAST_WIDTH = 360;
    /** The lowest on which headline and chart have room. */
    public static final int LEAST_HEIGHT = 240;
    /** The longer side is at least so long. */
    public static final int LEAST_LONGER_SIDE = 480;
    /** No side is longer: a picture takes a byte a pixel while it is drawn. */
    public static final int MOST = 2000;

    /** Fewer are on no panel for a wall in a home. */
    public static final int LEAST_DOTS = 60;
    /** More are on no e-paper. */
    public static final int MOST_DOTS = 400;

    /** Waveshare's 3.7", for which the picture was designed. */
    public static final Panel ORIGINAL = new Panel(480, 280, Depth.GREY4, 150);

    /** @throws IllegalArgumentException with a sentence for the one who asked, when it is outside the limits */
    public Panel {
        Objects.requireNonNull(depth, "depth");
        boolean large = Math.max(width, height) >= LEAST_LONGER_SIDE && width >= LEAST_WIDTH && height >= LEAST_HEIGHT;
        if (!large || width > MOST || height > MOST) {
            throw new IllegalArgumentException(
                    "a picture of " + width + "x" + height + " is not drawn: w is " + LEAST_WIDTH
                            + " to " + MOST + ", h is " + LEAST_HEIGHT + " to " + MOST + ", and one of both at least "
                            + LEAST_LONGER_SIDE);
        }
        if (dotsPerInch < LEAST_DOTS || dotsPerInch > MOST_DOTS) {
            throw new IllegalArgumentException(
                    dotsPerInch + " dots an inch are not drawn: dpi is " + LEAST_DOTS + " to " + MOST_DOTS);
        }
    }

    /** The same with other luminances. */
    public Panel in(Depth other) {
        return other == depth ? this : new Panel(width, height, other, dotsPerInch);
    }

    /** Its diagonal in tenths of an inch, rounded. */
    public int diagonalTenths() {
        return (int) Math.round(10 * Math.hypot(width, height) / dotsPerInch);
    }

    /** Whether it has the pixels of Waveshare's 3.7", whose memory is portrait. */
    public boolean sizedAsOriginal() {
        return width == ORIGINAL.width && height == ORIGINAL.height;
    }
}
