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
     * From the start of a day to an edge.
     *
     * @param to quarter number
     */
    record Stretch(LocalDate from, int to) {}

    /**
     * What is known of the days of a stretch, and of an earlier one.
     *
     * @param days those of which something is known, in order; the last one as far as the edge
     * @param earlierMilli the time outside gaps of the earlier stretch, milliseconds
     */
    record Known(List<DayFacts> days, long earlierMilli) {}

    /**
     * The days from {@code from} to an edge of which something is known, in order; the last one as far as the edge.
     *
     * @param to quarter number
     * @param elapsed coverage of a day that is worked out here is of the time before this edge
     */
    public List<DayFacts> of(Counter counter, LocalDate from, int to, int elapsed) {
        return of(counter, new Stretch(from, to), elapsed, null).days();
    }

    /**
     * A stretch and an earlier one.
     *
     * @param elapsed coverage of a day that is worked out here is of the time before this edge
     * @param earlier or {@code null}
     */
    Known of(Counter counter, Stretch stretch, int elapsed, Stretch earlier) {
        LocalDate end = tableEnd(counter, stretch);
        LocalDate earlierLast = earlier == null ? null : tableEnd(counter, earlier);
        ElectricityDays.Days table;
        if (earlier != null && !earlierLast.isBefore(earlier.from())) {
            table = days.of(counter.id(), stretch.from(), end, earlier.from(), earlierLast);
        } else if (stretch.from().isBefore(end)) {
            table = days.of(counter.id(), stretch.from(), end);
        } else {
            table = new ElectricityDays.Days(List.of(), 0, 0);
        }
        List<DayFacts> facts = new ArrayList<>(table.facts());
        // Here either the newest day or the day that the edge cuts; a later one has no readings.
        if (!end.isBefore(stretch.from()) && start(end) < stretch.to()) {
            facts.add(live(counter, end, Math.min(stretch.to(), start(end.plusDays(1))), elapsed));
        }
        return new Known(facts, earlier == null ? 0 : coveredMilli(counter, earlier, earlierLast, table));
    }

    private long coveredMilli(Counter counter, Stretch stretch, LocalDate last, ElectricityDays.Days table) {
        LocalDate partial = last.isBefore(stretch.from()) ? stretch.from() : last;
        int start = start(partial);
        if (start >= stretch.to()) {
            return table.earlierMilli();
        }
        // A finished day without any gap has none before the edge either: no need to look at its quarter hours.
        boolean whole = partial.isBefore(day(counter.bounds().lastAtMilli()))
                && table.earlierLastMilli() == (start(partial.plusDays(1)) - start) * QuarterHours.MILLIS;
        return table.earlierMilli()
                + (whole
                        ? (stretch.to() - start) * QuarterHours.MILLIS
                        : series(counter, start, stretch.to())
                                .coveredMilli(
                                        QuarterHours.startMilli(start),
                                        QuarterHours.startMilli(stretch.to()),
                                        Kind.ELECTRICITY.gapMilli()));
    }

    /** The day that the table cannot tell of: the one that the edge cuts, or the device's newest. */
    private LocalDate tableEnd(Counter counter, Stretch stretch) {
        LocalDate newest = day(counter.bounds().lastAtMilli());
        LocalDate lastDay = day(QuarterHours.startMilli(stretch.to()));
        return lastDay.isBefore(newest) ? lastDay : newest;
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
