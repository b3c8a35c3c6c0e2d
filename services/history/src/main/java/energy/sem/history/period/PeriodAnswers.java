package energy.sem.history.period;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import energy.sem.history.answer.Bucket;
import energy.sem.history.answer.Decimal;
import energy.sem.history.answer.PeriodAnswer;
import energy.sem.history.answer.PeriodAnswer.Previous;
import energy.sem.history.answer.PeriodAnswer.Registers;
import energy.sem.history.calendar.Household;
import energy.sem.history.calendar.Span;
import energy.sem.history.calendar.Step;
import energy.sem.history.calendar.View;
import energy.sem.history.store.Extremes;
import energy.sem.history.store.Extremes.Range;
import energy.sem.history.store.Intervals;
import energy.sem.history.store.Kind;
import energy.sem.history.store.Meter;
import energy.sem.history.store.QuarterRows;
import energy.sem.quarter.QuarterHours;
import energy.sem.quarter.QuarterSeries;

/**
 * What a meter counted in a period or a range. Within one transaction that reads one snapshot the buckets add up to the
 * total and the total is the difference of the registers.
 */
@ApplicationScoped
public class PeriodAnswers {
    private final QuarterRows rows;
    private final BucketFigures buckets;
    private final DayPeaks days;
    private final Intervals intervals;
    private final Extremes extremes;
    private final Household household;

    public PeriodAnswers(
            QuarterRows rows,
            BucketFigures buckets,
            DayPeaks days,
            Intervals intervals,
            Extremes extremes,
            Household household) {
        this.rows = rows;
        this.buckets = buckets;
        this.days = days;
        this.intervals = intervals;
        this.extremes = extremes;
        this.household = household;
    }

    /** A period of the calendar, with the one before it. */
    public PeriodAnswer period(Meter meter, View view, Span span, Step step, Until until, Details details) {
        return answer(meter, view, span, step, until, details);
    }

    /** Any range. */
    public PeriodAnswer range(Meter meter, Span span, Step step, Until until, Details details) {
        return answer(meter, null, span, step, until, details);
    }

    private PeriodAnswer answer(Meter meter, View view, Span span, Step step, Until until, Details details) {
        int[] edges = span.edges(step);
        List<Counter> counters = counters(meter);
        Freshness fresh = freshness(counters);
        int limit = until == Until.LAST_QUARTER ? fresh.lastQuarter() : Integer.MAX_VALUE;

        Span before = view == null ? null : Span.of(view.previous(), household.now(), span.zone());
        int point = Math.max(span.from(), Math.min(span.to(), fresh.lastQuarter()));
        Set<Integer> ends = new LinkedHashSet<>(List.of(span.from(), Math.min(span.to(), limit)));
        if (before != null) {
            ends.add(before.from());
            ends.add(span.samePoint(view.period(), before, point));
        }
        Map<Integer, QuarterSeries> atEnds = rows.around(BucketFigures.bounds(counters), ends);

        Figures[] figures = buckets.of(span, step, edges, counters, limit, fresh.elapsedQuarter());
        Figures total = Arrays.stream(figures).reduce(Figures.NONE, Figures::plus);
        boolean hasElectricity = counters.stream().anyMatch(Counter::isElectricity);
        long elapsedMilli = hasElectricity ? fresh.elapsedMilli(span.from(), span.to()) : 0;
        return new PeriodAnswer(
                meter.name(),
                meter.simulated() ? true : null,
                view == null ? null : view.period().word(),
                view == null ? null : view.offset(),
                span.zone().getId(),
                span.fromTime(),
                span.toTime(),
                step.iso(),
                isComplete(counters, span),
                share(total.coveredMilli(), elapsedMilli),
                fresh.stale(),
                fresh.firstAtMilli() == null ? null : span.timeOfMilli(fresh.firstAtMilli()),
                fresh.lastAtMilli() == null ? null : span.timeOfMilli(fresh.lastAtMilli()),
                point > span.from() ? span.time(point) : null,
                registers(counters, atEnds, span, Math.min(span.to(), limit)),
                AmountsOf.flow(total.flow(), total.peak(), span),
                before == null ? null : previous(view, span, before, point, counters, atEnds, limit),
                written(span, edges, figures, hasElectricity, fresh, ranges(counters, edges, details), details));
    }

    /** The meter's devices that have data, with where they begin and end. */
    public List<Counter> counters(Meter meter) {
        Collection<Integer> ids =
                meter.devices().stream().map(each -> each.id()).toList();
        return Counter.of(meter.devices(), rows.bounds(ids));
    }

