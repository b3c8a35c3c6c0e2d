package energy.sem.files.reading;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.List;

/** Wall times of one zone to instants, with October's doubled hour and March's missing one. Immutable. */
public final class WallTimes {
    private static final int EARLIEST_YEAR = 1990;
    private static final int LATEST_YEAR = 2200;

    private final ZoneRules rules;

    public WallTimes(ZoneId zone) {
        rules = zone.getRules();
    }

    /** Whether the clock showed this twice. */
    public boolean isDoubled(LocalDateTime wall) {
        return rules.getValidOffsets(wall).size() > 1;
    }

    /** Whether the clock never showed this. */
    public boolean isMissing(LocalDateTime wall) {
        return rules.getValidOffsets(wall).isEmpty();
    }

    /** When the clock showed it; the first time of two; for a missing time the instant at which the clock jumped over it. */
    public Instant first(LocalDateTime wall) {
        List<ZoneOffset> offsets = rules.getValidOffsets(wall);
        return offsets.isEmpty() ? rules.getTransition(wall).getInstant() : wall.toInstant(offsets.get(0));
    }

    /** When the clock showed it; the second time of two. */
    public Instant second(LocalDateTime wall) {
        List<ZoneOffset> offsets = rules.getValidOffsets(wall);
        return offsets.size() < 2 ? first(wall) : wall.toInstant(offsets.get(1));
    }

    /** The first instant after {@code from} at which the clock showed it; its only one where that is not after. */
    public Instant after(Instant from, LocalDateTime wall) {
        Instant first = first(wall);
        return first.isAfter(from) ? first : second(wall);
    }

    /** The zone's wall time at an instant. */
    public LocalDateTime at(Instant instant) {
        return LocalDateTime.ofEpochSecond(instant.getEpochSecond(), instant.getNano(), rules.getOffset(instant));
    }

    /**
     * A date: {@code 02-09-2025}, {@code 2/9/2025} or {@code 2.9.2025} (day first), or {@code 2025-09-02}.
     *
     * @param field its name, for the cause
     */
    public static LocalDate date(String text, String field) throws RowException {
        int[] numbers = new int[3];
        int[] lengths = new int[3];
        split(text.strip(), numbers, lengths, "-/.", field);
        boolean yearFirst = lengths[0] == 4;
        int year = yearFirst ? numbers[0] : numbers[2];
        int day = yearFirst ? numbers[2] : numbers[0];
        if (year < EARLIEST_YEAR || year > LATEST_YEAR) {
            throw new RowException(field + " is no date");
        }
        try {
            return LocalDate.of(year, numbers[1], day);
        } catch (DateTimeException e) {
            throw new RowException(field + " is no date");
        }
    }

    /** {@code 00:15:00} or {@code 00:15} on that date; {@code 24:00} is the next. */
    public static LocalDateTime time(LocalDate date, String text, String field) throws RowException {
        int[] numbers = new int[3];
        int[] lengths = new int[3];
        String stripped = text.strip();
        int point = stripped.indexOf('.');
        split(point > 0 ? stripped.substring(0, point) : stripped, numbers, lengths, ":", field);
        if (numbers[0] == 24 && numbers[1] == 0 && numbers[2] == 0) {
            return date.plusDays(1).atStartOfDay();
        }
        try {
            return LocalDateTime.of(date, LocalTime.of(numbers[0], numbers[1], numbers[2]));
        } catch (DateTimeException e) {
            throw new RowException(field + " is no time");
        }
    }

    /** Date and time in one field, with a space or {@code T} between; only a date is its midnight. */
    public static LocalDateTime dateTime(String text, String field) throws RowException {
        String stripped = text.strip();
        int gap = Math.max(stripped.indexOf(' '), stripped.indexOf('T'));
        return gap < 0
                ? date(stripped, field).atStartOfDay()
                : time(date(stripped.substring(0, gap), field), stripped.substring(gap + 1), field);
    }

    private static void split(String text, int[] numbers, int[] lengths, String separators, String field)
            throws RowException {
        int part = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9' && lengths[part] < 4) {
                numbers[part] = numbers[part] * 10 + (c - '0');
                lengths[part]++;
            } else if (separators.indexOf(c) >= 0 && part < 2 && lengths[part] > 0) {
                part++;
            } else {
                throw new RowException(field + " is no date or time");
            }
        }
        boolean seconds = separators.equals(":") && part == 1;
        if (lengths[part] == 0 || (part < 2 && !seconds)) {
            throw new RowException(field + " is no date or time");
        }
    }
}
