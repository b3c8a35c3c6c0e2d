package energy.sem.history.calendar;

import java.time.LocalDate;
import java.time.ZonedDateTime;

import energy.sem.base.Problem;

/** The width of buckets. */
public enum Step {
    QUARTER("PT15M"),
    HOUR("PT1H"),
    DAY("P1D"),
    MONTH("P1M");

    private final String iso;

    Step(String iso) {
        this.iso = iso;
    }

    /**
     * The step of this ISO 8601 duration, in any case.
     *
     * @throws Problem 400 when there is none
     */
    public static Step of(String text) {
        for (Step step : values()) {
            if (step.iso.equalsIgnoreCase(text)) {
                return step;
            }
        }
        throw Problem.badRequest("There is no step \"" + text + "\": use PT15M, PT1H, P1D or P1M.");
    }

    /** As in answers: {@code PT15M}, {@code PT1H}, {@code P1D} or {@code P1M}. */
    public String iso() {
        return iso;
    }

    /** True for steps that follow the calendar: a day may have 23, 24 or 25 hours. */
    public boolean wholeDays() {
        return this == DAY || this == MONTH;
    }

    /** The start of the bucket {@code count} steps after the one that starts at {@code from}. */
    ZonedDateTime shifted(ZonedDateTime from, long count) {
        return switch (this) {
            case QUARTER -> from.plusMinutes(15 * count);
            case HOUR -> from.plusHours(count);
            case DAY -> sameTime(from, from.toLocalDate().plusDays(count));
            case MONTH -> sameTime(from, from.toLocalDate().plusMonths(count));
        };
    }

    // The start of a day is not always midnight: some zones put their clocks forward then.
    private static ZonedDateTime sameTime(ZonedDateTime from, LocalDate day) {
        return from.equals(from.toLocalDate().atStartOfDay(from.getZone()))
                ? day.atStartOfDay(from.getZone())
                : day.atTime(from.toLocalTime()).atZone(from.getZone());
    }
}
