package energy.sem.p1;

/** What the lines of collected bytes tell before they are decoded. */
final class FrameLines {

    private static final byte[][] VERSION_OBJECTS = {
        {'1', '-', '3', ':', '0', '.', '2', '.', '8', '('}, {'0', '-', '0', ':', '9', '6', '.', '1', '.', '4', '('}
    };

    /** IEC 62056-21 6.3: three letters of the maker, then at least the baud rate character. */
    private static final int SHORTEST_IDENTIFICATION = 4;

    private FrameLines() {}

    /** Whether it names its version, as all do that have a checksum by their standard. */
    static boolean saysVersion(byte[] buffer, int from, int bang) {
        for (byte[] object : VERSION_OBJECTS) {
            if (hasLine(buffer, from, bang, object)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasLine(byte[] buffer, int from, int to, byte[] start) {
        for (int i = from + 1; i + start.length <= to; i++) {
            if (buffer[i - 1] == '\n' && matches(buffer, i, start)) {
                return true;
            }
        }
        return false;
    }

    private static boolean matches(byte[] buffer, int at, byte[] what) {
        for (int i = 0; i < what.length; i++) {
            if (buffer[at + i] != what[i]) {
                return false;
            }
        }
        return true;
    }

    /**
     * Where the last {@code /} stands, behind the first byte, that may begin a header line: printable characters, none
     * of {@code /!()}, up to a line end or the end of what is there. 0 if there is none.
     */
    static int lastHeaderInside(byte[] buffer, int to) {
        int lineEnd = to;
        for (int i = to - 1; i > 0; i--) {
            byte b = buffer[i];
            if (b == '/' && (lineEnd == to || lineEnd - i > SHORTEST_IDENTIFICATION)) {
                return i;
            }
            if (b == '\n' || b == '\r') {
                lineEnd = i;
            } else if (b < ' ' || b == 0x7F || b == '!' || b == '(' || b == ')' || b == '/') {
                lineEnd = -1;
            }
        }
        return 0;
    }
}
