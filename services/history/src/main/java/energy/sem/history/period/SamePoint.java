package energy.sem.history.period;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;

import energy.sem.history.answer.Amounts;
import energy.sem.history.answer.Comparison;
import energy.sem.history.answer.Decimal;
import energy.sem.history.answer.PeriodAnswer.Previous;
import energy.sem.history.calendar.Period;
import energy.sem.history.calendar.Span;
import energy.sem.history.flow.Counter;
import energy.sem.history.flow.Flow;
import energy.sem.quarter.QuarterHours;

/**
 * A period beside the one before it, both up to the same point: the one definition, which the answer says and the page and
 * the pictures show. The point is where the full quarter hours of the data end; a device that is read more rarely, such as a
 * gas meter each hour, is compared up to the quarter hour of its kind's newest reading, on both sides.
 */
final class SamePoint {
    /** Where less of the period before was measured, a percentage would mislead. */
    private static final BigDecimal ENOUGH_COVERAGE = new BigDecimal("0.8");

    private final Period period;
    private final Span span;
    private final Span before;
    private final MeterNow now;
    private final int point;

    SamePoint(Period period, Span span, Span before, MeterNow now) {
        this.period = period;
        this.span = span;
        this.before = before;
        this.now = now;
        point = now.fresh().fullUntil(span);
    }

    /** Where the period before begins: what is said of it costs something from there on. */
    int begin() {
        return before.from();
    }

    /** Announces every stretch that it speaks of. */
    void announce(Ledger ledger) {
        ledger.announce(before.from(), before.to());
        ledger.announce(before.from(), same(point));
        if (hasBegun()) {
            for (Counter each : now.counters()) {
                ledger.announce(span.from(), end(each));
                ledger.announce(before.from(), same(end(each)));
            }
        }
    }

    /**
     * The days whose coverage it needs. Days of another zone would have to be worked out from every quarter hour: empty then.
     *
     * @param household the zone of the days that ingest keeps
     */
    Optional<DayPeaks.Stretch> days(ZoneId household) {
        return hasBegun() && before.zone().equals(household)
                ? Optional.of(new DayPeaks.Stretch(before.fromTime().toLocalDate(), same(point)))
                : Optional.empty();
    }

    /** True when a device counted in the time before that is compared. */
    boolean touches(Counter counter) {
        return hasBegun() && counter.touches(before.from(), same(point));
    }

    /** The period before, whole and up to the point; what {@code days} says of it is its coverage. */
    Previous previous(Ledger ledger, Map<Integer, DayPeaks.Known> days, ZoneId household) {
        Amounts whole = amounts(ledger, before.from(), before.to(), each -> before.to());
        if (!hasBegun()) {
            return new Previous(
                    before.fromTime(), before.toTime(), ledger.registers(before), whole, null, null, null, null);
        }
        int same = same(point);
        return new Previous(
                before.fromTime(),
                before.toTime(),
                ledger.registers(before),
                whole,
                span.time(same),
                ledger.registers(before, same),
                amounts(ledger, before.from(), same, each -> same),
                coverage(days, household));
    }

    /** Both sides and what changed; {@code null} in the first quarter hour. */
    Comparison comparison(Ledger ledger, Map<Integer, DayPeaks.Known> days, ZoneId household) {
        if (!hasBegun()) {
            return null;
        }
        Amounts here = amounts(ledger, span.from(), point, this::end);
        Amounts there = amounts(ledger, before.from(), same(point), each -> same(end(each)));
        BigDecimal coverage = coverage(days, household);
        boolean misleads = now.hasElectricity() && (coverage == null || coverage.compareTo(ENOUGH_COVERAGE) < 0);
        return new Comparison(
                span.time(point),
                span.time(same(point)),
                here,
                there,
                misleads ? null : Comparison.Change.of(here, there));
    }

    private BigDecimal coverage(Map<Integer, DayPeaks.Known> days, ZoneId household) {
        if (!now.hasElectricity() || days(household).isEmpty()) {
            return null;
        }
        long coveredMilli =
                days.values().stream().mapToLong(DayPeaks.Known::earlierMilli).sum();
        return Decimal.shareOrNull(coveredMilli, (same(point) - before.from()) * QuarterHours.MILLIS);
    }

    private Amounts amounts(Ledger ledger, int from, int to, ToIntFunction<Counter> ends) {
        Flow flow = ledger.flow(from, to, ends);
        return AmountsOf.flow(flow, null, span, Money.total(ledger.cost(flow, from, to, ends)));
    }

    private boolean hasBegun() {
        return point > span.from();
    }

    private int end(Counter counter) {
        return Math.max(
                span.from(), Math.min(point, now.reached(counter.device().kind())));
    }

    private int same(int edge) {
        return span.samePoint(period, before, edge);
    }
}
