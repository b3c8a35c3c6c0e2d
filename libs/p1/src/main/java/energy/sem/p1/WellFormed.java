package energy.sem.p1;

/** Tells a telegram that only its checksum speaks against from one that was damaged where that can be seen. */
final class WellFormed {

    private static final int MEMORY_NEVER_WRITTEN = 0xFF;

    private WellFormed() {}

    /**
     * Whether {@code bytes[from]} to the {@code !} at {@code bang} are a header line and, behind it, lines that are each
     * an object with all its brackets: a code and groups, whose texts may break over lines. At least one.
     */
    static boolean is(byte[] bytes, int from, int bang) {
        int at = from + 1;
        while (at < bang && bytes[at] != '\r' && bytes[at] != '\n') {
            if (!isPrintable(bytes[at++])) {
                return false;
            }
        }
        int objects = 0;
        int depth = 0;
        boolean lineBegins = true;
        for (; at < bang; at++) {
            int b = bytes[at] & 0xFF;
            if (b == '\r' || b == '\n') {
                lineBegins |= depth == 0;
            } else if (b == '(') {
                depth++;
                lineBegins = false;
            } else if (b == ')') {
                depth--;
                if (depth < 0) {
                    return false;
                }
            } else if (lineBegins && !isBlank(b)) {
                int bracket = bracketBehindCode(bytes, at, bang);
                if (bracket < 0) {
                    return false;
                }
                objects++;
                at = bracket - 1;
                lineBegins = false;
            } else if (depth == 0 ? !isBlank(b) : !(isPrintable(bytes[at]) || b == MEMORY_NEVER_WRITTEN)) {
                return false;
            }
        }
        return depth == 0 && objects > 0;
    }

    /** Where the bracket behind the code {@code A-B:C.D.E} stands that begins at {@code at}; -1 if none does. */
    static int bracketBehindCode(byte[] bytes, int at, int end) {
        int i = at;
        boolean colon = false;
        for (; i < end && bytes[i] != '('; i++) {
            byte b = bytes[i];
            colon |= b == ':';
            if (!(b >= '0' && b <= '9') && b != '-' && b != ':' && b != '.' && b != '*') {
                return -1;
            }
        }
        return i < end && colon ? i : -1;
    }

    private static boolean isBlank(int b) {
        return b == ' ' || b == '\t';
    }

    private static boolean isPrintable(byte b) {
        return b >= ' ' && b <= '~';
    }
}
