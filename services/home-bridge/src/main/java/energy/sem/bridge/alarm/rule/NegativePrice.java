package energy.sem.bridge.alarm.rule;

import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;

import energy.sem.bridge.alarm.machine.Level;
import energy.sem.bridge.alarm.machine.Sighting;
import energy.sem.bridge.alarm.machine.Timing;

/** A kWh of the running quarter hour costs less than nothing, where prices and the contract are known. */
@Singleton
class NegativePrice implements AlarmRule {

    @Override
    public String word() {
        return "negative-price";
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

    /** A price that nobody knows is not negative: what a program lets run meanwhile might cost. */
    @Override
    public List<Sighting> look(Moment moment) {
        return List.of(moment.past()
                .priceNow(moment.meter())
                .filter(price -> price.signum() < 0)
                .map(price -> Sighting.raise(Map.of("eurKwh", price.toPlainString())))
                .orElseGet(Sighting::clear));
    }
}
