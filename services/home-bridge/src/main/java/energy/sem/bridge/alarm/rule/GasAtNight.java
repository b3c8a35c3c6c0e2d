package energy.sem.bridge.alarm.rule;

import java.time.Duration;
import java.time.Month;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;

import energy.sem.bridge.alarm.machine.Level;
import energy.sem.bridge.alarm.machine.Sighting;
import energy.sem.bridge.alarm.machine.Timing;

/** Gas in every hour from 1 to 5 of three nights, from May to September: nothing heats then. Off where gas heats at night. */
@Singleton
class GasAtNight implements AlarmRule {
    private static final int NIGHTS = 3;
    private static final int FROM_HOUR = 1;
    private static final int TO_HOUR = 5;

    @Override
    public String word() {
        return "gas-at-night";
    }

    @Override
    public Level level() {
        return Level.HIGH;
    }

    @Override
    public Timing timing() {
        return Timing.after(Duration.ZERO, Duration.ofMinutes(5));
    }

    @Override
    public List<Sighting> look(Moment moment) {
        Month month = moment.local().getMonth();
        if (month.compareTo(Month.MAY) < 0 || month.compareTo(Month.SEPTEMBER) > 0) {
            return List.of(Sighting.clear());
        }
        List<Past.Bucket> night = moment.past().hours(moment.meter(), NIGHTS * 24).stream()
                .filter(each -> isNight(each.from().atZone(moment.zone())))
                .toList();
        if (night.size() < NIGHTS * (TO_HOUR - FROM_HOUR)
                || night.stream().anyMatch(each -> each.gasM3() == null || each.estimated())) {
            return List.of();
        }
        return List.of(
                night.stream().allMatch(each -> each.gasM3().signum() > 0)
                        ? Sighting.raise(Map.of("nights", String.valueOf(NIGHTS)))
                        : Sighting.clear());
    }

    private static boolean isNight(ZonedDateTime from) {
        return from.getHour() >= FROM_HOUR && from.getHour() < TO_HOUR;
    }
}
