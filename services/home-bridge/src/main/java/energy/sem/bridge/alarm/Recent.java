package energy.sem.bridge.alarm;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What of the gateway's counts is of the last quarter hour: they count since its start. For one thread. */
final class Recent {
    private static final Duration WINDOW = Duration.ofMinutes(15);

    private final Map<String, Deque<Sample>> byMeter = new HashMap<>();

    private record Sample(Instant at, String since, JsonNode counts) {}

    /** The health with {@code recent}, the counts of the last 15 minutes, once it is known for so long. */
    JsonNode with(String meter, JsonNode health, Instant now) {
        if (health == null || !health.path("counts").isObject()) {
            return health;
        }
        Deque<Sample> samples = byMeter.computeIfAbsent(meter, each -> new ArrayDeque<>());
        String since = health.path("since").asText();
        // A gateway that has started again counts from 0.
        samples.removeIf(each -> !each.since().equals(since));
        while (samples.size() > 1 && secondIsOld(samples, now)) {
            samples.remove();
        }
        if (samples.isEmpty() || samples.getLast().at().isBefore(now.minusSeconds(30))) {
            samples.add(new Sample(now, since, health.get("counts")));
        }
        Sample first = samples.getFirst();
        if (first.at().isAfter(now.minus(WINDOW))) {
            return health;
        }
        ObjectNode copy = health.deepCopy();
        ObjectNode recent = copy.putObject("recent");
        health.get("counts")
                .properties()
                .forEach(each -> recent.put(
                        each.getKey(),
                        each.getValue().asLong()
                                - first.counts().path(each.getKey()).asLong()));
        return copy;
    }

    private static boolean secondIsOld(Deque<Sample> samples, Instant now) {
        return samples.stream().skip(1).findFirst().orElseThrow().at().isBefore(now.minus(WINDOW));
    }
}
