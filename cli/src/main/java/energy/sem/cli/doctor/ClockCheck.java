package energy.sem.cli.doctor;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import energy.sem.cli.process.Service;

/** Whether the meters' clocks and this computer's agree. */
final class ClockCheck implements Check {
    private static final long TOLERANCE_S = 120;

    @Override
    public String name() {
        return "clocks";
    }

    @Override
    public List<Finding> look(Patient patient) throws IOException, InterruptedException {
        List<Finding> findings = new ArrayList<>();
        for (JsonNode meter : patient.json(Service.GATEWAY, "/api/v1/meters")) {
            String name = meter.path("meter").asText();
            long offsetS = meter.path("clockOffsetSeconds").asLong();
            if (MetersCheck.isElsewhere(meter)) {
                // What this gateway knows of it is old.
                continue;
            }
            if (meter.hasNonNull("clock")) {
                findings.add(Finding.fault(
                        name + ": the gateway finds its clock or this computer's \""
                                + meter.path("clock").asText() + "\"",
                        "docs/meters.md#clocks says what that means and what counts instead"));
            } else if (Math.abs(offsetS) > TOLERANCE_S) {
                findings.add(Finding.fault(
                        name + ": the meter's clock is " + Math.abs(offsetS) + " s "
                                + (offsetS > 0 ? "ahead of" : "behind") + " this computer's",
                        "look whether this computer sets its clock from the network (timedatectl)"));
            }
        }
        return findings.isEmpty() ? List.of(Finding.well("the clocks agree")) : List.copyOf(findings);
    }
}
