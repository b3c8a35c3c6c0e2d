package energy.sem.bridge.alarm;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import energy.sem.bridge.live.MeterState;
import energy.sem.event.Occurrence;
import energy.sem.event.TelegramEvent;

/** What meters have said beside their counts: an event says it once, when it changes, and once an hour. Thread-safe. */
final class Said {
    private static final Duration LOG_KEPT = Duration.ofHours(2);

    private final Map<String, Map<String, Occurrence>> byMeter = new ConcurrentHashMap<>();

    void hear(MeterState state) {
        List<Occurrence> occurrences = state.event().occurrences();
        if (occurrences.isEmpty()) {
            return;
        }
        Instant old = state.heardAt().minus(LOG_KEPT);
        byMeter.compute(state.meter(), (meter, before) -> {
            Map<String, Occurrence> all = before == null ? new HashMap<>() : new HashMap<>(before);
            all.values()
                    .removeIf(each ->
                            each.ofLog() && (each.at() == null || each.at().isBefore(old)));
            for (Occurrence each : occurrences) {
                String of = each.kind() + "/" + each.serial() + "/" + each.number();
                all.put(each.ofLog() ? of + "/" + each.at() : of, each);
            }
            return all;
        });
    }

    /** The event with all that its meter has said. */
    TelegramEvent in(TelegramEvent event) {
        return event.with(
                List.copyOf(byMeter.getOrDefault(event.meter(), Map.of()).values()));
    }
}
