package energy.sem.history.period;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import energy.sem.history.answer.Amounts;
import energy.sem.history.answer.Bucket;
import energy.sem.history.answer.Decimal;
import energy.sem.history.answer.PeriodAnswer;
import energy.sem.history.answer.PeriodAnswer.Previous;
import energy.sem.history.calendar.Household;
import energy.sem.history.calendar.Span;
import energy.sem.history.calendar.Step;
import energy.sem.history.calendar.View;
import energy.sem.history.cost.Cost;
import energy.sem.history.cost.Costing;
import energy.sem.history.cost.Costs;
import energy.sem.history.flow.Counter;
import energy.sem.history.flow.Flow;
import energy.sem.history.store.Extremes;
import energy.sem.history.store.Extremes.Range;
import energy.sem.history.store.Intervals;
import energy.sem.history.store.Meter;
import energy.sem.history.store.QuarterRows;
import energy.sem.quarter.QuarterHours;

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
    private final Costs costs;
    private final Household household;

    public PeriodAnswers(
            QuarterRows rows,
            BucketFigures buckets,
            DayPeaks days,
            Intervals intervals,
            Extremes extremes,
            Costs costs,
            Household household) {
        this.rows = rows;
        this.buckets = buckets;
        this.days = days;
        this.intervals = intervals;
        this.extremes = extremes;
        this.costs = costs;
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
        Freshness fresh = freshness(meter, counters);
        int limit = until == Until.LAST_QUARTER ? fresh.lastQuarter() : Integer.MAX_VALUE;

        Span before = view == null ? null : Span.of(view.previous(), household.now(), span.zone());
        int point = Math.max(span.from(), Math.min(span.to(), fresh.lastQuarter()));
        int begin = before == null ? span.from() : before.from();
        Costing costing = costs.of(meter, counters, begin, span.to(), fresh.elapsedQuarter())
                .orElse(null);
        Ledger ledger = new Ledger(counters, costing, limit);
        ledger.announce(span.from(), span.to());
        for (int i = 1; i < edges.length; i++) {
            ledger.announceCost(edges[i - 1], edges[i]);
        }
        if (before != null) {
            ledger.announce(before.from(), before.to());
            ledger.announce(before.from(), span.samePoint(view.period(), before, point));
        }
        if (step.wholeDays()) {
            ledger.announce(edges);
        }
        ledger.read(rows);

        // Days of another zone would have to be worked out from every quarter hour: the comparison is not worth it.
        DayPeaks.Stretch compared =
                before == null || point <= span.from() || !before.zone().equals(household.zone())
                        ? null
                        : new DayPeaks.Stretch(
                                before.fromTime().toLocalDate(), span.samePoint(view.period(), before, point));
        Map<Integer, DayPeaks.Known> known =
                days(counters, span, buckets.seeks(span, step), before, compared, fresh.elapsedQuarter());
        Figures[] figures =
                buckets.of(span, step, edges, counters, limit, fresh.elapsedQuarter(), ledger.series(), known);
        Figures total = Arrays.stream(figures).reduce(Figures.NONE, Figures::plus);
        Cost[] bucketCosts = new Cost[figures.length];
        Arrays.setAll(bucketCosts, i -> ledger.cost(figures[i].flow(), edges[i], edges[i + 1]));
        Cost totalCost = Arrays.stream(bucketCosts).reduce(Cost.NONE, Cost::plus);
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
                ledger.registers(span),
                AmountsOf.flow(total.flow(), total.peak(), span, Money.bill(totalCost)),
                before == null
                        ? null
                        : previous(
                                view,
                                span,
                                before,
                                point,
                                ledger,
                                compared == null || !hasElectricity ? null : coverage(before, compared, known)),
                written(
                        span,
                        edges,
                        figures,
                        bucketCosts,
                        hasElectricity,
                        fresh,
                        ranges(counters, edges, details),
                        details));
    }

    /** The meter's devices that have data, with where they begin and end. */
    public List<Counter> counters(Meter meter) {
        return Counter.of(meter.devices(), rows.bounds(meter));
    }

    Freshness freshness(Meter meter, List<Counter> counters) {
        return Freshness.of(meter, counters, household.now().toEpochMilli(), () -> counters.stream()
                .mapToLong(each -> intervals.usualMilli(each.id()))
                .max()
                .orElse(0));
    }

    private static Previous previous(View view, Span span, Span before, int point, Ledger ledger, BigDecimal coverage) {
        Amounts total = amounts(ledger, before.from(), before.to(), span);
        if (point <= span.from()) {
            return new Previous(
                    before.fromTime(), before.toTime(), ledger.registers(before), total, null, null, null, null);
        }
        int same = span.samePoint(view.period(), before, point);
        return new Previous(
                before.fromTime(),
                before.toTime(),
                ledger.registers(before),
                total,
                span.time(same),
                ledger.registers(before, same),
                amounts(ledger, before.from(), same, span),
                coverage);
    }

    private static Amounts amounts(Ledger ledger, int from, int to, Span span) {
        Flow flow = ledger.flow(from, to);
        return AmountsOf.flow(flow, null, span, Money.total(ledger.cost(flow, from, to)));
    }

    /** What the table says of the electricity meters' days: of the span, where they are sought, and of what is compared. */
    private Map<Integer, DayPeaks.Known> days(
            List<Counter> counters, Span span, boolean sought, Span before, DayPeaks.Stretch compared, int elapsed) {
        Map<Integer, DayPeaks.Known> known = new HashMap<>();
        for (Counter counter : counters) {
            boolean here = sought && touches(counter, span.from(), span.to());
            boolean earlier = compared != null && touches(counter, before.from(), compared.to());
            if (counter.isElectricity() && (here || earlier)) {
                DayPeaks.Stretch stretch =
                        new DayPeaks.Stretch(span.fromTime().toLocalDate(), here ? span.to() : span.from());
                known.put(counter.id(), days.of(counter, stretch, elapsed, earlier ? compared : null));
            }
        }
        return known;
    }

    private static List<Bucket> written(
            Span span,
            int[] edges,
            Figures[] figures,
            Cost[] costs,
            boolean hasElectricity,
            Freshness fresh,
            Range[] ranges,
            Details details) {
        List<Bucket> buckets = new ArrayList<>(figures.length);
        Money money = new Money();
        for (int i = 0; i < figures.length; i++) {
            Flow flow = figures[i].flow();
            long elapsedMilli = hasElectricity ? fresh.elapsedMilli(edges[i], edges[i + 1]) : 0;
            buckets.add(new Bucket(
                    span.time(edges[i]),
                    span.time(edges[i + 1]),
                    AmountsOf.flow(flow, figures[i].peak(), span, money.nextOf(costs[i])),
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

    private static BigDecimal coverage(Span before, DayPeaks.Stretch compared, Map<Integer, DayPeaks.Known> known) {
        long coveredMilli =
                known.values().stream().mapToLong(DayPeaks.Known::earlierMilli).sum();
        return share(coveredMilli, (compared.to() - before.from()) * QuarterHours.MILLIS);
    }

    private static boolean touches(Counter counter, int from, int to) {
        return counter.bounds().touches(QuarterHours.startMilli(from), QuarterHours.startMilli(to));
    }

    private static BigDecimal share(long coveredMilli, long elapsedMilli) {
        return elapsedMilli <= 0 ? null : Decimal.share(Math.min(coveredMilli, elapsedMilli), elapsedMilli);
    }

    private static boolean isComplete(List<Counter> counters, Span span) {
        List<Counter> active = counters.stream()
                .filter(each -> touches(each, span.from(), span.to()) && !each.isReplaced(counters))
                .toList();
        return !active.isEmpty()
                && active.stream().allMatch(each -> each.bounds().lastAtMilli() >= QuarterHours.startMilli(span.to()));
    }
}
