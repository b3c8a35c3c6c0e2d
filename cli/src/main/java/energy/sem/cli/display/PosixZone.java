package energy.sem.cli.display;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A time zone as POSIX writes it, for a device that knows no list of zones: {@code <+01>-1<+02>,M3.5.0,M10.5.0/3}. */
final class PosixZone {
    private static final int YEARS = 12;
    private static final int DAYS_A_WEEK = 7;
    private static final int LAST = 5;

    private PosixZone() {}

    /**
     * The zone's rule from a moment on.
     *
     * @return nothing when the changes are not on the same week and day of a month each year
     */
    static Optional<String> of(ZoneId zone, Instant from) {
        ZoneRules rules = zone.getRules();
        ZoneOffset standard = rules.getStandardOffset(from);
        List<ZoneOffsetTransition> begins = new ArrayList<>();
        List<ZoneOffsetTransition> ends = new ArrayList<>();
        ZoneOffsetTransition change = rules.nextTransition(from);
        for (int i = 0; i < 2 * YEARS && change != null; i++, change = rules.nextTransition(change.getInstant())) {
            (change.isGap() ? begins : ends).add(change);
        }
        if (begins.isEmpty() && ends.isEmpty()) {
            return Optional.of(named(rules.getOffset(from)));
        }
        Optional<String> begin = rule(begins);
        Optional<String> end = rule(ends);
        if (begin.isEmpty() || end.isEmpty() || begins.get(0).getOffsetBefore().compareTo(standard) != 0) {
            return Optional.empty();
        }
        ZoneOffset summer = begins.get(0).getOffsetAfter();
        boolean anHour = summer.getTotalSeconds() - standard.getTotalSeconds() == 3600;
        String summerName = anHour ? name(summer) : named(summer);
        return Optional.of(named(standard) + summerName + "," + begin.get() + "," + end.get());
    }

    private static Optional<String> rule(List<ZoneOffsetTransition> changes) {
        if (changes.size() < 2) {
            return Optional.empty();
        }
        LocalDateTime first = changes.get(0).getDateTimeBefore();
        boolean alwaysLast = changes.stream()
                .map(ZoneOffsetTransition::getDateTimeBefore)
                .allMatch(at ->
                        at.getDayOfMonth() + DAYS_A_WEEK > at.toLocalDate().lengthOfMonth());
        int week = alwaysLast ? LAST : week(first);
        for (ZoneOffsetTransition change : changes) {
            LocalDateTime at = change.getDateTimeBefore();
            boolean same = at.getMonth() == first.getMonth()
                    && at.getDayOfWeek() == first.getDayOfWeek()
                    && at.toLocalTime().equals(first.toLocalTime())
                    && (alwaysLast || week(at) == week);
            if (!same) {
                return Optional.empty();
            }
        }
        int day = first.getDayOfWeek() == DayOfWeek.SUNDAY
                ? 0
                : first.getDayOfWeek().getValue();
        LocalTime time = first.toLocalTime();
        String at = time.equals(LocalTime.of(2, 0)) ? "" : "/" + clock(time.toSecondOfDay());
        return Optional.of("M" + first.getMonthValue() + "." + week + "." + day + at);
    }

    private static int week(LocalDateTime at) {
        return (at.getDayOfMonth() + DAYS_A_WEEK - 1) / DAYS_A_WEEK;
    }

    /** A zone's name and how far it is west of Greenwich. */
    private static String named(ZoneOffset offset) {
        return name(offset) + clock(-offset.getTotalSeconds());
    }

    private static String name(ZoneOffset offset) {
        int minutes = Math.abs(offset.getTotalSeconds()) / 60;
        String sign = offset.getTotalSeconds() < 0 ? "-" : "+";
        return minutes % 60 == 0
                ? String.format("<%s%02d>", sign, minutes / 60)
                : String.format("<%s%02d%02d>", sign, minutes / 60, minutes % 60);
    }

    private static String clock(int seconds) {
        int amount = Math.abs(seconds);
        String sign = seconds < 0 ? "-" : "";
        return amount % 3600 == 0
                ? sign + amount / 3600
                : String.format("%s%d:%02d", sign, amount / 3600, amount % 3600 / 60);
    }
}