    Freshness freshness(List<Counter> counters) {
        return Freshness.of(counters, household.now().toEpochMilli(), () -> counters.stream()
                .mapToLong(each -> intervals.usualMilli(each.id()))
                .max()
                .orElse(0));
    }

    private Previous previous(
            View view,
            Span span,
            Span before,
            int point,
            List<Counter> counters,
            Map<Integer, QuarterSeries> atEnds,
            int limit) {
        int end = Math.min(before.to(), limit);
        Flow total = flow(counters, atEnds, before.from(), end);
        if (point <= span.from()) {
            return new Previous(
                    before.fromTime(), before.toTime(), AmountsOf.flow(total, null, span), null, null, null);
        }
        int same = span.samePoint(view.period(), before, point);
        Flow untilSame = flow(counters, atEnds, before.from(), same);
        return new Previous(
                before.fromTime(),
                before.toTime(),
                AmountsOf.flow(total, null, span),
                span.time(same),
                AmountsOf.flow(untilSame, null, span),
                coverageBefore(before, same, counters));
    }

    // Days of another zone would have to be worked out from every quarter hour: the comparison is not worth it.
    private BigDecimal coverageBefore(Span before, int same, List<Counter> counters) {
        if (!before.zone().equals(household.zone()) || counters.stream().noneMatch(Counter::isElectricity)) {
            return null;
        }
        long coveredMilli = 0;
        for (Counter counter : counters) {
            if (counter.isElectricity()
                    && counter.bounds()
                            .touches(QuarterHours.startMilli(before.from()), QuarterHours.startMilli(same))) {
                coveredMilli += days.coveredMilli(counter, before.fromTime().toLocalDate(), same);
            }
        }
        return share(coveredMilli, (same - before.from()) * QuarterHours.MILLIS);
    }

    private static Flow flow(List<Counter> counters, Map<Integer, QuarterSeries> series, int from, int to) {
        Flow flow = Flow.NONE;
        for (Counter counter : counters) {
            flow = flow.plus(Flow.of(counter, series.get(counter.id()), from, to));
        }
        return flow;
    }

    private static Registers registers(List<Counter> counters, Map<Integer, QuarterSeries> series, Span span, int end) {
        List<Counter> counting = counters.stream()
                .filter(each -> end > span.from()
                        && each.device().kind() != Kind.OTHER
                        && each.bounds().touches(QuarterHours.startMilli(span.from()), QuarterHours.startMilli(end)))
                .toList();
        return new Registers(
                counting.stream()
                        .map(each -> AmountsOf.registers(each, series.get(each.id()), span.from(), span))
                        .toList(),
                counting.stream()
                        .map(each -> AmountsOf.registers(each, series.get(each.id()), end, span))
                        .toList());
    }

    private static List<Bucket> written(
            Span span,
            int[] edges,
            Figures[] figures,
            boolean hasElectricity,
            Freshness fresh,
            Range[] ranges,
            Details details) {
        List<Bucket> buckets = new ArrayList<>(figures.length);
        for (int i = 0; i < figures.length; i++) {
            Flow flow = figures[i].flow();
            long elapsedMilli = hasElectricity ? fresh.elapsedMilli(edges[i], edges[i + 1]) : 0;
            buckets.add(new Bucket(
                    span.time(edges[i]),
                    span.time(edges[i + 1]),
                    AmountsOf.flow(flow, figures[i].peak(), span),
                    share(figures[i].coveredMilli(), elapsedMilli),
                    !flow.estimated().isEmpty(),
                    AmountsOf.words(flow),
                    details.voltage() ? AmountsOf.voltages(ranges[i]) : List.of(),
                    details.power() ? Decimal.thousandths(ranges[i].maxImportW()) : null,
                    details.power() ? Decimal.thousandths(ranges[i].maxExportW()) : null));
        }
        return buckets;
    }

    private Range[] ranges(List<Counter> counters, int[] edges, Details details) {
        return details.any()
                ? extremes.of(
                        counters.stream()
                                .filter(Counter::isElectricity)
                                .map(Counter::id)
                                .toList(),
                        edges)
                : new Range[0];
    }

    private static BigDecimal share(long coveredMilli, long elapsedMilli) {
        return elapsedMilli <= 0 ? null : Decimal.share(Math.min(coveredMilli, elapsedMilli), elapsedMilli);
    }

    private static boolean isComplete(List<Counter> counters, Span span) {
        List<Counter> active = counters.stream()
                .filter(each ->
                        each.bounds().touches(QuarterHours.startMilli(span.from()), QuarterHours.startMilli(span.to()))
                                && !each.isReplaced(counters))
                .toList();
        return !active.isEmpty()
                && active.stream().allMatch(each -> each.bounds().lastAtMilli() >= QuarterHours.startMilli(span.to()));
    }
}
