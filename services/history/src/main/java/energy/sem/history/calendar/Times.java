package energy.sem.history.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

import energy.sem.base.Problem;

/** Times and zones as people write them in addresses. */
public final class Times {
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 2200;

    /**
     * The time that a parameter means: an instant or a time with an offset, or a local date or date and time in the zone.
     *
     * @param name of the parameter, for the error
     * @throws Problem 400 when it is missing, none of those, or beyond 1970 to 2200
     */
    public static ZonedDateTime time(String name, String text, ZoneId zone) {
        if (text == null || text.isBlank()) {
            throw Problem.badRequest("The parameter " + name + " is missing: a time such as 2026-11-02T00:00:00+01:00"
                    + " or 2026-11-02.");
        }
        // A plus sign in an address that was not encoded arrives as a space.
        String plus = text.strip().replaceFirst("(T.*) (\\d\\d:?\\d\\d)$", "$1+$2");
        try {
            return within(parsed(plus, zone));
        } catch (DateTimeException e) {
            throw Problem.badRequest("The parameter " + name + " is not a time: \"" + text
                    + "\". Use 2026-11-02T00:00:00+01:00, 2026-11-02T00:00 or 2026-11-02.");
        }
    }

    private static ZonedDateTime parsed(String text, ZoneId zone) {
        if (!text.contains("T")) {
            return LocalDate.parse(text).atStartOfDay(zone);
        }
        return text.matches(".*(Z|[+-]\\d\\d:\\d\\d)")
                ? OffsetDateTime.parse(text).atZoneSameInstant(zone)
                : LocalDateTime.parse(text).atZone(zone);
    }

    /**
     * The time itself, when meters may count then.
     *
     * @throws Problem 400 when it lies beyond 1970 to 2200
     */
    static ZonedDateTime within(ZonedDateTime time) {
        if (time.getYear() < FIRST_YEAR || time.getYear() > LAST_YEAR) {
            throw Problem.badRequest("The year " + time.getYear() + " is beyond what meters count: use " + FIRST_YEAR
                    + " to " + LAST_YEAR + ".");
        }
        return time;
    }

    /**
     * The zone of this name.
     *
     * @throws Problem 400 when there is none
     */
    public static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw Problem.badRequest("There is no time zone \"" + name + "\": use one such as Europe/Brussels.");
        }
    }

    private Times() {}
}
