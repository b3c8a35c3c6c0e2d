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

    /**
     * The time that a parameter means: an instant or a time with an offset, or a local date or date and time in the zone.
     *
     * @param name of the parameter, for the error
     * @throws Problem 400 when it is missing or none of those
     */
    public static ZonedDateTime time(String name, String text, ZoneId zone) {
        if (text == null || text.isBlank()) {
            throw Problem.badRequest("The parameter " + name + " is missing: a time such as 2026-11-02T00:00:00+01:00"
                    + " or 2026-11-02.");
        }
        // A plus sign in an address that was not encoded arrives as a space.
        String plus = text.strip().replaceFirst("(T.*) (\\d\\d:?\\d\\d)$", "$1+$2");
        try {
            if (!plus.contains("T")) {
                return LocalDate.parse(plus).atStartOfDay(zone);
            }
            return plus.matches(".*(Z|[+-]\\d\\d:\\d\\d)")
                    ? OffsetDateTime.parse(plus).atZoneSameInstant(zone)
                    : LocalDateTime.parse(plus).atZone(zone);
        } catch (DateTimeException e) {
            throw Problem.badRequest("The parameter " + name + " is not a time: \"" + text
                    + "\". Use 2026-11-02T00:00:00+01:00, 2026-11-02T00:00 or 2026-11-02.");
        }
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
