package energy.sem.history.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

import energy.sem.base.Problem;

/** A period of the calendar, not a rolling one. Weeks are those of ISO 8601: they begin on Monday. */
public enum Period {
    DAY(ChronoUnit.DAYS, Step.HOUR),
    WEEK(ChronoUnit.WEEKS, Step.DAY),
    MONTH(ChronoUnit.MONTHS, Step.DAY),
    YEAR(ChronoUnit.YEARS, Step.MONTH);

    private final ChronoUnit unit;
    private final Step step;

    Period(ChronoUnit unit, Step step) {
        this.unit = unit;
        this.step = step;
    }

    /**
     * The period of this name, in any case.
     *
     * @throws Problem 400 when there is none
     */
    public static Period of(String word) {
        for (Period period : values()) {
            if (period.name().equalsIgnoreCase(word)) {
                return period;
            }
        }
        throw Problem.badRequest("There is no period \"" + word + "\": use day, week, month or year.");
    }

    /** The name in answers and addresses: {@code day}, {@code week}, {@code month} or {@code year}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The width of its buckets, unless another is asked for. */
    public Step step() {
        return step;
    }

    /** The first day of the period that the given day is in. */
    public LocalDate start(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
            case YEAR -> day.withDayOfYear(1);
        };
    }

    /** The first day of the period {@code count} periods after the one that starts at {@code start}. */
    public LocalDate shifted(LocalDate start, long count) {
        return start.plus(count, unit);
    }
}
