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
    private static final int LONGEST_SHORT_TEXT = 64;

    byte[] bytes;
    int end;
    int at;

    /** The number read last, without its decimal point; how many decimals it has; its unit, see {@link Unit}. */
    long number;

    int decimals;
    int wholeDigits;
    long unit;

    /** The time read last: local seconds, or {@link #NEVER}. */
    long localSecond;

    P1Time.Suffix suffix;

    /** The month of the second before the time read last, in months since January 2000. */
    int monthBefore;

    /** The text read last: from, to. */
    int textFrom;

    int textTo;

    private final byte[] octets = new byte[LONGEST_SHORT_TEXT];

    /** Begins with another telegram, whose {@code !} stands at {@code end}. */
    void begin(byte[] bytes, int at, int end) {
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
        boolean monthBegins = day == 1 && (hour | minute | second) == 0;
        monthBefore = year * 12 + month - (monthBegins ? 2 : 1);
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
        return octets(0, 0xFF);
    }

    /** The same; null also if one of the octets is not between the two given. */
    String octets(int least, int most) {
        int length = textTo - textFrom;
        if ((length & 1) != 0) {
            return null;
        }
        int count = length >> 1;
        byte[] into = count <= LONGEST_SHORT_TEXT ? octets : new byte[count];
        for (int i = 0, from = textFrom; i < count; i++, from += 2) {
            int octet = HexDigits.value(bytes[from]) << 4 | HexDigits.value(bytes[from + 1]);
            if (octet < least || octet > most) {
                return null;
            }
            into[i] = (byte) octet;
        }
        return count == 0 ? "" : new String(into, 0, count, StandardCharsets.ISO_8859_1);
    }
}
