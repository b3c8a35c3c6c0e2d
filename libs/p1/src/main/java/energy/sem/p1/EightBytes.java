package energy.sem.p1;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Eight bytes of an array as one number, the first in the lowest place, and decimal digits among them all at once. */
final class EightBytes {

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;
    private static final long ZERO_DIGITS = '0' * ONES;

    /** Added to a byte, sets its highest bit if it was more than 9. */
    private static final long ABOVE_NINE = (0x7F - 9) * ONES;

    private EightBytes() {}

    /** Those that begin at {@code index}, which has to have seven behind it. */
    static long at(byte[] bytes, int index) {
        return (long) LONG.get(bytes, index);
    }

    /** Ones in the places of the first {@code count} bytes (0 to 8). */
    static long first(int count) {
        return count == 0 ? 0 : -1L >>> (64 - 8 * count);
    }

    /** Eight characters as what they are worth if they are digits, 0 in the places that {@code where} leaves out. */
    static long values(long characters, long where) {
        return (characters ^ ZERO_DIGITS) & where;
    }

    /** Whether each of the eight values is one of a digit. */
    static boolean areDigits(long values) {
        return ((values | (values + ABOVE_NINE)) & HIGHS) == 0;
    }

    /** Digits two by two: four numbers up to 99, sixteen bits each. */
    static long pairs(long values) {
        return (values * (10 << 8 | 1)) >>> 8 & 0x00FF00FF00FF00FFL;
    }

    /** Eight digits as one number, the first being the most significant. */
    static long number(long values) {
        long fours = (pairs(values) * (100 << 16 | 1)) >>> 16 & 0x0000FFFF0000FFFFL;
        return (fours * (10_000L << 32 | 1)) >>> 32;
    }

    /**
     * A mark, the highest bit of a byte, in the lowest byte that is one of two given eight times over, and in no byte below
     * it (Hacker's Delight, 6-1). Both have to be ASCII.
     */
    static long marks(long eight, long either, long or) {
        return ((eight ^ either) - ONES | (eight ^ or) - ONES) & ~eight & HIGHS;
    }

    /** A byte eight times. */
    static long all(char what) {
        return what * ONES;
    }
}
