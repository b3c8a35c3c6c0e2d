package energy.sem.bridge.alarm.rule;

import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;

import energy.sem.bridge.alarm.machine.Level;
import energy.sem.bridge.alarm.machine.Sighting;
import energy.sem.bridge.alarm.machine.Timing;

/** The meter counts in another tariff than before. */
@Singleton
class TariffSwitch implements AlarmRule {

    @Override
    public String word() {
        return "tariff-switch";
    }

    @Override
    public Level level() {
        return Level.INFO;
    }

    @Override
    public Timing timing() {
        return Timing.AT_ONCE;
    }

    @Override
    public boolean isForPrograms() {
        return true;
    }

    @Override
    public boolean lasts() {
        return false;
    }

    @Override
    public List<Sighting> look(Moment moment) {
        return moment.reading()
                .map(event -> event.electricity())
                .filter(electricity -> electricity.tariff() != null)
                .map(electricity -> String.valueOf(electricity.tariff()))
                .map(tariff -> List.of(Sighting.changed(tariff, Map.of("tariff", tariff))))
                .orElse(List.of());
    }
}
