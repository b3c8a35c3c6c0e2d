package energy.sem.p1;

/** Reads the numbers of one telegram. */
final class NumberReader {

    /** Before the point; so that it fits in any unit. */
    private static final long MOST = 999_999_999_999L;

    private static final int MOST_DIGITS = 15;
    private static final int MOST_UNIT_CHARACTERS = 7;

    /** The number read last, without its decimal point; how many digits before and behind it; its unit, see {@link Unit}. */
    long number;

    int wholeDigits;
    int decimals;
    long unit;

    /** How the number that comes next is probably written; set for each object. */
    NumberShape shape;

    private final ByteCursor cursor;

    NumberReader(ByteCursor cursor) {
        this.cursor = cursor;
    }

    /**
     * Reads {@code (-123.456*kWh)}, also without {@code *}, without unit, with a plus and with spaces around it; false leaves
     * the position undefined.
     */
    boolean read() {
        long likeBefore = shape.read(cursor.bytes, cursor.at);
        if (likeBefore < 0) {
            return readByCharacter();
        }
        number = likeBefore;
        wholeDigits = shape.wholeDigits;
        decimals = shape.decimals;
        unit = shape.unit;
        cursor.at += shape.groupLength();
        return true;
    }

    private boolean readByCharacter() {
        if (!cursor.hasGroup()) {
            return false;
        }
        byte[] b = cursor.bytes;
        int i = cursor.at + 1;
        while (b[i] == ' ') {
            i++;
        }
        boolean negative = b[i] == '-';
        boolean plain = !negative && b[i] != '+' && i == cursor.at + 1;
        if (negative || b[i] == '+') {
            i++;
        }
        int from = i;
        long value = 0;
        for (int digit = b[i] - '0'; digit >= 0 && digit <= 9; digit = b[++i] - '0') {
            value = value * 10 + digit;
        }
        wholeDigits = i - from;
        int digits = wholeDigits;
        boolean fits = value <= MOST;
        decimals = 0;
        if (b[i] == '.') {
            int point = i++;
            for (int digit = b[i] - '0'; digit >= 0 && digit <= 9; digit = b[++i] - '0') {
                value = value * 10 + digit;
            }
            decimals = i - point - 1;
            digits += decimals;
        }
        if (digits == 0 || digits > MOST_DIGITS || !fits) {
            return false;
        }
        number = negative ? -value : value;
        int to = i;
        if (!readUnit(to)) {
            return false;
        }
        if (plain) {
            shape.learn(b, from, to, cursor.at, wholeDigits, decimals, unit);
        }
        return true;
    }

    private boolean readUnit(int behindDigits) {
        byte[] b = cursor.bytes;
        int i = behindDigits;
        while (b[i] == ' ') {
            i++;
        }
        i += b[i] == '*' ? 1 : 0;
        int from = i;
        long packed = 0;
        for (; b[i] != ')' && b[i] != ' '; i++) {
            if (b[i] < '0' || i - from == MOST_UNIT_CHARACTERS) {
                return false;
            }
            packed = packed << 8 | (b[i] | 0x20);
        }
        while (b[i] == ' ') {
            i++;
        }
        unit = packed;
        cursor.at = i + 1;
        return b[i] == ')';
    }

    /** Whether the number read last is a plain one, without unit and decimals. */
    boolean isPlain() {
        return unit == Unit.NONE && decimals == 0;
    }

    /**
     * The number read last times ten to the power of {@code exponent}. What remains below one is dropped, towards less: a
     * register is never shown above what the meter has counted, and never falls; what lies between two is right to one.
     */
    long scaled(int exponent) {
        return exponent == decimals ? number : shifted(exponent - decimals);
    }

    private long shifted(int shift) {
        long power = 1;
        for (int i = Math.abs(shift); i > 0; i--) {
            power *= 10;
        }
        return shift > 0 ? number * power : Math.floorDiv(number, power);
    }
}
