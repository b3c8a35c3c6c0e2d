package energy.sem.cli.doctor;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

import energy.sem.cli.process.Service;

/** Whether telegrams come from every meter, in the words of the gateway that reads it. */
final class MetersCheck implements Check {
    /** A recording that is over and a meter that has just been asked are no faults. */
    private static final Set<String> WELL = Set.of("receiving", "waiting", "ended");

    /** Another gateway reads it, as history has heard. */
    private static final String ELSEWHERE = "elsewhere";

    @Override
    public String name() {
        return "meters";
    }

    @Override
    public List<Finding> look(Patient patient) throws IOException, InterruptedException {
        List<Finding> findings = new ArrayList<>();
        JsonNode heard = MissingNode.getInstance();
        for (JsonNode meter : patient.json(Service.GATEWAY, "/api/v1/meters")) {
            if (heard.isMissingNode() && isElsewhere(meter)) {
                heard = patient.json(Service.HISTORY, "/api/v1/meters").path("meters");
            }
            findings.add(look(meter, heard));
        }
        return findings.isEmpty()
                ? List.of(Finding.fault(
                        "the gateway knows no meter",
                        "SEM_METERS_<NAME>_SOURCE, or ./sem up --meter NAME=SOURCE: docs/meters.md"))
                : List.copyOf(findings);
    }

    /**
     * How a meter is.
     *
     * @param meter as the gateway says it
     * @param heard the meters as history knows them, with what their own gateways said
     */
    static Finding look(JsonNode meter, JsonNode heard) {
        String name = meter.path("meter").asText();
        JsonNode health = isElsewhere(meter) ? health(name, heard) : meter;
        if (health.isMissingNode()) {
            return Finding.fault(
                    name + ": " + meter.path("diagnosis").asText() + ", and none says how it is",
                    "GET /api/v1/meters of the other gateways; docs/decisions/shared-sources.md");
        }
        String words = name + ": " + health.path("diagnosis").asText();
        return WELL.contains(health.path("state").asText())
                ? Finding.well(words)
                : Finding.fault(words, "its source is " + meter.path("source").asText() + "; docs/meters.md");
    }

    /** Whether the gateway that was asked does not read it. */
    static boolean isElsewhere(JsonNode meter) {
        return meter.path("state").asText().equals(ELSEWHERE);
    }

    private static JsonNode health(String name, JsonNode heard) {
        for (JsonNode each : heard) {
            if (each.path("name").asText().equals(name)) {
                return each.path("health");
            }
        }
        return MissingNode.getInstance();
    }
}
