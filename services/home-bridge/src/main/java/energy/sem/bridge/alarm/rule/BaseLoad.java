package energy.sem.bridge.alarm.rule;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import jakarta.inject.Singleton;

import energy.sem.bridge.alarm.machine.Level;
import energy.sem.bridge.alarm.machine.Sighting;
import energy.sem.bridge.alarm.machine.Timing;

/**
 * What a home takes while it sleeps has risen: the lowest quarter hour of a night from 1 to 5, as the median of a week, is
 * more than one and a half times that of four weeks, and 100 W more.
 */
@Singleton
class BaseLoad implements AlarmRule {
    private static final int DAYS = 28;
    private static final int WEEK = 7;
    private static final long MORE_W = 100;

    @Override
    public String word() {
        return "base-load";
    }

    @Override
    public Level level() {
        return Level.LOW;
    }

    @Override
    public Timing timing() {
        return Timing.after(Duration.ZERO, Duration.ofHours(1));
    }

    @Override
    public List<Sighting> look(Moment moment) {
        List<Long> nights = nights(moment);
        if (nights.size() < DAYS - 3) {
            return List.of();
        }
        long week = median(nights.subList(nights.size() - WEEK, nights.size()));
        long weeks = median(nights);
        Map<String, String> values = Map.of("watts", String.valueOf(week), "usualWatts", String.valueOf(weeks));
        if (2 * week > 3 * weeks && week > weeks + MORE_W) {
            return List.of(Sighting.raise(values));
        }
        return List.of(4 * week < 5 * weeks || week <= weeks + MORE_W / 2 ? Sighting.clear() : Sighting.keep());
    }

    private static List<Long> nights(Moment moment) {
        TreeMap<LocalDate, Long> least = new TreeMap<>();
        for (Past.Bucket each : moment.past().quarters(moment.meter(), DAYS)) {
            ZonedDateTime from = each.from().atZone(moment.zone());
            if (from.getHour() >= 1 && from.getHour() < 5 && each.importKwh() != null && !each.estimated()) {
                least.merge(from.toLocalDate(), watts(each.importKwh()), Math::min);
            }
        }
        return List.copyOf(least.values());
    }

    private static long watts(BigDecimal quarterKwh) {
        return quarterKwh
                .multiply(BigDecimal.valueOf(4000), MathContext.DECIMAL64)
                .longValue();
    }

    private static long median(List<Long> values) {
        List<Long> sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
