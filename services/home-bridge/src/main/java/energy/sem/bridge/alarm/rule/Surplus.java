package energy.sem.bridge.alarm.rule;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;

import energy.sem.bridge.alarm.machine.Level;
import energy.sem.bridge.alarm.machine.Sighting;
import energy.sem.bridge.alarm.machine.Timing;

/** More than 1 kW has gone to the grid for ten minutes, or {@code sem.alarms.surplus.above-w}; over below half of it. */
@Singleton
class Surplus implements AlarmRule {
    private static final int ABOVE_W = 1000;

    @Override
    public String word() {
        return "surplus";
    }

    @Override
    public Level level() {
        return Level.INFO;
    }

    @Override
    public Timing timing() {
        return Timing.after(Duration.ofMinutes(10), Duration.ofMinutes(10));
    }

    @Override
    public boolean isForPrograms() {
        return true;
    }

    @Override
    public List<Sighting> look(Moment moment) {
        long aboveW = moment.limits().number("sem.alarms.surplus.above-w", ABOVE_W);
        return moment.reading()
                .map(event -> event.electricity())
                .filter(electricity -> electricity.exportW() != null)
                .map(electricity -> electricity.exportW())
                .map(exportW -> List.of(
                        exportW > aboveW
                                ? Sighting.raise(Map.of("kw", Kilo.watts(exportW)))
                                : exportW < aboveW / 2 ? Sighting.clear() : Sighting.keep()))
                .orElse(List.of());
    }
}
