package energy.sem.display.font;

/**
 * Fixed-point arithmetic as TrueType uses it: 26.6 for pixels, 16.16 for scales, 2.14 for unit vectors. Products are
 * rounded to nearest, halves away from zero.
 */
final class Fixed {
    /** One pixel in 26.6. */
    static final int PIXEL = 64;
    /** One in 2.14. */
    static final int UNIT = 0x4000;

    private Fixed() {}

    /** {@code a * b} where b is 16.16. */
    static int mulFix(long a, long b) {
        return (int) roundedDiv(a * b, 1 << 16);
    }

    /** {@code a / b} as 16.16. */
    static int divFix(long a, long b) {
        return (int) roundedDiv(a << 16, b);
    }

    /** {@code a * b / c}. */
    static int mulDiv(long a, long b, long c) {
        return (int) roundedDiv(a * b, c);
    }

    /** {@code a * b} where b is 2.14. */
    static int mul14(long a, long b) {
        return (int) roundedDiv(a * b, UNIT);
    }

    /** The dot product of a 26.6 vector with a 2.14 vector. */
    static int dot14(long ax, long ay, long bx, long by) {
        return (int) roundedDiv(ax * bx + ay * by, UNIT);
    }

    static int floor(int x) {
        return x & -PIXEL;
    }

    static int round(int x) {
        return floor(x + PIXEL / 2);
    }

    static int ceil(int x) {
        return floor(x + PIXEL - 1);
    }

    /** The unit vector, as 2.14 in x (high 32 bits) and y, of a direction; zero has the direction of x. */
    static long unitVector(long x, long y) {
        if (x == 0 && y == 0) {
            return pack(UNIT, 0);
        }
        // Large enough for the precision, small enough for the squares' sum to stay under 2^62.
        int shift = Long.numberOfLeadingZeros(Math.max(Math.abs(x), Math.abs(y))) - 34;
        long scaledX = x << shift;
        long scaledY = y << shift;
        long length = squareRoot(scaledX * scaledX + scaledY * scaledY);
        return pack(component(scaledX, length), component(scaledY, length));
    }

    /** Through 16.16, so that the last bit is cut and not rounded. */
    private static int component(long part, long length) {
        return (int) (roundedDiv(part << 16, length) / 4);
    }

    private static long pack(int x, int y) {
        return ((long) x << 32) | (y & 0xffffffffL);
    }

    /** The square root of a number below 2^62, rounded down. */
    static long squareRoot(long square) {
        long root = 0;
        for (int bit = 30; bit >= 0; bit--) {
            long next = root | 1L << bit;
            if (next * next <= square) {
                root = next;
            }
        }
        return root;
    }

    private static long roundedDiv(long a, long b) {
        long half = Math.abs(b) / 2;
        return (a < 0 ? a - half : a + half) / b;
    }
}
