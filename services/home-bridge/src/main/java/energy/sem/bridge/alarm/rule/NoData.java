package energy.sem.bridge.alarm.rule;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;

import energy.sem.bridge.alarm.machine.Level;
import energy.sem.bridge.alarm.machine.Sighting;
import energy.sem.bridge.alarm.machine.Timing;

/** A meter from which nothing has come: 15 minutes, or {@code sem.alarms.no-data.after}. While it is so the meter's other rules are mute. */
@Singleton
class NoData implements AlarmRule {
    static final String WORD = "no-data";
    private static final Duration AFTER = Duration.ofMinutes(15);

    @Override
    public String word() {
        return WORD;
    }

    @Override
    public Level level() {
        return Level.HIGH;
    }

    // A minute of readings, so that one between two silences is no good news.
    @Override
    public Timing timing() {
        return Timing.after(Duration.ZERO, Duration.ofMinutes(1));
    }

    @Override
    public boolean speaksInSilence() {
        return true;
    }

    @Override
    public List<Sighting> look(Moment moment) {
        Duration after = moment.limits()
                .of("sem.alarms.no-data.after")
                .map(Duration::parse)
                .orElse(AFTER);
        if (moment.silence().compareTo(after) < 0) {
            return List.of(moment.event() == null ? Sighting.keep() : Sighting.clear());
        }
        String diagnosis =
                moment.health() == null ? "" : moment.health().path("diagnosis").asText("");
        return List.of(Sighting.raise(Map.of("minutes", String.valueOf(after.toMinutes()), "diagnosis", diagnosis)));
    }
}
