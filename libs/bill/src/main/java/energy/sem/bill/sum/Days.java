package energy.sem.bill.sum;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.SortedSet;
import java.util.TreeSet;

import energy.sem.quarter.QuarterHours;

/**
 * Edges and days of the contracts' zone.
 *
 * @param zone the household's
 */
record Days(ZoneId zone) {
    int edge(LocalDate day) {
        return QuarterHours.of(day.atStartOfDay(zone).toInstant());
    }

    /** The edge of a day, or another one where there is no day. */
    int edge(LocalDate day, int otherwise) {
        return day == null ? otherwise : edge(day);
    }

    int edge(YearMonth month) {
        return edge(month.atDay(1));
    }

    LocalDateTime time(int quarter) {
        return LocalDateTime.ofInstant(QuarterHours.start(quarter), zone);
    }

    LocalDate day(int quarter) {
        return time(quarter).toLocalDate();
    }

    YearMonth month(int quarter) {
        return YearMonth.from(time(quarter));
    }

    /** The first day of the billing year that a quarter hour lies in. */
    LocalDate year(int quarter, MonthDay begins) {
        LocalDate day = day(quarter);
        LocalDate start = begins.atYear(day.getYear());
        return start.isAfter(day) ? begins.atYear(day.getYear() - 1) : start;
    }

    /** The days that some time touches. */
    SortedSet<LocalDate> of(int from, int to) {
        SortedSet<LocalDate> days = new TreeSet<>();
        for (LocalDate day = day(from); edge(day) < to; day = day.plusDays(1)) {
            days.add(day);
        }
        return days;
    }

    /** Does something with each stretch of time that is a month, or a part of one. */
    void months(int from, int to, Stretch each) {
        int start = from;
        while (start < to) {
            YearMonth month = month(start);
            int end = Math.min(to, edge(month.plusMonths(1)));
            each.accept(month, start, end);
            start = end;
        }
    }

    /** A part of a month. */
    interface Stretch {
        void accept(YearMonth month, int from, int to);
    }
}
