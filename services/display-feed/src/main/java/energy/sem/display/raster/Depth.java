package energy.sem.display.raster;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.stream.Stream;

/** How many luminances a picture may use. Each is drawn for itself; none is made from another. */
public enum Depth {
    /** Sixteen greys, 4 bits a pixel: four in areas, all in the edges of letters. */
    GREY16(4, 15),
    /** Four greys, 2 bits a pixel. */
    GREY4(2, 3),
    /** Black and white, 1 bit a pixel: fills are patterns and text has no soft edges. */
    MONO(1, 3);

    private static final long EACH_BYTE = 0x0101_0101_0101_0101L;

    private final int bits;
    private final int white;

    Depth(int bits, int white) {
        this.bits = bits;
        this.white = white;
    }

    /** The depth with so many greys, black and white among them; empty when there is none. */
    public static Optional<Depth> of(int greys) {
        return Stream.of(values()).filter(depth -> depth.greys() == greys).findFirst();
    }

    /** Bits a pixel. */
    public int bits() {
        return bits;
    }

    /** How many luminances, black and white among them. */
    public int greys() {
        return 1 << bits;
    }

    /** The luminance of white; black is 0. In black and white there is nothing between. */
    public int white() {
        return white;
    }

    /** Whether a picture of this depth may have these luminances. */
    boolean has(byte... luminances) {
        // Eight at once: one by one this was half the time that a picture takes.
        ByteBuffer left = ByteBuffer.wrap(luminances);
        long used = 0;
        long between = 0;
        while (left.hasRemaining()) {
            long eight = left.remaining() < Long.BYTES ? left.get() : left.getLong();
            used |= eight;
            // Of a byte that is 0 or 3 both low bits are alike.
            between |= eight ^ (eight >>> 1);
        }
        boolean within = (used & ~(white * EACH_BYTE)) == 0;
        return within && (this != MONO || (between & EACH_BYTE) == 0);
    }
}
