package energy.sem.bill.tariff;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.util.List;
import java.util.Set;

/** What a band is chosen by. */
public sealed interface When {
    /** At all times. */
    When ALWAYS = new Always();

    /** At all times. */
    record Always() implements When {}

    /**
     * Where the meter counts it.
     *
     * @param tariff 1 or 2; 0 for whatever neither counts
     */
    record Register(int tariff) implements When {}

    /** The hours that no other band of the component has. */
    record Otherwise() implements When {}

    /**
     * Local hours.
     *
     * @param days of the week
     * @param hours of the day
     * @param dates of the year; empty for all of it
     * @param holidays {@code null}: they are days of the week like any other; else whether it holds all through them or not at all
     */
    record Clock(Set<DayOfWeek> days, List<Hours> hours, List<Dates> dates, Boolean holidays) implements When {
        public Clock {
            days = Set.copyOf(days);
            hours = List.copyOf(hours);
            dates = List.copyOf(dates);
        }

        /** Whether it holds at a local time. */
        public boolean holds(LocalDateTime time, boolean holiday) {
            if (!dates.isEmpty() && dates.stream().noneMatch(each -> each.has(MonthDay.from(time)))) {
                return false;
            }
            if (holidays != null && holiday) {
                return holidays;
            }
            int minute = time.getHour() * 60 + time.getMinute();
            return days.contains(time.getDayOfWeek()) && hours.stream().anyMatch(each -> each.has(minute));
        }
    }

    /** From a minute of the day until another, which is not within; over midnight when it ends before it begins. */
    record Hours(int from, int until) {
        boolean has(int minute) {
            return from < until ? minute >= from && minute < until : minute >= from || minute < until;
        }
    }

    /** From a day of the year to another, both within; over New Year when it ends before it begins. */
    record Dates(MonthDay from, MonthDay to) {
        boolean has(MonthDay day) {
            return from.compareTo(to) <= 0
                    ? day.compareTo(from) >= 0 && day.compareTo(to) <= 0
                    : day.compareTo(from) >= 0 || day.compareTo(to) <= 0;
        }
    }
}
