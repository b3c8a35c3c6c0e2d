package energy.sem.p1;

import java.nio.charset.StandardCharsets;

/**
 * A position in a telegram's bytes, and the readers of what stands there. A reader that returns false leaves the position
 * undefined; the caller goes back to where it was. No reader goes beyond {@code end}, where a {@code !} stands, because
 * none takes a {@code !}.
 */
final class ByteCursor {

    /** What {@link #stamp()} finds in place of a time: nothing, or the "never read" of 0xFF bytes. */
    static final long NEVER = Long.MIN_VALUE;

    private static final long MOST = 999_999_999_999L;
    private static final int MOST_DIGITS = 15;
    private static final int MOST_UNIT_CHARACTERS = 7;

    final byte[] bytes;
    final int end;
    int at;

    /** The number read last, without its decimal point; how many decimals it has; its unit, see {@link Unit}. */
    long number;

    int decimals;
    int wholeDigits;
    long unit;

    /** The time read last: local seconds, or {@link #NEVER}. */
    long localSecond;

    P1Time.Suffix suffix;

    /** The text read last: from, to. */
    int textFrom;

    int textTo;

    ByteCursor(byte[] bytes, int at, int end) {
        this.bytes = bytes;
        this.at = at;
        this.end = end;
    }

    /** Goes to the next byte that is not a line end; false at the end of the telegram. */
    boolean nextLine() {
        int i = at;
        while (i < end && (bytes[i] == '\r' || bytes[i] == '\n')) {
            i++;
        }
        at = i;
        return i < end;
    }

    void skipLine() {
        while (at < end && bytes[at] != '\r' && bytes[at] != '\n') {
            at++;
        }
    }

    /** Reads {@code A-B:C.D.E}, with an F that is dropped, up to the bracket; {@link Obis#NONE} for what is none. */
    int code() {
        int a = decimal('-');
        int b = decimal(':');
        int c = decimal('.');
        int d = decimal('.');
        int i = at;
        int e = 0;
        for (int digit = bytes[i] - '0'; digit >= 0 && digit <= 9; digit = bytes[++i] - '0') {
            e = e * 10 + digit;
        }
        boolean good = i > at && i < at + 4 && (a | b | c | d) >= 0;
        if (bytes[i] == '.' || bytes[i] == '*') {
            do {
                i++;
            } while (bytes[i] >= '0' && bytes[i] <= '9');
        }
        at = i;
        return good && bytes[i] == '(' ? Obis.of(a, b, c, d, e) : Obis.NONE;
    }

    /** One to three digits and the character behind; -1 if that is not what stands there, without moving. */
    private int decimal(char behind) {
        int first = bytes[at] - '0';
        if (first < 0 || first > 9) {
            return -1;
        }
        int value = first;
        int i = at + 1;
        for (int digit = bytes[i] - '0'; digit >= 0 && digit <= 9; digit = bytes[++i] - '0') {
            value = value * 10 + digit;
        }
        if (bytes[i] != behind || i > at + 3) {
            return -1;
        }
        at = i + 1;
        return value;
    }

    /** Whether a group begins here. */
    boolean hasGroup() {
        return bytes[at] == '(';
    }

    /** Goes to a group that begins the next line (DSMR 2.2 and 3 write some values so); false if there is none. */
    boolean groupOnNextLine() {
        int i = at;
        while (i < end && (bytes[i] == '\r' || bytes[i] == '\n')) {
            i++;
        }
        boolean found = i > at && bytes[i] == '(';
        at = found ? i : at;
        return found;
    }

    /** Whether the line ends here. */
    boolean lineEnds() {
        return bytes[at] == '\r' || bytes[at] == '\n' || at >= end;
    }

