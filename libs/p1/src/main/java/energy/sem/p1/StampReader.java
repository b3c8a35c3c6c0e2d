package energy.sem.p1;

/** Reads the times of one telegram. */
final class StampReader {

    private static final int DIGITS = 12;
    private static final int COSEM_TIME_DIGITS = 24;
    private static final int OCTET_OF_FF = 25;
    private static final int LOWER_CASE = 0x20;
    private static final short NO_OFFSET = (short) 0x8000;
    private static final int SUMMER = 0x80;

    /** The time read last, packed as {@link P1Time#unpacked} takes it; {@link Unsaid#LONG} for "never". */
    long stamp;

    /** Whether nothing stood where the time read last should. */
    boolean empty;

    /** The month of the second before the time read last, in months since January 2000. */
    int monthBefore;

    private final ByteCursor cursor;

    StampReader(ByteCursor cursor) {
        this.cursor = cursor;
    }

    /**
     * Reads {@code (YYMMDDhhmmssX)}, also with the suffix in lower case, or {@code (YYMMDDhhmmss)}, or the octets of a COSEM date-time (IEC 62056-6-2 4.1.6.1).
     * {@code ()}, {@code 632525252525} (octets of 0xFF) and 1 January 1970 (a clock at 0) are "never". False leaves the
     * position undefined.
     */
    boolean read() {
        if (!cursor.hasGroup()) {
            return false;
        }
        byte[] bytes = cursor.bytes;
        int i = cursor.at + 1;
        stamp = Unsaid.LONG;
        empty = bytes[i] == ')';
        if (empty) {
            cursor.at = i + 1;
            return true;
        }
        int behind = i + DIGITS;
        if (behind >= cursor.end) {
            return false;
        }
        P1Time.Suffix suffix = P1Time.Suffix.NONE;
        int letter = bytes[behind] | LOWER_CASE;
        if (letter == 's' || letter == 'w') {
            suffix = letter == 's' ? P1Time.Suffix.S : P1Time.Suffix.W;
            behind++;
        }
        if (bytes[behind] != ')') {
            return readCosemTime();
        }
        long date = EightBytes.values(EightBytes.at(bytes, i), -1L);
        long time = EightBytes.values(EightBytes.at(bytes, i + 4), -1L);
        if (!EightBytes.areDigits(date) || !EightBytes.areDigits(time)) {
            return false;
        }
        date = EightBytes.pairs(date);
        time = EightBytes.pairs(time);
        cursor.at = behind + 1;
        int year = (int) date & 0xFF;
        int month = (int) (date >>> 16) & 0xFF;
        int day = (int) (date >>> 32) & 0xFF;
        int hour = (int) (time >>> 16) & 0xFF;
        int minute = (int) (time >>> 32) & 0xFF;
        int second = (int) (time >>> 48);
        boolean unread = year == 63
                && month == OCTET_OF_FF
                && day == OCTET_OF_FF
                && hour == OCTET_OF_FF
                && minute == OCTET_OF_FF
                && second == OCTET_OF_FF;
        boolean unset = year == 70 && month == 1 && day == 1;
        return unread || unset || take(year, month, day, hour, minute, second, suffix);
    }

    /** Year in two octets, month, day, weekday, hour, minute, second, hundredths, offset in two octets, status. */
    private boolean readCosemTime() {
        byte[] bytes = cursor.bytes;
        int i = cursor.at + 1;
        if (cursor.end - i <= COSEM_TIME_DIGITS || bytes[i + COSEM_TIME_DIGITS] != ')') {
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
        cursor.at = i + COSEM_TIME_DIGITS + 1;
        if (unset) {
            return true;
        }
        short minutesToUtc = (short) (octet[9] << 8 | octet[10]);
        P1Time.Suffix suffix =
                switch (minutesToUtc) {
                    case -120 -> P1Time.Suffix.S;
                    case -60 -> P1Time.Suffix.W;
                    case NO_OFFSET -> isSummer(octet[11]) ? P1Time.Suffix.S : P1Time.Suffix.NONE;
                    default -> P1Time.Suffix.NONE;
                };
        return take(year, octet[2], octet[3], octet[5], octet[6], octet[7], suffix);
    }

    /** The status of a clock says so; a clock that knows no summer time leaves it out, so that the other says nothing. */
    private static boolean isSummer(int status) {
        return status != 0xFF && (status & SUMMER) != 0;
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
}
