package energy.sem.display.history;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

import energy.sem.display.view.Period;

/** Calendar periods: days, ISO weeks from Monday, months, years. Not rolling. */
public final class PeriodCalendar {
    private PeriodCalendar() {}

    /** The first day of the period {@code offset} away from the one that holds {@code today}. */
    public static LocalDate firstDay(Period period, int offset, LocalDate today) {
        return switch (period) {
            case DAY -> today.plusDays(offset);
            case WEEK -> monday(today).plusWeeks(offset);
            case MONTH -> today.withDayOfMonth(1).plusMonths(offset);
            case YEAR -> today.withDayOfYear(1).plusYears(offset);
        };
    }

    /** The last day of that period, inclusive. */
    public static LocalDate lastDay(Period period, int offset, LocalDate today) {
        return firstDay(period, offset + 1, today).minusDays(1);
    }

    /** How many periods away from the one that holds {@code today} the one is that holds {@code day}: negative is before. */
    public static int offsetOf(Period period, LocalDate day, LocalDate today) {
        return switch (period) {
            case DAY -> (int) ChronoUnit.DAYS.between(today, day);
            case WEEK -> (int) ChronoUnit.WEEKS.between(monday(today), monday(day));
            case MONTH -> (int) ChronoUnit.MONTHS.between(today.withDayOfMonth(1), day.withDayOfMonth(1));
            case YEAR -> day.getYear() - today.getYear();
        };
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
