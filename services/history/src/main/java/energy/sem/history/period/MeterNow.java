package energy.sem.history.period;

import java.util.List;

import energy.sem.history.calendar.Span;
import energy.sem.history.flow.Counter;
import energy.sem.history.store.Kind;
import energy.sem.history.store.Meter;
import energy.sem.quarter.QuarterHours;

/**
 * A meter as it is known when it is asked.
 *
 * @param counters its devices that have data
 * @param fresh how far the data reach
 */
record MeterNow(Meter meter, List<Counter> counters, Freshness fresh) {

    boolean hasElectricity() {
        return counters.stream().anyMatch(Counter::isElectricity);
    }

    /** The elapsed time of a stretch that readings can cover, milliseconds; none without an electricity meter. */
    long elapsedMilli(int from, int to) {
        return hasElectricity() ? fresh.elapsedMilli(from, to) : 0;
    }

    /** The edge that the newest reading of any device of a kind has reached; the smallest number when there is none. */
    int reached(Kind kind) {
        return counters.stream()
                .filter(each -> each.device().kind() == kind)
                .mapToInt(each -> QuarterHours.of(each.bounds().lastAtMilli()))
                .max()
                .orElse(Integer.MIN_VALUE);
    }

    /** True when every device that counted in a span, and was not replaced, has a reading at or after its end. */
    boolean isComplete(Span span) {
        return Counter.complete(counters, span.from(), span.to());
    }
}
