package energy.sem.cli.doctor;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

import energy.sem.cli.process.Service;

/** Whether telegrams come from every meter, in the words of the gateway. */
final class MetersCheck implements Check {
    /** A recording that is over and a meter that has just been asked are no faults. */
    private static final Set<String> WELL = Set.of("receiving", "waiting", "ended");

    @Override
    public String name() {
        return "meters";
    }

    @Override
    public List<Finding> look(Patient patient) throws IOException, InterruptedException {
        List<Finding> findings = new ArrayList<>();
        for (JsonNode meter : patient.json(Service.GATEWAY, "/api/v1/meters")) {
            String words = meter.path("meter").asText() + ": "
                    + meter.path("diagnosis").asText();
            findings.add(
                    WELL.contains(meter.path("state").asText())
                            ? Finding.well(words)
                            : Finding.fault(
                                    words,
                                    "its source is " + meter.path("source").asText() + "; docs/meters.md"));
        }
        return findings.isEmpty()
                ? List.of(Finding.fault(
                        "the gateway knows no meter",
                        "SEM_METERS_<NAME>_SOURCE, or ./sem up --meter NAME=SOURCE: docs/meters.md"))
                : List.copyOf(findings);
    }
}
