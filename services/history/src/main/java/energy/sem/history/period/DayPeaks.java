package energy.sem.history.period;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import energy.sem.history.calendar.Household;
import energy.sem.history.flow.Counter;
import energy.sem.history.store.DayFacts;
import energy.sem.history.store.ElectricityDays;
import energy.sem.history.store.Kind;
import energy.sem.history.store.QuarterRows;
import energy.sem.quarter.QuarterHours;
import energy.sem.quarter.QuarterSeries;

/**
 * Peak and coverage of the days of the household's zone. Finished days come from the table; a device's newest day, which
 * ingest does not recompute with every reading, is worked out here from its quarter hours.
 */
@ApplicationScoped
public class DayPeaks {
    private final ElectricityDays days;
    private final QuarterRows rows;
    private final ZoneId zone;

    public DayPeaks(ElectricityDays days, QuarterRows rows, Household household) {
        this.days = days;
        this.rows = rows;
        this.zone = household.zone();
    }

    /**
     * The days from {@code from} to an edge of which something is known, in order; the last one as far as the edge.
     *
     * @param to quarter number
     * @param elapsed coverage of a day that is worked out here is of the time before this edge
     */
    public List<DayFacts> of(Counter counter, LocalDate from, int to, int elapsed) {
        LocalDate newest = day(counter.bounds().lastAtMilli());
        LocalDate lastDay = day(QuarterHours.startMilli(to));
        LocalDate tableEnd = lastDay.isBefore(newest) ? lastDay : newest;
        List<DayFacts> facts = new ArrayList<>();
        if (from.isBefore(tableEnd)) {
            facts.addAll(days.of(counter.id(), from, tableEnd));
        }
        // Here either the newest day or the day that the edge cuts; a later one has no readings.
        if (!tableEnd.isBefore(from) && start(tableEnd) < to) {
            facts.add(live(counter, tableEnd, Math.min(to, start(tableEnd.plusDays(1))), elapsed));
        }
        return facts;
    }

    /** The time outside gaps from the start of a day to an edge, milliseconds. */
    long coveredMilli(Counter counter, LocalDate from, int to) {
        LocalDate newest = day(counter.bounds().lastAtMilli());
        LocalDate lastDay = day(QuarterHours.startMilli(to));
        LocalDate tableEnd = lastDay.isBefore(newest) ? lastDay : newest;
        long covered = from.isBefore(tableEnd) ? days.coveredMilli(counter.id(), from, tableEnd) : 0;
        LocalDate partial = tableEnd.isBefore(from) ? from : tableEnd;
        int start = start(partial);
        if (start < to) {
            covered += series(counter, start, to)
                    .coveredMilli(
                            QuarterHours.startMilli(start), QuarterHours.startMilli(to), Kind.ELECTRICITY.gapMilli());
        }
        return covered;
    }

    private DayFacts live(Counter counter, LocalDate day, int end, int elapsed) {
        int start = start(day);
        QuarterSeries series = series(counter, start, end);
        long covered = series.coveredMilli(
                QuarterHours.startMilli(start),
                QuarterHours.startMilli(Math.min(end, elapsed)),
                Kind.ELECTRICITY.gapMilli());
        return new DayFacts(day, series.peak(start, end).orElse(null), covered);
    }

    private QuarterSeries series(Counter counter, int from, int to) {
        return rows.between(Map.of(counter.id(), counter.bounds()), from, to).get(counter.id());
    }

    private LocalDate day(long milli) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(milli), zone);
    }

    private int start(LocalDate day) {
        return QuarterHours.of(day.atStartOfDay(zone).toInstant());
    }
}
