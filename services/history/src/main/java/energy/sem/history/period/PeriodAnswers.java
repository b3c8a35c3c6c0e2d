package energy.sem.history.period;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import energy.sem.history.answer.Bucket;
import energy.sem.history.answer.Decimal;
import energy.sem.history.answer.PeriodAnswer;
import energy.sem.history.calendar.Household;
import energy.sem.history.calendar.Span;
import energy.sem.history.calendar.Step;
import energy.sem.history.calendar.View;
import energy.sem.history.cost.Cost;
import energy.sem.history.cost.Costs;
import energy.sem.history.flow.Counter;
import energy.sem.history.store.Extremes;
import energy.sem.history.store.Extremes.Range;
import energy.sem.history.store.Intervals;
import energy.sem.history.store.Meter;
import energy.sem.history.store.QuarterRows;

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
        MeterNow now = now(meter);
        Span before = Span.of(view.previous(), household.now(), span.zone());
        SamePoint same = new SamePoint(view.period(), span, before, now);
        Read read = read(now, span, step, span.edges(step), until, Optional.of(same));
        return answer(read, step, until, details)
                .asPeriod(
                        view.period().word(),
                        view.offset(),
                        same.previous(read.ledger, read.days, household.zone()),
                        same.comparison(read.ledger, read.days, household.zone()));
    }

    /** Any range. */
    public PeriodAnswer range(Meter meter, Span span, Step step, Until until, Details details) {
        int[] edges = span.edges(step);
        return answer(read(now(meter), span, step, edges, until, Optional.empty()), step, until, details);
    }

    /** The meter's devices that have data, with where they begin and end. */
    public List<Counter> counters(Meter meter) {
        return Counter.of(meter.devices(), rows.bounds(meter));
    }

    /**
     * The edge up to which time counts as elapsed for a meter: while readings come the last full quarter hour, else now.
     *
     * @param counters its devices that have data
     */
    public int elapsed(Meter meter, List<Counter> counters) {
        return now(meter, counters).fresh().elapsedQuarter();
    }

    /** A meter as it is known now. */
    MeterNow now(Meter meter) {
        return now(meter, counters(meter));
    }

    private MeterNow now(Meter meter, List<Counter> counters) {
        Freshness fresh = Freshness.of(meter, counters, household.now().toEpochMilli(), () -> counters.stream()
                .mapToLong(each -> intervals.usualMilli(each.id()))
                .max()
                .orElse(0));
        return new MeterNow(meter, counters, fresh);
    }

    /**
     * Some of the buckets of a range.
     *
     * @param edges of these buckets
     * @param money what was written of the buckets before
     */
    List<Bucket> buckets(MeterNow now, Span range, Step step, int[] edges, Until until, Details details, Money money) {
        Span part = new Span(range.zone(), edges[0], edges[edges.length - 1]);
        Read read = read(now, part, step, edges, until, Optional.empty());
        return read.counted.written(part, now, money, ranges(now, edges, until, details), details);
    }

    /** What was read for an answer. */
    private record Read(MeterNow now, Span span, Ledger ledger, Counted counted, Map<Integer, DayPeaks.Known> days) {}

    private Read read(MeterNow now, Span span, Step step, int[] edges, Until until, Optional<SamePoint> same) {
        int begin = same.map(SamePoint::begin).orElse(span.from());
        Ledger ledger = new Ledger(
                now.counters(),
                costs.of(
                                now.meter(),
                                now.counters(),
                                begin,
                                span.to(),
                                now.fresh().elapsedQuarter())
                        .orElse(null),
                until.end(now.fresh()));
        ledger.announce(span.from(), span.to());
        for (int i = 1; i < edges.length; i++) {
            ledger.announceCost(edges[i - 1], edges[i]);
        }
        if (step.wholeDays()) {
            ledger.announce(edges);
        }
        same.ifPresent(each -> each.announce(ledger));
        ledger.read(rows);
        Map<Integer, DayPeaks.Known> known = days(now, span, buckets.seeks(span, step), same);
        return new Read(now, span, ledger, counted(now, span, step, edges, until, ledger, known), known);
    }

    private Counted counted(
            MeterNow now,
            Span span,
            Step step,
            int[] edges,
            Until until,
            Ledger ledger,
            Map<Integer, DayPeaks.Known> known) {
        Figures[] figures = buckets.of(
                span,
                step,
                edges,
                now.counters(),
                until.end(now.fresh()),
                now.fresh().elapsedQuarter(),
                ledger.series(),
                known);
        Cost[] each = new Cost[figures.length];
        Arrays.setAll(each, i -> ledger.cost(figures[i].flow(), edges[i], edges[i + 1]));
        return new Counted(edges, figures, each);
    }

    /** What the table says of the electricity meters' days: of the span, where they are sought, and of what is compared. */
    private Map<Integer, DayPeaks.Known> days(MeterNow now, Span span, boolean sought, Optional<SamePoint> same) {
        Optional<DayPeaks.Stretch> compared = same.flatMap(each -> each.days(household.zone()));
        Map<Integer, DayPeaks.Known> known = new HashMap<>();
        for (Counter counter : now.counters()) {
            boolean here = sought && counter.touches(span.from(), span.to());
            boolean earlier = compared.isPresent() && same.orElseThrow().touches(counter);
            if (counter.isElectricity() && (here || earlier)) {
                DayPeaks.Stretch stretch =
                        new DayPeaks.Stretch(span.fromTime().toLocalDate(), here ? span.to() : span.from());
                known.put(
                        counter.id(),
                        days.of(counter, stretch, now.fresh().elapsedQuarter(), earlier ? compared.get() : null));
            }
        }
        return known;
    }

    private PeriodAnswer answer(Read read, Step step, Until until, Details details) {
        MeterNow now = read.now;
        Span span = read.span;
        Freshness fresh = now.fresh();
        Figures total = read.counted.total();
        int full = fresh.fullUntil(span);
        return new PeriodAnswer(
                now.meter().name(),
                now.meter().simulated() ? true : null,
                null,
                null,
                span.zone().getId(),
                span.fromTime(),
                span.toTime(),
                step.iso(),
                now.isComplete(span),
                Decimal.shareOrNull(total.coveredMilli(), now.elapsedMilli(span.from(), span.to())),
                fresh.stale(),
                fresh.firstAtMilli() == null ? null : span.timeOfMilli(fresh.firstAtMilli()),
                until.saysNewest(fresh) ? span.timeOfMilli(fresh.lastAtMilli()) : null,
                full > span.from() ? span.time(full) : null,
                read.ledger.registers(span),
                AmountsOf.flow(total.flow(), total.peak(), span, Money.bill(read.counted.totalCost())),
                null,
                null,
                read.counted.written(
                        span, now, new Money(), ranges(now, read.counted.edges(), until, details), details));
    }

    private Range[] ranges(MeterNow now, int[] edges, Until until, Details details) {
        if (!details.any()) {
            return new Range[0];
        }
        int end = until.end(now.fresh());
        return extremes.of(
                now.counters().stream()
                        .filter(Counter::isElectricity)
                        .map(Counter::id)
                        .toList(),
                Arrays.stream(edges).map(edge -> Math.min(edge, end)).toArray());
    }
}
