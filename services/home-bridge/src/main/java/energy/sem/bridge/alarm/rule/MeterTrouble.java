package energy.sem.bridge.alarm.rule;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;

import energy.sem.bridge.alarm.machine.Level;
import energy.sem.bridge.alarm.machine.Sighting;
import energy.sem.bridge.alarm.machine.Timing;

/** What the meter-gateway finds of a meter that speaks: its clock, its checksum, its key. Doctor says the same. */
@Singleton
class MeterTrouble implements AlarmRule {
    private static final List<String> STATES = List.of("unknown-checksum", "encrypted");
    private static final List<String> CLOCKS = List.of("never-set", "off", "computer-off", "computer-has-no-time");

    @Override
    public String word() {
        return "meter-trouble";
    }

    @Override
    public Level level() {
        return Level.LOW;
    }

    @Override
    public Timing timing() {
        return Timing.after(Duration.ofMinutes(10), Duration.ofMinutes(10));
    }

    @Override
    public boolean speaksInSilence() {
        return true;
    }

    @Override
    public List<Sighting> look(Moment moment) {
        if (moment.health() == null) {
            return List.of();
        }
        boolean troubled = STATES.contains(moment.health().path("state").asText())
                || CLOCKS.contains(moment.health().path("clock").asText());
        return List.of(
                troubled
                        ? Sighting.raise(Map.of(
                                "diagnosis", moment.health().path("diagnosis").asText("")))
                        : Sighting.clear());
    }
}
