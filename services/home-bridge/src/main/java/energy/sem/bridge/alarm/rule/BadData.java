package energy.sem.bridge.alarm.rule;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.JsonNode;

import energy.sem.bridge.alarm.machine.Level;
import energy.sem.bridge.alarm.machine.Sighting;
import energy.sem.bridge.alarm.machine.Timing;

/** More than one telegram of twenty is damaged, of at least 50 since the gateway's start or in all, and it is so for 15 minutes. */
@Singleton
class BadData implements AlarmRule {
    private static final List<String> BAD = List.of("crc", "truncated", "oversize", "format");
    private static final int LEAST = 50;
    private static final int RAISE_PERCENT = 5;
    private static final int CLEAR_PERCENT = 2;

    @Override
    public String word() {
        return "bad-data";
    }

    @Override
    public Level level() {
        return Level.LOW;
    }

    @Override
    public Timing timing() {
        return Timing.after(Duration.ofMinutes(15), Duration.ofHours(1));
    }

    @Override
    public List<Sighting> look(Moment moment) {
        JsonNode recent = moment.health() == null ? null : moment.health().get("recent");
        if (recent == null) {
            return List.of();
        }
        long bad = BAD.stream().mapToLong(each -> recent.path(each).asLong()).sum();
        long seen = bad + recent.path("valid").asLong();
        if (seen < LEAST) {
            return List.of(Sighting.keep());
        }
        long percent = 100 * bad / seen;
        Map<String, String> values = Map.of(
                "percent",
                String.valueOf(percent),
                "diagnosis",
                moment.health().path("diagnosis").asText(""));
        return List.of(
                100 * bad > RAISE_PERCENT * seen
                        ? Sighting.raise(values)
                        : percent < CLEAR_PERCENT ? Sighting.clear() : Sighting.keep());
    }
}
