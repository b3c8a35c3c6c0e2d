package energy.sem.bridge.alarm.rule;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import energy.sem.bridge.alarm.machine.Level;
import energy.sem.bridge.alarm.machine.Sighting;
import energy.sem.bridge.alarm.machine.Timing;

/** Nothing has gone to the grid by one o'clock, on a day after seven on each of which something had by then. */
@Singleton
class NoSun implements AlarmRule {
    private static final int DAYS = 7;
    private static final int BY_HOUR = 13;

    @Override
    public String word() {
        return "no-sun";
    }

    @Override
    public Level level() {
        return Level.LOW;
    }

    // A grey day is one; what lasts is told again the day after.
    @Override
    public Timing timing() {
        return Timing.after(Duration.ofMinutes(10), Duration.ZERO);
    }

    @Override
    public List<Sighting> look(Moment moment) {
        if (moment.local().getHour() < BY_HOUR) {
            return List.of(Sighting.keep());
        }
        LocalDate today = moment.local().toLocalDate();
        List<Past.Bucket> known = moment.past().hours(moment.meter(), (DAYS + 1) * 24).stream()
                .filter(each -> each.exportKwh() != null)
                .toList();
        Set<LocalDate> withSun = known.stream()
                .filter(each -> each.exportKwh().signum() > 0)
                .map(each -> each.from().atZone(moment.zone()))
                .filter(from -> from.getHour() < BY_HOUR || from.toLocalDate().equals(today))
                .map(ZonedDateTime::toLocalDate)
                .collect(Collectors.toSet());
        if (withSun.contains(today)) {
            return List.of(Sighting.clear());
        }
        boolean everyDay = today.minusDays(DAYS).datesUntil(today).allMatch(withSun::contains);
        return List.of(
                everyDay && isKnown(today, known, moment.zone())
                        ? Sighting.raise(Map.of("days", String.valueOf(DAYS)))
                        : Sighting.keep());
    }

    // An hour that nobody read may have had sun.
    private static boolean isKnown(LocalDate day, List<Past.Bucket> known, ZoneId zone) {
        Set<Instant> hours = known.stream().map(Past.Bucket::from).collect(Collectors.toSet());
        Instant noon = day.atTime(BY_HOUR, 0).atZone(zone).toInstant();
        return Stream.iterate(day.atStartOfDay(zone).toInstant(), noon::isAfter, each -> each.plus(1, ChronoUnit.HOURS))
                .allMatch(hours::contains);
    }
}
