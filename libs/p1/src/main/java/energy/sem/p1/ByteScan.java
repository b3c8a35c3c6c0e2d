package energy.sem.p1;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Finds bytes in arrays, eight at a time. */
final class ByteScan {

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;
    private static final long SLASHES = ONES * '/';
    private static final long BANGS = ONES * '!';

    private ByteScan() {}

    /** The first index from {@code from} where a {@code /} or {@code !} stands, else {@code end}. */
    static int slashOrBang(byte[] bytes, int from, int end) {
        int at = from;
        for (; at <= end - 8; at += 8) {
            long eight = (long) LONG.get(bytes, at);
            long hit = zeroes(eight ^ SLASHES) | zeroes(eight ^ BANGS);
            if (hit != 0) {
                return at + (Long.numberOfTrailingZeros(hit) >>> 3);
            }
        }
        for (; at < end; at++) {
            if (bytes[at] == '/' || bytes[at] == '!') {
                return at;
            }
        }
        return end;
    }

    /** The high bit of the lowest zero byte is set, and of no byte below it (Warren, Hacker's Delight, 6-1). */
    private static long zeroes(long eight) {
        return (eight - ONES) & ~eight & HIGHS;
    }
}
