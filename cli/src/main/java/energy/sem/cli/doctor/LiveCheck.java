package energy.sem.cli.doctor;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import energy.sem.cli.process.Service;

/** Whether history hears by Kafka what the gateway says of its meters: else live figures are those of the database. */
final class LiveCheck implements Check {
    /** The gateway tells how each meter is every half minute. */
    private static final Duration TOLERANCE = Duration.ofSeconds(90);

    @Override
    public String name() {
        return "live";
    }

    @Override
    public List<Finding> look(Patient patient) throws IOException, InterruptedException {
        JsonNode known = patient.json(Service.HISTORY, "/api/v1/meters").path("meters");
        List<Finding> findings = new ArrayList<>();
        for (JsonNode meter : patient.json(Service.GATEWAY, "/api/v1/meters")) {
            for (JsonNode each : known) {
                if (each.path("name").asText().equals(meter.path("meter").asText())) {
                    look(meter, each.path("health")).ifPresent(findings::add);
                }
            }
        }
        return findings.isEmpty() ? List.of(Finding.well("history hears of every meter")) : List.copyOf(findings);
    }

    /**
     * What is wrong; empty when nothing is, or the meter is silent.
     *
     * @param meter as the gateway says it
     * @param heard the same as history heard it last
     */
    static Optional<Finding> look(JsonNode meter, JsonNode heard) {
        if (!meter.hasNonNull("lastTelegramAt")) {
            return Optional.empty();
        }
        Instant last = Instant.parse(meter.path("lastTelegramAt").asText());
        Optional<Instant> known =
                Optional.ofNullable(heard.path("lastTelegramAt").asText(null)).map(Instant::parse);
        if (known.filter(at -> last.isBefore(at.plus(TOLERANCE))).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(
                Finding.fault(
                        meter.path("meter").asText() + ": history has heard of no telegram "
                                + known.map(at -> "since " + at).orElse("yet") + ", the gateway's last one came at "
                                + last,
                        "history reads that from Kafka: its own log says what keeps it; until then live figures come from the database"));
    }
}