    /** Reads {@code (-123.456*kWh)}, also without {@code *} and without unit. */
    boolean number() {
        if (!hasGroup()) {
            return false;
        }
        byte[] b = bytes;
        int i = at + 1;
        boolean negative = b[i] == '-';
        if (negative) {
            i++;
        }
        int from = i;
        long value = 0;
        for (int digit = b[i] - '0'; digit >= 0 && digit <= 9; digit = b[++i] - '0') {
            value = value * 10 + digit;
        }
        wholeDigits = i - from;
        int digits = wholeDigits;
        decimals = 0;
        if (b[i] == '.') {
            int point = i++;
            for (int digit = b[i] - '0'; digit >= 0 && digit <= 9; digit = b[++i] - '0') {
                value = value * 10 + digit;
            }
            decimals = i - point - 1;
            digits += decimals;
        }
        if (digits == 0 || digits > MOST_DIGITS || value > MOST) {
            return false;
        }
        number = negative ? -value : value;
        if (b[i] == '*') {
            i++;
        }
        from = i;
        long packed = 0;
        for (; b[i] != ')'; i++) {
            if (b[i] < '0' || i - from == MOST_UNIT_CHARACTERS) {
                return false;
            }
            packed = packed << 8 | (b[i] | 0x20);
        }
        unit = packed;
        at = i + 1;
        return true;
    }

    /**
     * The number read last times ten to the power of {@code exponent}, what remains below one cut off towards less.
     */
    long scaled(int exponent) {
        int shift = exponent - decimals;
        if (shift == 0) {
            return number;
        }
        long power = 1;
        for (int i = Math.abs(shift); i > 0; i--) {
            power *= 10;
        }
        return shift > 0 ? number * power : Math.floorDiv(number, power);
    }

    /** Reads {@code (YYMMDDhhmmssX)} or {@code (YYMMDDhhmmss)}; {@code ()} and {@code 632525252525} are "never". */
    boolean stamp() {
        if (!hasGroup()) {
            return false;
        }
        int i = at + 1;
        localSecond = NEVER;
        suffix = P1Time.Suffix.NONE;
        if (bytes[i] == ')') {
            at = i + 1;
            return true;
        }
        if (end - i < 13) {
            return false;
        }
        int year = twoDigits(i);
        int month = twoDigits(i + 2);
        int day = twoDigits(i + 4);
        int hour = twoDigits(i + 6);
        int minute = twoDigits(i + 8);
        int second = twoDigits(i + 10);
        i += 12;
        if (bytes[i] == 'S' || bytes[i] == 'W') {
            suffix = bytes[i] == 'S' ? P1Time.Suffix.S : P1Time.Suffix.W;
            i++;
        }
        if (bytes[i] != ')' || (year | month | day | hour | minute | second) < 0) {
            return false;
        }
        at = i + 1;
        if (year == 63 && month == 25 && day == 25 && hour == 25 && minute == 25 && second == 25) {
            return true;
        }
        localSecond = CivilTime.second(year, month, day, hour, minute, second);
        return localSecond != CivilTime.INVALID;
    }

    /** The time read last, or null for "never". */
    P1Time time() {
        return localSecond == NEVER ? null : new P1Time(localSecond, suffix);
    }

    private int twoDigits(int i) {
        int tens = bytes[i] - '0';
        int ones = bytes[i + 1] - '0';
        return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1 : tens * 10 + ones;
    }

    /** Reads any group: no line end, no bracket, no {@code !} in it. */
    boolean group() {
        if (!hasGroup()) {
            return false;
        }
        int i = at + 1;
        textFrom = i;
        while (i < end && bytes[i] != ')') {
            if (bytes[i] == '\r' || bytes[i] == '\n' || bytes[i] == '(') {
                return false;
            }
            i++;
        }
        if (i >= end) {
            return false;
        }
        textTo = i;
        at = i + 1;
        return true;
    }

    /** The text of the group read last, as written. */
    String text() {
        return text(textFrom, textTo);
    }

    String text(int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }

    /** Whether the group read last is exactly this ASCII text. */
    boolean textIs(String what) {
        if (textTo - textFrom != what.length()) {
            return false;
        }
        for (int i = 0; i < what.length(); i++) {
            if (bytes[textFrom + i] != what.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The group read last as octets written in hexadecimal (P1-502 6.5); null if it is not that. */
    String octets() {
        int length = textTo - textFrom;
        if ((length & 1) != 0) {
            return null;
        }
        byte[] octets = new byte[length / 2];
        for (int i = 0; i < octets.length; i++) {
            int high = FrameCheck.hexDigit(bytes[textFrom + 2 * i]);
            int low = FrameCheck.hexDigit(bytes[textFrom + 2 * i + 1]);
            if ((high | low) < 0) {
                return null;
            }
            octets[i] = (byte) (high << 4 | low);
        }
        return new String(octets, StandardCharsets.ISO_8859_1);
    }
}
