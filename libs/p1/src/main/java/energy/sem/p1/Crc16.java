package energy.sem.p1;

/**
 * CRC-16/ARC as P1-502 6.2 prescribes it: polynomial x^16+x^15+x^2+1 (reflected 0xA001), initial value 0, nothing
 * inverted, over every byte from {@code /} to {@code !}, both included. Thread-safe, allocates nothing.
 *
 * <p>Eight bytes a step ("slicing by 8"): table k holds the effect of a byte that k more bytes follow.
 */
public final class Crc16 {

    private static final int POLYNOMIAL = 0xA001;
    private static final int[] T0 = new int[256];
    private static final int[] T1 = new int[256];
    private static final int[] T2 = new int[256];
    private static final int[] T3 = new int[256];
    private static final int[] T4 = new int[256];
    private static final int[] T5 = new int[256];
    private static final int[] T6 = new int[256];
    private static final int[] T7 = new int[256];

    static {
        for (int i = 0; i < 256; i++) {
            int c = i;
            for (int bit = 0; bit < 8; bit++) {
                c = (c & 1) == 0 ? c >>> 1 : (c >>> 1) ^ POLYNOMIAL;
            }
            T0[i] = c;
        }
        int[][] tables = {T0, T1, T2, T3, T4, T5, T6, T7};
        for (int k = 1; k < tables.length; k++) {
            for (int i = 0; i < 256; i++) {
                int before = tables[k - 1][i];
                tables[k][i] = (before >>> 8) ^ T0[before & 0xFF];
            }
        }
    }

    private Crc16() {}

    /** The checksum (0 to 0xFFFF) of {@code length} bytes from {@code from}. */
    public static int of(byte[] bytes, int from, int length) {
        int crc = 0;
        int at = from;
        int end = from + length;
        for (; at <= end - 8; at += 8) {
            crc = T7[(crc ^ bytes[at]) & 0xFF]
                    ^ T6[((crc >>> 8) ^ bytes[at + 1]) & 0xFF]
                    ^ T5[bytes[at + 2] & 0xFF]
                    ^ T4[bytes[at + 3] & 0xFF]
                    ^ T3[bytes[at + 4] & 0xFF]
                    ^ T2[bytes[at + 5] & 0xFF]
                    ^ T1[bytes[at + 6] & 0xFF]
                    ^ T0[bytes[at + 7] & 0xFF];
        }
        for (; at < end; at++) {
            crc = (crc >>> 8) ^ T0[(crc ^ bytes[at]) & 0xFF];
        }
        return crc;
    }
}
