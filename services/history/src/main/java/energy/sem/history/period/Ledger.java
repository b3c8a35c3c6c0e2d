package energy.sem.history.period;

import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.ToIntFunction;

import energy.sem.history.answer.PeriodAnswer.Registers;
import energy.sem.history.answer.RegisterReading;
import energy.sem.history.calendar.Span;
import energy.sem.history.cost.Cost;
import energy.sem.history.cost.Costing;
import energy.sem.history.flow.Counter;
import energy.sem.history.flow.Flow;
import energy.sem.history.store.Kind;
import energy.sem.history.store.QuarterRows;
import energy.sem.quarter.QuarterSeries;

/**
 * The registers of a meter at the ends of the stretches that one answer speaks of, and where a price changes within one.
 * First every stretch is announced, then all are read at once, then they are answered.
 */
final class Ledger {
    private final List<Counter> counters;
    private final Costing costing;
    private final int limit;
    private final NavigableSet<Integer> edges = new TreeSet<>();
    private Map<Integer, QuarterSeries> series = Map.of();

    /**
     * An empty one.
     *
     * @param costing or {@code null} without contracts
     * @param limit edges after it count as it: the data end there
     */
    Ledger(List<Counter> counters, Costing costing, int limit) {
        this.counters = counters;
        this.costing = costing;
        this.limit = limit;
    }

    /** Announces a stretch. */
    void announce(int from, int to) {
        edges.add(Math.min(from, limit));
        edges.add(Math.min(to, limit));
        for (int change : changes(from, to)) {
            edges.add(Math.min(change, limit));
        }
    }

    /** Announces edges between stretches. */
    void announce(int[] between) {
        for (int edge : between) {
            edges.add(Math.min(edge, limit));
        }
    }

    /** Announces a stretch whose flow is known already, for its cost. */
    void announceCost(int from, int to) {
        if (changes(from, to).length > 0) {
            announce(from, to);
        }
    }

    void read(QuarterRows rows) {
        series = rows.around(BucketFigures.bounds(counters), edges);
    }

    /** Each device's values at all announced edges. */
    Map<Integer, QuarterSeries> series() {
        return series;
    }

    /**
     * What was counted in an announced stretch.
     *
     * @param ends where each device's data end for this question, announced too
     */
    Flow flow(int from, int to, ToIntFunction<Counter> ends) {
        Flow flow = Flow.NONE;
        for (Counter counter : counters) {
            int end = Math.min(Math.min(to, limit), ends.applyAsInt(counter));
            flow = flow.plus(Flow.of(counter, series.get(counter.id()), from, end));
        }
        return flow;
    }

    /** What an announced stretch costs, in which {@code flow} was counted. */
    Cost cost(Flow flow, int from, int to) {
        return cost(flow, from, to, each -> to);
    }

    /** The same where each device's data end somewhere. */
    Cost cost(Flow flow, int from, int to, ToIntFunction<Counter> ends) {
        if (costing == null) {
            return Cost.NONE;
        }
        int[] changes = changes(from, to);
        if (changes.length == 0) {
            return costing.of(flow, from, to);
        }
        Cost cost = Cost.NONE;
        int start = from;
        for (int change : changes) {
            cost = cost.plus(costing.of(flow(start, change, ends), start, change));
            start = change;
        }
        return cost.plus(costing.of(flow(start, to, ends), start, to));
    }

    /** The registers at both ends of an announced span, of every device that counted in it. */
    Registers registers(Span span) {
        int end = Math.min(span.to(), limit);
        return new Registers(registers(span, end, span.from()), registers(span, end, end));
    }

    /** The registers at an announced edge within a span, of every device that counted in the span before it. */
    List<RegisterReading> registers(Span span, int edge) {
        return registers(span, edge, edge);
    }

    private List<RegisterReading> registers(Span span, int end, int edge) {
        return counters.stream()
                .filter(each ->
                        end > span.from() && each.device().kind() != Kind.OTHER && each.touches(span.from(), end))
                .map(each -> AmountsOf.registers(each, series.get(each.id()), edge, span))
                .toList();
    }

    private int[] changes(int from, int to) {
        return costing == null ? new int[0] : costing.changes(from, to);
    }
}
