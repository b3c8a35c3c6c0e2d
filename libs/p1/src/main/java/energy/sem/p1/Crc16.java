package energy.sem.p1;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * CRC-16/ARC as P1-502 6.2 prescribes it: polynomial x^16+x^15+x^2+1 (reflected 0xA001), initial value 0, nothing
 * inverted, over every byte from {@code /} to {@code !}, both included. Thread-safe, allocates nothing.
 *
 * <p>Sixteen bytes a step ("slicing by 16"): row k of the table holds the effect of a byte that k more bytes follow, so
 * that all lookups of a step are independent of each other.
 */
public final class Crc16 {

    private static final int POLYNOMIAL = 0xA001;
    private static final int STEP = 16;
    private static final int ROW = 256;
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** Row after row; two bytes an entry, so that all of it stays in the first-level cache. */
    private static final char[] TABLE = new char[STEP * ROW];

    static {
        for (int i = 0; i < ROW; i++) {
            int c = i;
            for (int bit = 0; bit < 8; bit++) {
                c = (c & 1) == 0 ? c >>> 1 : (c >>> 1) ^ POLYNOMIAL;
            }
            TABLE[i] = (char) c;
        }
        for (int i = ROW; i < TABLE.length; i++) {
            int before = TABLE[i - ROW];
            TABLE[i] = (char) ((before >>> 8) ^ TABLE[before & 0xFF]);
        }
    }

    private Crc16() {}

    /** The checksum (0 to 0xFFFF) of {@code length} bytes from {@code from}. */
    public static int of(byte[] bytes, int from, int length) {
        char[] t = TABLE;
        int crc = 0;
        int at = from;
        int end = from + length;
        for (; at <= end - STEP; at += STEP) {
            long first = (long) LONG.get(bytes, at) ^ crc;
            long second = (long) LONG.get(bytes, at + 8);
            int a = (int) first;
            int b = (int) (first >>> 32);
            int c = (int) second;
            int d = (int) (second >>> 32);
            crc = t[15 * ROW + (a & 0xFF)]
                    ^ t[14 * ROW + (a >>> 8 & 0xFF)]
                    ^ t[13 * ROW + (a >>> 16 & 0xFF)]
                    ^ t[12 * ROW + (a >>> 24)]
                    ^ t[11 * ROW + (b & 0xFF)]
                    ^ t[10 * ROW + (b >>> 8 & 0xFF)]
                    ^ t[9 * ROW + (b >>> 16 & 0xFF)]
                    ^ t[8 * ROW + (b >>> 24)]
                    ^ t[7 * ROW + (c & 0xFF)]
                    ^ t[6 * ROW + (c >>> 8 & 0xFF)]
                    ^ t[5 * ROW + (c >>> 16 & 0xFF)]
                    ^ t[4 * ROW + (c >>> 24)]
                    ^ t[3 * ROW + (d & 0xFF)]
                    ^ t[2 * ROW + (d >>> 8 & 0xFF)]
                    ^ t[ROW + (d >>> 16 & 0xFF)]
                    ^ t[d >>> 24];
        }
        for (; at < end; at++) {
            crc = (crc >>> 8) ^ t[(crc ^ bytes[at]) & 0xFF];
        }
        return crc;
    }
}
