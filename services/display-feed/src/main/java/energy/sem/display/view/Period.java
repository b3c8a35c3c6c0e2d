package energy.sem.display.view;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjuster;
import java.time.temporal.TemporalAdjusters;
import java.time.temporal.TemporalUnit;
import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A calendar period, not a rolling one, and with it the length of a bar: a day is drawn by hour, a week (from Monday) and a
 * month by day, a year by month.
 */
public enum Period {
    DAY(ChronoUnit.DAYS, day -> day, false),
    WEEK(ChronoUnit.WEEKS, TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY), false),
    MONTH(ChronoUnit.MONTHS, TemporalAdjusters.firstDayOfMonth(), true),
    YEAR(ChronoUnit.YEARS, TemporalAdjusters.firstDayOfYear(), true);

    // The JDK's units and adjusters never change, but do not say so.
    @SuppressWarnings("ImmutableEnumChecker")
    private final TemporalUnit length;

    @SuppressWarnings("ImmutableEnumChecker")
    private final TemporalAdjuster first;

    private final boolean coarse;

    Period(TemporalUnit length, TemporalAdjuster first, boolean coarse) {
        this.length = length;
        this.first = first;
        this.coarse = coarse;
    }

    /** The name in URLs and in JSON: {@code day}, {@code week}, {@code month}, {@code year}. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The period with this code in any case; empty for anything else. */
    public static Optional<Period> of(String code) {
        return Codes.find(values(), Period::code, code);
    }

    /** Whether it is so long that whole kWh and euros say enough: a display then asks each hour and not each quarter. */
    public boolean coarse() {
        return coarse;
    }

    /** The first day of the one that holds this day. */
    public LocalDate firstDay(LocalDate day) {
        return day.with(first);
    }

    /** The first day of the one {@code offset} away from the one that holds {@code today}. */
    public LocalDate firstDay(int offset, LocalDate today) {
        return shifted(firstDay(today), offset);
    }

    /** The last day, inclusive, of the one that begins on this day. */
    public LocalDate lastDay(LocalDate firstDay) {
        return shifted(firstDay, 1).minusDays(1);
    }

    /** The first day of the one so many after the one that begins on this day; before it, when negative. */
    public LocalDate shifted(LocalDate firstDay, int periods) {
        return firstDay.plus(periods, length);
    }

    /** How many away from the one that holds {@code today} the one is that holds {@code day}: negative is before. */
    public int offset(LocalDate day, LocalDate today) {
        return (int) length.between(firstDay(today), firstDay(day));
    }
}
