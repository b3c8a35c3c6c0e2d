package energy.sem.benchmarks.display;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

import energy.sem.display.view.Bucket;
import energy.sem.display.view.DataState;
import energy.sem.display.view.Facts;
import energy.sem.display.view.GridEnergy;
import energy.sem.display.view.Language;
import energy.sem.display.view.Peak;
import energy.sem.display.view.Peaks;
import energy.sem.display.view.Period;
import energy.sem.display.view.Previous;
import energy.sem.display.view.Subject;
import energy.sem.display.view.Usage;
import energy.sem.display.view.Utility;
import energy.sem.display.view.View;

/** Views with everything a picture can have: sun, gas, the period before, a running bar. */
final class InventedViews {
    private static final ZoneId ZONE = ZoneId.of("Europe/Brussels");
    private static final LocalDateTime NOW = LocalDateTime.of(2026, 10, 22, 10, 45);

    private InventedViews() {}

    static View running(Period period) {
        LocalDate first = period.firstDay(NOW.toLocalDate());
        LocalDate end = period.shifted(first, 1);
        List<Bucket> bars = bars(period, first.atStartOfDay(ZONE), end.atStartOfDay(ZONE));
        Previous previous =
                new Previous(first.minusDays(7), first.minusDays(1), NOW.minusDays(7), 1_168_000L, 1_500_000L, 3L, 1);
        Facts facts = new Facts(
                new GridEnergy(1_203_400L, 61_400L, null, null),
                new Peaks(new Peak(3120, NOW.minusMinutes(15), NOW), new Peak(4210, NOW.minusMinutes(15), NOW), 3420L),
                12_345L,
                2_130L,
                6_120L);
        return new View(
                new Subject("home", period, 0, Utility.ELECTRICITY, ZONE, first),
                Language.NL,
                DataState.ok(NOW, false),
                new Usage(1_203_400L, 61_400L, null, true, bars),
                previous,
                facts);
    }

    private static List<Bucket> bars(Period period, ZonedDateTime from, ZonedDateTime end) {
        List<Bucket> bars = new ArrayList<>();
        ZonedDateTime now = NOW.atZone(ZONE);
        for (ZonedDateTime at = from; at.isBefore(end); ) {
            ZonedDateTime next =
                    switch (period) {
                        case DAY -> at.plusHours(1);
                        case WEEK, MONTH -> at.plusDays(1);
                        case YEAR -> at.plusMonths(1);
                    };
            long size = 7_000 + bars.size() * 7919L % 5000;
            boolean future = !at.isBefore(now);
            boolean runs = !future && next.isAfter(now);
            bars.add(new Bucket(
                    at.toOffsetDateTime(),
                    next.toOffsetDateTime(),
                    future ? Bucket.State.FUTURE : runs ? Bucket.State.RUNNING : Bucket.State.NORMAL,
                    future ? null : (Long) size,
                    future ? null : (Long) (size / 3),
                    size + 900));
            at = next;
        }
        return bars;
    }
}
