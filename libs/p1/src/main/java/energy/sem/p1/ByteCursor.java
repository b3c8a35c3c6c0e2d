package energy.sem.p1;

import java.nio.charset.StandardCharsets;

/**
 * A position in a telegram's bytes, and the readers of what stands there. A reader that returns false leaves the position
 * undefined; the caller goes back to where it was. No reader goes beyond {@code end}, where a {@code !} stands, because
 * none takes a {@code !}.
 */
final class ByteCursor {

    private static final long MOST = 999_999_999_999L;
    private static final int MOST_DIGITS = 15;
    private static final int MOST_UNIT_CHARACTERS = 7;
    private static final int LONGEST_SHORT_TEXT = 64;
    private static final int COSEM_TIME_DIGITS = 24;

    byte[] bytes;
    int end;
    int at;

    /** The number read last, without its decimal point; how many decimals it has; its unit, see {@link Unit}. */
    long number;

    int decimals;
    int wholeDigits;
    long unit;

    /** The time read last, packed as {@link P1Time#unpacked} takes it; {@link Unsaid#LONG} for "never read". */
    long stamp;

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
        if (i + 2 < end && bytes[i] == '\r' && bytes[i + 1] == '\n' && bytes[i + 2] > '\r') {
            at = i + 2;
            return true;
        }
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
        for (; b[i] != ')' && b[i] != ' '; i++) {
            if (b[i] < '0' || i - from == MOST_UNIT_CHARACTERS) {
                return false;
            }
            packed = packed << 8 | (b[i] | 0x20);
        }
        while (b[i] == ' ') {
            i++;
        }
        if (b[i] != ')') {
            return false;
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

    /**
     * Reads {@code (YYMMDDhhmmssX)} or {@code (YYMMDDhhmmss)}, or the octets of a COSEM date-time (IEC 62056-6-2 4.1.6.1).
     * {@code ()}, {@code 632525252525} (octets of 0xFF) and 1 January 1970 (a clock at 0) are "never".
     */
    boolean stamp() {
        if (!hasGroup()) {
            return false;
        }
        int i = at + 1;
        stamp = Unsaid.LONG;
        P1Time.Suffix suffix = P1Time.Suffix.NONE;
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
        if (bytes[i] != ')') {
            return cosemTime();
        }
        if ((year | month | day | hour | minute | second) < 0) {
            return false;
        }
        at = i + 1;
        boolean unread = year == 63 && month == 25 && day == 25 && hour == 25 && minute == 25 && second == 25;
        boolean unset = year == 70 && month == 1 && day == 1;
        return unread || unset || take(year, month, day, hour, minute, second, suffix);
    }

    /** Year in two octets, month, day, weekday, hour, minute, second, hundredths, offset in two octets, status. */
    private boolean cosemTime() {
        int i = at + 1;
        if (end - i <= COSEM_TIME_DIGITS || bytes[i + COSEM_TIME_DIGITS] != ')') {
            return false;
        }
        int invalid = 0;
        int[] octet = new int[COSEM_TIME_DIGITS / 2];
        for (int k = 0; k < octet.length; k++) {
            octet[k] = HexDigits.value(bytes[i + 2 * k]) << 4 | HexDigits.value(bytes[i + 2 * k + 1]);
            invalid |= octet[k];
        }
        int year = (octet[0] << 8 | octet[1]) - 2000;
        boolean unset = year < 0 || year == 0xFFFF - 2000;
        if (invalid < 0 || (year > 99 && !unset)) {
            return false;
        }
        at = i + COSEM_TIME_DIGITS + 1;
        if (unset) {
            return true;
        }
        short minutesToUtc = (short) (octet[9] << 8 | octet[10]);
        P1Time.Suffix suffix =
                switch (minutesToUtc) {
                    case -120 -> P1Time.Suffix.S;
                    case -60 -> P1Time.Suffix.W;
                    default -> P1Time.Suffix.NONE;
                };
        return take(year, octet[2], octet[3], octet[5], octet[6], octet[7], suffix);
    }

    private boolean take(int year, int month, int day, int hour, int minute, int second, P1Time.Suffix suffix) {
        long local = CivilTime.second(year, month, day, hour, minute, second);
        if (local == CivilTime.INVALID) {
            return false;
        }
        stamp = P1Time.packed(local, suffix);
        boolean monthBegins = day == 1 && (hour | minute | second) == 0;
        monthBefore = year * 12 + month - (monthBegins ? 2 : 1);
        return true;
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
        return textTo - textFrom == what.length() && textStartsWith(what);
    }

    /** Whether the group read last begins with this ASCII text. */
    boolean textStartsWith(String what) {
        if (textTo - textFrom < what.length()) {
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
