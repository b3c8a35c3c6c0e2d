package energy.sem.display.format;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.zip.Adler32;

/**
 * Compresses as zlib data (RFC 1950, 1951): one block, repeats found greedily, fixed codes. java.util.zip compresses
 * better by a little, but its bytes differ between the zlib builds that JDKs are shipped with; these never do.
 */
final class Deflate {
    private static final int WINDOW = 32 * 1024;
    private static final int SHORTEST = 3;
    private static final int LONGEST = 258;
    private static final int HASH_BITS = 13;
    /** How many earlier places are tried for a longer repeat. */
    private static final int TRIES = 48;

    private static final int END_OF_BLOCK = 256;
    /** RFC 1951, 3.2.5: the first length of codes 257 to 285, and the first distance of codes 0 to 29. */
    private static final int[] LENGTHS = firsts(29, 8, 4, SHORTEST);

    private static final int[] DISTANCES = firsts(30, 4, 2, 1);

    private final byte[] data;
    private final int[] newest = new int[1 << HASH_BITS];
    private final int[] earlier;
    private final ByteArrayOutputStream out;
    private long pending;
    private int pendingBits;

    private Deflate(byte[] data) {
        this.data = data;
        this.earlier = new int[data.length];
        this.out = new ByteArrayOutputStream(data.length / 8 + 64);
        Arrays.fill(newest, -1);
    }

    /** The data as a zlib stream. */
    static byte[] zlib(byte[] data) {
        return new Deflate(data).compressed();
    }

    private byte[] compressed() {
        out.write(0x78);
        out.write(0x01);
        bits(1, 1);
        bits(1, 2);
        int at = 0;
        while (at < data.length) {
            int from = newestAt(at);
            int best = SHORTEST - 1;
            int distance = 0;
            for (int tries = TRIES; from >= 0 && at - from <= WINDOW && tries > 0; tries--) {
                int length = common(from, at);
                if (length > best) {
                    best = length;
                    distance = at - from;
                }
                from = earlier[from];
            }
            int step = 1;
            if (distance > 0) {
                repeat(best, distance);
                step = best;
            } else {
                symbol(data[at] & 0xFF);
            }
            for (int i = 0; i < step; i++) {
                remember(at + i);
            }
            at += step;
        }
        symbol(END_OF_BLOCK);
        bits(0, 7);
        Adler32 check = new Adler32();
        check.update(data);
        for (int shift = 24; shift >= 0; shift -= 8) {
            out.write((int) (check.getValue() >> shift));
        }
        return out.toByteArray();
    }

    private int newestAt(int at) {
        return at + SHORTEST <= data.length ? newest[hash(at)] : -1;
    }

    private void remember(int at) {
        if (at + SHORTEST <= data.length) {
            int hash = hash(at);
            earlier[at] = newest[hash];
            newest[hash] = at;
        }
    }

    private int hash(int at) {
        int three = ((data[at] & 0xFF) << 16) | ((data[at + 1] & 0xFF) << 8) | (data[at + 2] & 0xFF);
        return (three * 0x9E3779B1) >>> (32 - HASH_BITS);
    }

    private int common(int from, int at) {
        int most = Math.min(LONGEST, data.length - at);
        int length = 0;
        while (length < most && data[from + length] == data[at + length]) {
            length++;
        }
        return length;
    }

    private void repeat(int length, int distance) {
        int lengthCode = length == LONGEST ? 28 : codeOf(LENGTHS, 28, length);
        symbol(END_OF_BLOCK + 1 + lengthCode);
        bits(length - LENGTHS[lengthCode], length == LONGEST ? 0 : extraBits(lengthCode, 8, 4));
        int distanceCode = codeOf(DISTANCES, 30, distance);
        bits(reversed(distanceCode, 5), 5);
        bits(distance - DISTANCES[distanceCode], extraBits(distanceCode, 4, 2));
    }

    /** RFC 1951, 3.2.6: the fixed codes of literals and lengths. */
    private void symbol(int symbol) {
        if (symbol < 144) {
            bits(reversed(0b0011_0000 + symbol, 8), 8);
        } else if (symbol < 256) {
            bits(reversed(0b1_1001_0000 + symbol - 144, 9), 9);
        } else if (symbol < 280) {
            bits(reversed(symbol - 256, 7), 7);
        } else {
            bits(reversed(0b1100_0000 + symbol - 280, 8), 8);
        }
    }

    private void bits(int value, int count) {
        pending |= (long) value << pendingBits;
        pendingBits += count;
        while (pendingBits >= 8) {
            out.write((int) pending);
            pending >>>= 8;
            pendingBits -= 8;
        }
    }

    private static int reversed(int code, int count) {
        return Integer.reverse(code) >>> (32 - count);
    }

    private static int codeOf(int[] firsts, int count, int value) {
        int found = Arrays.binarySearch(firsts, 0, count, value);
        return found >= 0 ? found : -found - 2;
    }

    /** Codes come in groups of equal extra bits: one more from group to group after the first two. */
    private static int extraBits(int code, int free, int group) {
        return code < free ? 0 : code / group - 1;
    }

    private static int[] firsts(int count, int free, int group, int smallest) {
        int[] firsts = new int[count];
        int next = smallest;
        for (int code = 0; code < count; code++) {
            firsts[code] = next;
            next += 1 << extraBits(code, free, group);
        }
        if (smallest == SHORTEST) {
            // The longest repeat has a code of its own.
            firsts[count - 1] = LONGEST;
        }
        return firsts;
    }
}
