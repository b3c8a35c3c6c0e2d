package energy.sem.display.raster;

/** How many luminances a picture may use. Each is drawn for itself; neither is made from the other. */
public enum Depth {
    /** Four greys, 2 bits a pixel. */
    GREY4(2),
    /** Black and white, 1 bit a pixel: fills are patterns and text has no soft edges. */
    MONO(1);

    private final int bits;

    Depth(int bits) {
        this.bits = bits;
    }

    /** Bits a pixel. */
    public int bits() {
        return bits;
    }

    /** The luminance of white; black is 0. */
    public int white() {
        return 3;
    }
}
