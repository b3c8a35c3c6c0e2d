package energy.sem.cli.doctor;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import energy.sem.cli.process.Service;

/** Whether every service runs and is ready. */
final class PartsCheck implements Check {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public String name() {
        return "services";
    }

    @Override
    public List<Finding> look(Patient patient) throws InterruptedException {
        List<Finding> findings = new ArrayList<>();
        for (Service service : patient.services()) {
            findings.add(look(patient, service));
        }
        return findings;
    }

    private static Finding look(Patient patient, Service service) throws InterruptedException {
        try {
            HttpResponse<String> answer = patient.readiness(service);
            return answer.statusCode() == 200
                    ? Finding.well(service.title() + " is ready")
                    : Finding.fault(
                            service.title() + " runs and is not ready" + inWords(answer.body()),
                            "its log says what it waits for: " + patient.log(service));
        } catch (IOException e) {
            return Finding.fault(e.getMessage(), patient.advice(service));
        }
    }

    /** What of it is down, as the service says it, such as {@code : storing (kafka: has not answered since …)}. */
    private static String inWords(String health) {
        List<String> down = new ArrayList<>();
        try {
            for (JsonNode check : JSON.readTree(health).path("checks")) {
                if (check.path("status").asText().equals("DOWN")) {
                    List<String> data = new ArrayList<>();
                    check.path("data")
                            .properties()
                            .forEach(each -> data.add(
                                    each.getKey() + ": " + each.getValue().asText()));
                    down.add(
                            check.path("name").asText() + (data.isEmpty() ? "" : " (" + String.join(", ", data) + ")"));
                }
            }
        } catch (IOException e) {
            // No JSON: another server, or one that is just starting.
            return "";
        }
        return down.isEmpty() ? "" : ": " + String.join("; ", down);
    }
}
