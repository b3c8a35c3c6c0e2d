package energy.sem.display.raster;

/**
 * What an area is filled with. In four greys a tone is a luminance; in black and white it is a pattern of the same
 * weight, fixed to the panel's own pixels so that neighbouring areas join without a seam. Patterns repeat every 4 pixels.
 */
public enum Tone {
    BLACK(0, 0b1111_1111_1111_1111),
    /** Half black in black and white: a checkerboard. */
    DARK_GREY(1, 0b1010_0101_1010_0101),
    /** A quarter black in black and white: dots. */
    LIGHT_GREY(2, 0b1010_0000_1010_0000),
    WHITE(3, 0),
    /** Thin diagonal lines, in both depths alike: not measured. */
    HATCH(-1, 0b0001_0010_0100_1000);

    private final int level;
    private final int pattern;

    Tone(int level, int pattern) {
        this.level = level;
        this.pattern = pattern;
    }

    /** Whether it has one luminance everywhere. */
    boolean plain(Depth depth) {
        return this == BLACK || this == WHITE || (depth != Depth.MONO && level >= 0);
    }

    /** The luminance of this tone at a place of the panel; the greys are thirds of white in every depth. */
    int level(Depth depth, int x, int y) {
        if (level >= 0 && depth != Depth.MONO) {
            return level * depth.white() / 3;
        }
        int bit = 15 - ((y & 3) * 4 + (x & 3));
        return (pattern >> bit & 1) == 1 ? 0 : depth.white();
    }
}
