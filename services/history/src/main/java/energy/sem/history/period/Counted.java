package energy.sem.history.period;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import energy.sem.history.answer.Bucket;
import energy.sem.history.answer.Decimal;
import energy.sem.history.calendar.Span;
import energy.sem.history.cost.Cost;
import energy.sem.history.flow.Flow;
import energy.sem.history.store.Extremes.Range;

/** What was counted in the buckets of a span. Immutable. */
final class Counted {
    private final int[] edges;
    private final Figures[] figures;
    private final Cost[] costs;

    /**
     * @param edges where the buckets begin and end
     * @param figures one each
     * @param costs one each
     */
    Counted(int[] edges, Figures[] figures, Cost[] costs) {
        this.edges = edges.clone();
        this.figures = figures.clone();
        this.costs = costs.clone();
    }

    int[] edges() {
        return edges.clone();
    }

    Figures total() {
        return Arrays.stream(figures).reduce(Figures.NONE, Figures::plus);
    }

    Cost totalCost() {
        return Arrays.stream(costs).reduce(Cost.NONE, Cost::plus);
    }

    /**
     * As they are answered.
     *
     * @param money what was written of the buckets before these
     * @param ranges one each, when {@code details} asks for them
     */
    List<Bucket> written(Span span, MeterNow now, Money money, Range[] ranges, Details details) {
        List<Bucket> buckets = new ArrayList<>(figures.length);
        for (int i = 0; i < figures.length; i++) {
            Flow flow = figures[i].flow();
            buckets.add(new Bucket(
                    span.time(edges[i]),
                    span.time(edges[i + 1]),
                    AmountsOf.flow(flow, figures[i].peak(), span, money.nextOf(costs[i])),
                    Decimal.shareOrNull(figures[i].coveredMilli(), now.elapsedMilli(edges[i], edges[i + 1])),
                    !flow.estimated().isEmpty(),
                    AmountsOf.words(flow),
                    details.voltage() ? AmountsOf.voltages(ranges[i]) : List.of(),
                    details.power() ? Decimal.thousandths(ranges[i].maxImportW()) : null,
                    details.power() ? Decimal.thousandths(ranges[i].maxExportW()) : null));
        }
        return buckets;
    }
}
