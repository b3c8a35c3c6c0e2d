package energy.sem.history.export;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

import energy.sem.history.calendar.Span;
import energy.sem.history.flow.Counter;
import energy.sem.history.store.Meter;
import energy.sem.quarter.QuarterHours;

/** How far a meter's history reaches. */
final class Extent {

    /** From the first hour with a reading to the end of the last full one; empty when none is full. */
    static Optional<Span> hours(Meter meter, List<Counter> counters, ZoneId zone) {
        Optional<Long> first = Counter.firstMilli(meter, counters);
        if (first.isEmpty()) {
            return Optional.empty();
        }
        long last = counters.stream()
                .mapToLong(each -> each.bounds().lastAtMilli())
                .max()
                .orElseThrow();
        ZonedDateTime from = hour(first.get(), zone);
        ZonedDateTime to = hour(last, zone);
        return from.isBefore(to) ? Optional.of(Span.between(from, to)) : Optional.empty();
    }

    private static ZonedDateTime hour(long milli, ZoneId zone) {
        return QuarterHours.start(QuarterHours.of(milli)).atZone(zone).truncatedTo(ChronoUnit.HOURS);
    }

    private Extent() {}
}
