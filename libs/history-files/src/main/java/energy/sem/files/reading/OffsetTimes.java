package energy.sem.files.reading;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Times that say their offset from UTC, as databases and interfaces write them. */
public final class OffsetTimes {
    private static final int NANOS_A_MILLI = 1_000_000;

    private OffsetTimes() {}

    /**
     * {@code 2024-05-01 12:00:10.25+02}, {@code 2024-05-01T12:00:10Z}, {@code …+0200}, {@code …+02:00}; to the millisecond.
     *
     * @param assumed the offset of a time without one, or null if it must have one
     * @param field its name, for the cause
     */
    public static Instant instant(String text, ZoneOffset assumed, String field) throws RowException {
        String stripped = text.strip();
        int offsetAt = offsetAt(stripped);
        ZoneOffset offset = offsetAt < 0 ? assumed : offset(stripped.substring(offsetAt), field);
        if (offset == null) {
            throw new RowException(field + " does not say its offset from UTC");
        }
        String wall = offsetAt < 0 ? stripped : stripped.substring(0, offsetAt);
        LocalDateTime seconds = WallTimes.dateTime(wall.strip(), field);
        return seconds.toInstant(offset).plusNanos((long) milli(wall) * NANOS_A_MILLI);
    }

    private static int offsetAt(String text) {
        for (int i = Math.min(text.length(), 11); i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '+' || c == '-' || c == 'Z') {
                return i;
            }
        }
        return -1;
    }

    private static ZoneOffset offset(String text, String field) throws RowException {
        try {
            return ZoneOffset.of(text);
        } catch (DateTimeException e) {
            throw new RowException(field + " has no known offset from UTC");
        }
    }

    private static int milli(String wall) {
        int point = wall.indexOf('.', 11);
        int milli = 0;
        for (int i = 1; point > 0 && i <= 3; i++) {
            char c = point + i < wall.length() ? wall.charAt(point + i) : '0';
            milli = milli * 10 + (c >= '0' && c <= '9' ? c - '0' : 0);
        }
        return milli;
    }
}
