package energy.sem.cli.backup.keep;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Which backups are kept: the newest of each of the last 7 days that have one, of the last 4 ISO weeks, and of the last 12
 * months (all in UTC). Days without a backup do not count, so nothing ages away while nothing is backed up.
 */
final class KeepRule {
    private static final int DAYS = 7;
    private static final int WEEKS = 4;
    private static final int MONTHS = 12;

    private KeepRule() {}

    /** Those of these times that are kept; the newest always is. */
    static Set<Instant> kept(Collection<Instant> times) {
        List<Instant> newestFirst =
                times.stream().distinct().sorted(Comparator.reverseOrder()).toList();
        Set<Instant> kept = new TreeSet<>();
        keepNewestOfEach(newestFirst, DAYS, time -> day(time), kept);
        keepNewestOfEach(newestFirst, WEEKS, KeepRule::week, kept);
        keepNewestOfEach(newestFirst, MONTHS, time -> YearMonth.from(day(time)), kept);
        return kept;
    }

    private static void keepNewestOfEach(
            List<Instant> newestFirst, int most, Function<Instant, Object> group, Set<Instant> kept) {
        Set<Object> seen = new HashSet<>();
        for (Instant time : newestFirst) {
            if (seen.size() == most) {
                return;
            }
            if (seen.add(group.apply(time))) {
                kept.add(time);
            }
        }
    }

    private static LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }

    private static Object week(Instant time) {
        LocalDate day = day(time);
        return List.of(day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }
}
