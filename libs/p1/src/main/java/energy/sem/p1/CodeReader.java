package energy.sem.p1;

/** Reads OBIS codes as they stand at the start of a line: {@code A-B:C.D.E(}. */
final class CodeReader {

    private static final int MOST_DIGITS = 3;

    private CodeReader() {}

    /**
     * Reads the code that the cursor stands before, up to the bracket, and drops an F of 255 ({@code .255} or {@code *255})
     * behind it: any other F names a value of the past (IEC 62056-6-1). {@link Obis#NONE} for what is no code of the present,
     * which leaves the position undefined.
     */
    static int read(ByteCursor cursor) {
        byte[] bytes = cursor.bytes;
        int at = cursor.at;
        int a;
        int b;
        if (at + 4 < cursor.end
                && bytes[at + 1] == '-'
                && bytes[at + 3] == ':'
                && isDigit(bytes[at])
                && isDigit(bytes[at + 2])) {
            a = bytes[at] - '0';
            b = bytes[at + 2] - '0';
            cursor.at = at + 4;
        } else {
            a = field(cursor, '-');
            b = field(cursor, ':');
        }
        int c = field(cursor, '.');
        int d = field(cursor, '.');
        int i = cursor.at;
        int e = 0;
        for (int digit = bytes[i] - '0'; digit >= 0 && digit <= 9; digit = bytes[++i] - '0') {
            e = e * 10 + digit;
        }
        boolean good = i > cursor.at && i <= cursor.at + MOST_DIGITS && (a | b | c | d) >= 0;
        if (bytes[i] == '.' || bytes[i] == '*') {
            good &= bytes[i + 1] == '2' && bytes[i + 2] == '5' && bytes[i + 3] == '5';
            i += 4;
        }
        cursor.at = i;
        return good && bytes[i] == '(' ? Obis.of(a, b, c, d, e) : Obis.NONE;
    }

    /** One to three digits and the character behind; -1 if that is not what stands there, without moving. */
    private static int field(ByteCursor cursor, char behind) {
        byte[] bytes = cursor.bytes;
        int i = cursor.at;
        int value = 0;
        for (int digit = bytes[i] - '0'; digit >= 0 && digit <= 9; digit = bytes[++i] - '0') {
            value = value * 10 + digit;
        }
        if (bytes[i] != behind || i == cursor.at || i > cursor.at + MOST_DIGITS) {
            return -1;
        }
        cursor.at = i + 1;
        return value;
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }
}
