package energy.sem.cli.doctor;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

import energy.sem.cli.process.HealthWords;
import energy.sem.cli.process.Service;

/** Whether every service runs and is ready. */
final class PartsCheck implements Check {
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
                            service.title() + " runs and is not ready" + HealthWords.of(answer.body()),
                            "its log says what it waits for: " + patient.log(service));
        } catch (IOException e) {
            return Finding.fault(e.getMessage(), patient.advice(service));
        }
    }
}
