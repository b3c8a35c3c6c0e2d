package energy.sem.p1;

import java.util.Arrays;

/**
 * What the rest of a line was read as, when it is one that seldom changes: a serial number, the month peaks. While the
 * next telegrams say the same it is compared, not read again, and they share the value.
 *
 * @param <T> an immutable value
 */
final class Remembered<T> {

    private static final byte[] NOTHING = {};

    private byte[] written = NOTHING;
    private T value;
    private boolean said;

    /** Begins another telegram, which has not said it yet. */
    void reset() {
        said = false;
    }

    /** Whether the rest of the line is the remembered one; if so the cursor moves to the line's end. */
    boolean recall(ByteCursor cursor) {
        int from = cursor.at;
        int to = from + written.length;
        said = written.length > 0
                && to < cursor.end
                && Arrays.equals(cursor.bytes, from, to, written, 0, written.length)
                && (cursor.bytes[to] == '\r' || cursor.bytes[to] == '\n');
        if (said) {
            cursor.at = to;
        }
        return said;
    }

    /** Keeps what the bytes from {@code from} to the cursor were read as. */
    void learn(ByteCursor cursor, int from, T readAs) {
        written = Arrays.copyOfRange(cursor.bytes, from, cursor.at);
        value = readAs;
        said = true;
    }

    /** Whether this telegram said it. */
    boolean said() {
        return said;
    }

    /** What this telegram said, else null. */
    T orNull() {
        return said ? value : null;
    }

    /** What stands in the brackets, of a line that is one group. */
    String group() {
        return new String(written, 1, written.length - 2, java.nio.charset.StandardCharsets.ISO_8859_1);
    }
}
