package energy.sem.history.peak;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

import jakarta.enterprise.context.ApplicationScoped;

import energy.sem.history.calendar.Household;
import energy.sem.history.flow.Counter;
import energy.sem.history.period.DayPeaks;
import energy.sem.history.period.Figures;
import energy.sem.history.store.DayFacts;
import energy.sem.history.store.StatedPeak;
import energy.sem.quarter.Demand;
import energy.sem.quarter.QuarterHours;

/** Month peaks as the meter states them, beside those of our own quarter hours. */
@ApplicationScoped
public class MonthPeaks {
    private final DayPeaks days;
    private final ZoneId zone;

    public MonthPeaks(DayPeaks days, Household household) {
        this.days = days;
        this.zone = household.zone();
    }

    /**
     * The months from {@code from} to {@code to}, both included, that have a peak, in order.
     *
     * @param counters the meter's devices that have data
     * @param stated what they state of those months
     */
    public List<MonthPeak> of(List<Counter> counters, List<StatedPeak> stated, YearMonth from, YearMonth to) {
        Map<YearMonth, Demand> computed =
                computed(counters, from.atDay(1), to.plusMonths(1).atDay(1));
        Map<YearMonth, StatedPeak> byMeter = new TreeMap<>();
        for (StatedPeak each : stated) {
            byMeter.merge(YearMonth.from(each.month()), each, MonthPeaks::higher);
        }
        TreeSet<YearMonth> months = new TreeSet<>(computed.keySet());
        months.addAll(byMeter.keySet());
        List<MonthPeak> peaks = new ArrayList<>();
        for (YearMonth month : months) {
            StatedPeak own = byMeter.get(month);
            peaks.add(
                    own == null
                            ? new MonthPeak(month, null, null, false, computed.get(month))
                            : new MonthPeak(month, own.watts(), own.atMilli(), own.closed(), computed.get(month)));
        }
        return peaks;
    }

    private Map<YearMonth, Demand> computed(List<Counter> counters, LocalDate from, LocalDate to) {
        int end = QuarterHours.of(to.atStartOfDay(zone).toInstant());
        Map<YearMonth, Demand> peaks = new TreeMap<>();
        for (Counter counter : counters) {
            if (counter.isElectricity()) {
                for (DayFacts day : days.of(counter, from, end, Integer.MAX_VALUE)) {
                    if (day.peak() != null) {
                        peaks.merge(YearMonth.from(day.day()), day.peak(), Figures::higher);
                    }
                }
            }
        }
        return peaks;
    }

    // A month in which the meter was replaced has two: each saw a part of it.
    private static StatedPeak higher(StatedPeak one, StatedPeak other) {
        return other.watts() > one.watts() ? other : one;
    }
}
