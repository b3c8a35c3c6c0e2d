package energy.sem.bridge.alarm.rule;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;

import energy.sem.bridge.alarm.machine.Level;
import energy.sem.bridge.alarm.machine.Sighting;
import energy.sem.bridge.alarm.machine.Timing;

/** Water that never stops for a day, or more than 200 litres in one hour of the night ({@code sem.alarms.water-leak.litres}). */
@Singleton
class WaterLeak implements AlarmRule {
    private static final int HOURS = 24;
    private static final int NIGHT_ENDS = 5;
    private static final long LITRES = 200;

    @Override
    public String word() {
        return "water-leak";
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
        List<Past.Bucket> hours = moment.past().hours(moment.meter(), HOURS);
        if (hours.size() < HOURS || hours.stream().anyMatch(each -> each.waterM3() == null || each.estimated())) {
            return List.of();
        }
        if (hours.stream().allMatch(each -> each.waterM3().signum() > 0)) {
            return List.of(Sighting.raise(Map.of("what", "never-still", "litres", litres(least(hours)))));
        }
        Past.Bucket last = hours.get(HOURS - 1);
        ZonedDateTime from = last.from().atZone(moment.zone());
        long most = moment.limits().number("sem.alarms.water-leak.litres", LITRES);
        if (from.getHour() < NIGHT_ENDS && last.waterM3().compareTo(BigDecimal.valueOf(most, 3)) > 0) {
            return List.of(Sighting.raise(Map.of("what", "at-night", "litres", litres(last.waterM3()))));
        }
        return List.of(Sighting.clear());
    }

    private static BigDecimal least(List<Past.Bucket> hours) {
        return hours.stream()
                .map(Past.Bucket::waterM3)
                .min(BigDecimal::compareTo)
                .orElseThrow();
    }

    private static String litres(BigDecimal m3) {
        return m3.movePointRight(3).toBigInteger().toString();
    }
}
