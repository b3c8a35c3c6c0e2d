package energy.sem.p1;

/**
 * How the lines of the telegrams before began, and how their numbers were written. A meter sends the same objects in the
 * same order, so most codes are compared as two numbers and not read. A guess that fails costs a comparison.
 *
 * <p>Of the first telegram nothing is kept: many a parser reads only one.
 */
final class LineMemory {

    private static final int MOST_LINES = 128;

    /** With its bracket; {@code 0-0:96.13.0(} has 12. */
    private static final int LONGEST = 16;

    private final Line unknown = new Line(new byte[LONGEST], 0, 0, Obis.NONE);
    private Line[] lines = {};
    private int line;
    private boolean again;

    /** Begins another telegram. */
    void reset() {
        line = -1;
        if (again && lines.length == 0) {
            lines = new Line[MOST_LINES];
        }
        again = true;
    }

    /** The next line, the cursor going to its bracket, if it is the expected one; else one with {@link Obis#NONE}. */
    Line recall(ByteCursor cursor) {
        line++;
        int at = cursor.at;
        if (line >= lines.length || at + LONGEST > cursor.bytes.length) {
            return unknown;
        }
        Line expected = lines[line];
        if (expected == null || !expected.beginsAt(cursor.bytes, at)) {
            return unknown;
        }
        cursor.at = at + expected.length - 1;
        return expected;
    }

    /** Keeps the code of the line that {@link #recall} did not know, which begins at {@code at}; the bracket is next. */
    void learn(ByteCursor cursor, int at, int code) {
        int length = cursor.at + 1 - at;
        if (code != Obis.NONE && line < lines.length && length <= LONGEST && at + LONGEST <= cursor.bytes.length) {
            lines[line] = new Line(cursor.bytes, at, length, code);
        }
    }

    /** What is known of a line. */
    static final class Line {
        final int code;

        /** How its number is written. */
        final NumberShape number = new NumberShape();

        /** Its begin, up to the bracket: how long it is and its characters. */
        private final int length;

        private final long first;
        private final long firstWhere;
        private final long second;
        private final long secondWhere;

        private Line(byte[] bytes, int at, int length, int code) {
            this.code = code;
            this.length = length;
            firstWhere = EightBytes.first(Math.min(length, Long.BYTES));
            secondWhere = EightBytes.first(Math.max(length - Long.BYTES, 0));
            first = EightBytes.at(bytes, at) & firstWhere;
            second = EightBytes.at(bytes, at + Long.BYTES) & secondWhere;
        }

        private boolean beginsAt(byte[] bytes, int at) {
            long differences = ((EightBytes.at(bytes, at) ^ first) & firstWhere)
                    | ((EightBytes.at(bytes, at + Long.BYTES) ^ second) & secondWhere);
            return differences == 0;
        }
    }
}
