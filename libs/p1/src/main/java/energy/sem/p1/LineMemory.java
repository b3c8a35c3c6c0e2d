package energy.sem.p1;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The codes that the lines of the telegram before began with. A meter sends the same objects in the same order, so most
 * codes are compared as two numbers and not read. A guess that fails costs a comparison.
 */
final class LineMemory {

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int MOST_LINES = 128;

    /** With its bracket; {@code 0-0:96.13.0(} has 12. */
    private static final int LONGEST = 16;

    private final long[] first = new long[MOST_LINES];
    private final long[] second = new long[MOST_LINES];
    private final int[] lengths = new int[MOST_LINES];
    private final int[] codes = new int[MOST_LINES];
    private int line;

    /** Begins another telegram. */
    void reset() {
        line = -1;
    }

    /** The code of the next line, the cursor going to its bracket; {@link Obis#NONE} if it is not the expected one. */
    int recall(ByteCursor cursor) {
        line++;
        int at = cursor.at;
        if (line >= MOST_LINES || at + LONGEST > cursor.bytes.length) {
            return Obis.NONE;
        }
        int length = lengths[line];
        boolean same = length > 0
                && begin(cursor.bytes, at, length) == first[line]
                && begin(cursor.bytes, at + 8, length - 8) == second[line];
        if (!same) {
            return Obis.NONE;
        }
        cursor.at = at + length - 1;
        return codes[line];
    }

    /** Keeps the code of the line that {@link #recall} did not know, which begins at {@code at}; the bracket is next. */
    void learn(ByteCursor cursor, int at, int code) {
        int length = cursor.at + 1 - at;
        if (code != Obis.NONE && line < MOST_LINES && length <= LONGEST && at + LONGEST <= cursor.bytes.length) {
            first[line] = begin(cursor.bytes, at, length);
            second[line] = begin(cursor.bytes, at + 8, length - 8);
            lengths[line] = length;
            codes[line] = code;
        }
    }

    /** The first bytes, up to eight, as a number. */
    private static long begin(byte[] bytes, int at, int count) {
        if (count <= 0) {
            return 0;
        }
        long eight = (long) LONG.get(bytes, at);
        return count >= 8 ? eight : eight & ~(-1L << (8 * count));
    }
}
