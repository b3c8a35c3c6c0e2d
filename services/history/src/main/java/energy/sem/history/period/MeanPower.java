package energy.sem.history.period;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

import jakarta.enterprise.context.ApplicationScoped;

import energy.sem.history.calendar.Household;
import energy.sem.history.flow.Counter;
import energy.sem.history.flow.Flow;
import energy.sem.history.store.Bounds;
import energy.sem.history.store.Meter;
import energy.sem.history.store.QuarterRows;
import energy.sem.history.store.RawReadings;
import energy.sem.quarter.QuarterHours;
import energy.sem.quarter.QuarterSeries;

/** Mean power from the grid in bins that end now: what the original display asked for. */
@ApplicationScoped
public class MeanPower {
    private final QuarterRows rows;
    private final RawReadings readings;
    private final Household household;

    public MeanPower(QuarterRows rows, RawReadings readings, Household household) {
        this.rows = rows;
        this.readings = readings;
        this.household = household;
    }

    /**
     * The means, newest bin first, whole W rounded down; {@code null} for a bin without data. Bins shorter than a quarter
     * hour come from raw readings, longer ones from registers at the quarter hours nearest before their edges.
     *
     * @param binMinutes width of a bin
     * @param bins how many
     */
    public List<Integer> of(Meter meter, int binMinutes, int bins) {
        Map<Integer, Bounds> bounds = rows.bounds(meter);
        List<Counter> electricity = Counter.of(meter.devices(), bounds).stream()
                .filter(Counter::isElectricity)
                .toList();
        List<Integer> means = new ArrayList<>(Collections.nCopies(bins, null));
        long now = household.now().toEpochMilli();
        for (Counter counter : electricity) {
            List<Integer> own = binMinutes * 60_000L < QuarterHours.MILLIS
                    ? readings.meanImportW(counter.device(), now, binMinutes * 60_000L, bins)
                    : fromRegisters(counter, now, binMinutes, bins);
            for (int i = 0; i < bins; i++) {
                if (own.get(i) != null) {
                    means.set(i, own.get(i));
                }
            }
        }
        return means;
    }

    private List<Integer> fromRegisters(Counter counter, long now, int binMinutes, int bins) {
        int[] edges = new int[bins + 1];
        for (int i = 0; i <= bins; i++) {
            edges[i] = QuarterHours.of(now - i * (binMinutes * 60_000L));
        }
        NavigableSet<Integer> all = new TreeSet<>();
        for (int edge : edges) {
            all.add(edge);
        }
        QuarterSeries series =
                rows.around(Map.of(counter.id(), counter.bounds()), all).get(counter.id());
        NavigableSet<Integer> present = new TreeSet<>();
        series.rows().forEach(row -> present.add(row.quarter()));
        List<Integer> means = new ArrayList<>();
        for (int i = 0; i < bins; i++) {
            int from = edges[i + 1];
            int to = edges[i];
            Integer next = present.ceiling(from);
            Long importWh = next == null || next >= to
                    ? null
                    : Flow.of(counter, series, from, to).importWh();
            means.add(importWh == null ? null : Math.toIntExact(importWh * 4 / (to - from)));
        }
        return means;
    }
}
