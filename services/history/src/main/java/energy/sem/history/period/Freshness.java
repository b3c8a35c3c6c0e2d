package energy.sem.history.period;

import java.util.List;

import energy.sem.history.calendar.Span;
import energy.sem.history.flow.Counter;
import energy.sem.history.store.Meter;
import energy.sem.quarter.QuarterHours;

/**
 * How far a meter's data reach.
 *
 * @param firstAtMilli its first reading, or {@code null} when it has none
 * @param lastAtMilli its newest reading, or {@code null} when it has none
 * @param lastQuarter the edge up to which quarter hours are full: that of the newest electricity reading (of any reading
 *     where there is no electricity); the smallest number when there is none
 * @param stale the newest reading is too old for a meter that is read
 * @param nowQuarter the running quarter hour
 */
record Freshness(Long firstAtMilli, Long lastAtMilli, int lastQuarter, boolean stale, int nowQuarter) {
    /** A reading of this age is never stale. */
    static final long NEVER_STALE_MILLI = 15 * 60_000;

    /**
     * @param usualIntervalMilli the usual time between readings, asked only when the newest is old
     */
    static Freshness of(
            Meter meter, List<Counter> counters, long nowMilli, java.util.function.LongSupplier usualIntervalMilli) {
        int nowQuarter = QuarterHours.of(nowMilli);
        if (counters.isEmpty()) {
            return new Freshness(null, null, Integer.MIN_VALUE, true, nowQuarter);
        }
        long last = newest(counters);
        List<Counter> electricity =
                counters.stream().filter(Counter::isElectricity).toList();
        long full = electricity.isEmpty() ? last : newest(electricity);
        long age = nowMilli - last;
        boolean stale = age > NEVER_STALE_MILLI && age > 3 * usualIntervalMilli.getAsLong();
        return new Freshness(
                Counter.firstMilli(meter, counters).orElse(null), last, QuarterHours.of(full), stale, nowQuarter);
    }

    /** The edge up to which time counts as elapsed: while readings come the last full quarter hour, else now. */
    int elapsedQuarter() {
        return stale ? Math.max(nowQuarter, lastQuarter) : lastQuarter;
    }

    /** The edge up to which quarter hours of a span are full: its start when none is. */
    int fullUntil(Span span) {
        return Math.max(span.from(), Math.min(span.to(), lastQuarter));
    }

    /** The quarter hours from one edge to another that have elapsed, milliseconds. */
    long elapsedMilli(int from, int to) {
        return Math.max(0, Math.min(to, elapsedQuarter()) - (long) from) * QuarterHours.MILLIS;
    }

    private static long newest(List<Counter> counters) {
        return counters.stream()
                .mapToLong(each -> each.bounds().lastAtMilli())
                .max()
                .orElseThrow();
    }
}
