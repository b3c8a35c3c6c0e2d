package energy.sem.p1;

/**
 * CRC-16/ARC as P1-502 6.2 prescribes it: polynomial x^16+x^15+x^2+1 (reflected 0xA001), initial value 0, nothing
 * inverted, over every byte from {@code /} to {@code !}, both included. Thread-safe, allocates nothing.
 *
 * <p>Most of a telegram needs no table. Squaring a polynomial over GF(2) squares each of its terms, so the 64th power of
 * the one above is x^1024+x^960+x^128+1, which leaves no remainder either: a word of 64 bits may be moved 16 words on by
 * adding it to the words 1, 14 and 16 places behind it. That is three exclusive ors for eight bytes, until 128 bytes are
 * left; those go through tables, eight bytes a step ("slicing by 8": row k holds the effect of a byte that k more bytes
 * follow, so that the lookups of a step are independent of each other).
 */
public final class Crc16 {

    private static final int POLYNOMIAL = 0xA001;
    private static final int STEP = 8;
    private static final int BLOCK = 128;
    private static final int ROW = 256;

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
        int tail = length % BLOCK;
        int at = from + length - tail;
        int crc = at > from ? ofBlocks(bytes, from, at) : 0;
        int end = at + tail;
        for (; at <= end - STEP; at += STEP) {
            crc = ofEight(EightBytes.at(bytes, at) ^ crc);
        }
        for (; at < end; at++) {
            crc = (crc >>> 8) ^ TABLE[(crc ^ bytes[at]) & 0xFF];
        }
        return crc;
    }

    /**
     * Of whole blocks. Each word becomes what it and all that was moved to it amount to; what the last sixteen would have
     * moved to each other is taken back, for there it ends.
     */
    private static int ofBlocks(byte[] bytes, int from, int end) {
        long a = 0;
        long b = 0;
        long c = 0;
        long d = 0;
        long e = 0;
        long f = 0;
        long g = 0;
        long h = 0;
        long i = 0;
        long j = 0;
        long k = 0;
        long l = 0;
        long m = 0;
        long n = 0;
        long o = 0;
        long p = 0;
        for (int at = from; at < end; at += BLOCK) {
            a ^= EightBytes.at(bytes, at) ^ p ^ c;
            b ^= EightBytes.at(bytes, at + 8) ^ a ^ d;
            c ^= EightBytes.at(bytes, at + 16) ^ b ^ e;
            d ^= EightBytes.at(bytes, at + 24) ^ c ^ f;
            e ^= EightBytes.at(bytes, at + 32) ^ d ^ g;
            f ^= EightBytes.at(bytes, at + 40) ^ e ^ h;
            g ^= EightBytes.at(bytes, at + 48) ^ f ^ i;
            h ^= EightBytes.at(bytes, at + 56) ^ g ^ j;
            i ^= EightBytes.at(bytes, at + 64) ^ h ^ k;
            j ^= EightBytes.at(bytes, at + 72) ^ i ^ l;
            k ^= EightBytes.at(bytes, at + 80) ^ j ^ m;
            l ^= EightBytes.at(bytes, at + 88) ^ k ^ n;
            m ^= EightBytes.at(bytes, at + 96) ^ l ^ o;
            n ^= EightBytes.at(bytes, at + 104) ^ m ^ p;
            o ^= EightBytes.at(bytes, at + 112) ^ n ^ a;
            p ^= EightBytes.at(bytes, at + 120) ^ o ^ b;
        }
        int crc = ofEight(a);
        crc = ofEight(b ^ a ^ crc);
        crc = ofEight(c ^ b ^ crc);
        crc = ofEight(d ^ c ^ crc);
        crc = ofEight(e ^ d ^ crc);
        crc = ofEight(f ^ e ^ crc);
        crc = ofEight(g ^ f ^ crc);
        crc = ofEight(h ^ g ^ crc);
        crc = ofEight(i ^ h ^ crc);
        crc = ofEight(j ^ i ^ crc);
        crc = ofEight(k ^ j ^ crc);
        crc = ofEight(l ^ k ^ crc);
        crc = ofEight(m ^ l ^ crc);
        crc = ofEight(n ^ m ^ crc);
        crc = ofEight(o ^ n ^ a ^ crc);
        crc = ofEight(p ^ o ^ b ^ crc);
        return crc;
    }

    private static int ofEight(long bytes) {
        char[] t = TABLE;
        int low = (int) bytes;
        int high = (int) (bytes >>> 32);
        return t[7 * ROW + (low & 0xFF)]
                ^ t[6 * ROW + (low >>> 8 & 0xFF)]
                ^ t[5 * ROW + (low >>> 16 & 0xFF)]
                ^ t[4 * ROW + (low >>> 24)]
                ^ t[3 * ROW + (high & 0xFF)]
                ^ t[2 * ROW + (high >>> 8 & 0xFF)]
                ^ t[ROW + (high >>> 16 & 0xFF)]
                ^ t[high >>> 24];
    }
}
