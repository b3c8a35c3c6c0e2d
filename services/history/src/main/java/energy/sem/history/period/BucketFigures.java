package energy.sem.history.period;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import energy.sem.history.calendar.Household;
import energy.sem.history.calendar.Span;
import energy.sem.history.calendar.Step;
import energy.sem.history.flow.Counter;
import energy.sem.history.flow.Flow;
import energy.sem.history.store.Bounds;
import energy.sem.history.store.DayFacts;
import energy.sem.history.store.Kind;
import energy.sem.history.store.QuarterRows;
import energy.sem.quarter.QuarterHours;
import energy.sem.quarter.QuarterSeries;

/**
 * The figures of each bucket of a span. Days and months of the household's zone are sought: two rows an edge and one a
 * day. Shorter buckets, and days of another zone, are worked out from every quarter hour, a stretch at a time so that the
 * memory it takes does not grow with the span.
 */
@ApplicationScoped
public class BucketFigures {
    /** About a month of quarter hours. */
    private static final int STRETCH = 3000;

    private final QuarterRows rows;
    private final Household household;

    public BucketFigures(QuarterRows rows, Household household) {
        this.rows = rows;
        this.household = household;
    }

    /** True when buckets of this step of this span rest on edges and on days that ingest has worked out. */
    boolean seeks(Span span, Step step) {
        return step.wholeDays() && span.zone().equals(household.zone()) && span.startsWithDay();
    }

    /**
     * The figures between each edge and the next.
     *
     * @param counters all of the meter's
     * @param limit edges after it count as it: the data end there
     * @param elapsed coverage is of the time before this edge
     * @param known each device's values at the edges, at least when buckets are whole days
     * @param days of each electricity meter that counted in the span, when they are sought
     */
    Figures[] of(
            Span span,
            Step step,
            int[] edges,
            List<Counter> counters,
            int limit,
            int elapsed,
            Map<Integer, QuarterSeries> known,
            Map<Integer, DayPeaks.Known> days) {
        int[] limited = Arrays.stream(edges).map(edge -> Math.min(edge, limit)).toArray();
        List<Counter> relevant = counters.stream()
                .filter(each -> each.touches(span.from(), span.to()))
                .toList();
        Figures[] figures = new Figures[edges.length - 1];
        Arrays.fill(figures, Figures.NONE);
        if (seeks(span, step)) {
            addSought(figures, limited, relevant, known);
            for (Counter counter : relevant) {
                if (counter.isElectricity()) {
                    addDays(figures, span, edges, days.get(counter.id()).days());
                }
            }
        } else if (step.wholeDays()) {
            addScanned(figures, edges, electricity(relevant, true), limit, elapsed);
            addSought(figures, limited, electricity(relevant, false), known);
        } else {
            addScanned(figures, edges, relevant, limit, elapsed);
        }
        return figures;
    }

    private static void addSought(
            Figures[] figures, int[] edges, List<Counter> counters, Map<Integer, QuarterSeries> known) {
        for (Counter counter : counters) {
            for (int i = 0; i < figures.length; i++) {
                Flow flow = Flow.of(counter, known.get(counter.id()), edges[i], edges[i + 1]);
                figures[i] = figures[i].plus(new Figures(flow, null, 0));
            }
        }
    }

    private static void addDays(Figures[] figures, Span span, int[] edges, List<DayFacts> days) {
        int bucket = 0;
        for (DayFacts day : days) {
            int start = QuarterHours.of(day.day().atStartOfDay(span.zone()).toInstant());
            while (edges[bucket + 1] <= start) {
                bucket++;
            }
            figures[bucket] = figures[bucket].plus(new Figures(Flow.NONE, day.peak(), day.coveredMilli()));
        }
    }

    private void addScanned(Figures[] figures, int[] edges, List<Counter> counters, int limit, int elapsed) {
        int begin = 0;
        while (begin < figures.length && !counters.isEmpty()) {
            int end = begin + 1;
            while (end < figures.length && edges[end + 1] - edges[begin] <= STRETCH) {
                end++;
            }
            addStretch(figures, Arrays.copyOfRange(edges, begin, end + 1), begin, counters, limit, elapsed);
            begin = end;
        }
    }

    private void addStretch(
            Figures[] figures, int[] edges, int bucket, List<Counter> counters, int limit, int elapsed) {
        int last = edges.length - 1;
        List<Counter> present = counters.stream()
                .filter(each -> each.touches(edges[0], edges[last]))
                .toList();
        Map<Integer, QuarterSeries> series = rows.between(bounds(present), edges[0], edges[last]);
        for (Counter counter : present) {
            for (int i = 0; i < last; i++) {
                int from = edges[i];
                int to = edges[i + 1];
                QuarterSeries counted = series.get(counter.id());
                Flow flow = Flow.of(counter, counted, from, Math.min(to, limit));
                Figures more = counter.isElectricity()
                        ? withPeak(flow, counted, from, to, elapsed)
                        : new Figures(flow, null, 0);
                figures[bucket + i] = figures[bucket + i].plus(more);
            }
        }
    }

    private static Figures withPeak(Flow flow, QuarterSeries series, int from, int to, int elapsed) {
        long covered = series.coveredMilli(
                QuarterHours.startMilli(from),
                QuarterHours.startMilli(Math.min(to, elapsed)),
                Kind.ELECTRICITY.gapMilli());
        return new Figures(flow, series.peak(from, to).orElse(null), covered);
    }

    private static List<Counter> electricity(List<Counter> counters, boolean wanted) {
        return counters.stream().filter(each -> each.isElectricity() == wanted).toList();
    }

    static Map<Integer, Bounds> bounds(List<Counter> counters) {
        return counters.stream().collect(Collectors.toMap(Counter::id, Counter::bounds));
    }
}
