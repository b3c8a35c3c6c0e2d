package energy.sem.cli.doctor;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import energy.sem.cli.process.Service;

/** Whether what the gateway last took is in the answers. */
final class AnswersCheck implements Check {
    private static final Duration TOLERANCE = Duration.ofMinutes(2);

    @Override
    public String name() {
        return "answers";
    }

    @Override
    public List<Finding> look(Patient patient) throws IOException, InterruptedException {
        JsonNode stored = patient.json(Service.HISTORY, "/api/v1/meters").path("meters");
        List<Finding> findings = new ArrayList<>();
        for (JsonNode meter : patient.json(Service.GATEWAY, "/api/v1/meters")) {
            // Only a meter whose clock agrees with this computer's says by its reading's time when it was taken.
            if (meter.hasNonNull("lastTelegramAt")
                    && meter.hasNonNull("clockOffsetSeconds")
                    && !meter.hasNonNull("clock")) {
                findings.add(look(meter, stored));
            }
        }
        return findings.isEmpty()
                ? List.of(Finding.well("no meter has spoken since the gateway's start"))
                : List.copyOf(findings);
    }

    private static Finding look(JsonNode meter, JsonNode stored) {
        String name = meter.path("meter").asText();
        Instant taken = Instant.parse(meter.path("lastTelegramAt").asText());
        for (JsonNode each : stored) {
            if (each.path("name").asText().equals(name) && each.hasNonNull("lastReadingAt")) {
                Instant last = OffsetDateTime.parse(each.path("lastReadingAt").asText())
                        .toInstant();
                return last.plus(TOLERANCE).isAfter(taken)
                        ? Finding.well(name + ": what was taken is in the answers")
                        : missing(
                                name, "the answers end at " + last + ", the gateway's last telegram came at " + taken);
            }
        }
        return missing(name, "the gateway takes telegrams, and history knows none");
    }

    private static Finding missing(String name, String what) {
        return Finding.fault(name + ": " + what, "what is between them says why: Kafka, ingest, MariaDB above");
    }
}
