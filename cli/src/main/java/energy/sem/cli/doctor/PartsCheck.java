package energy.sem.cli.doctor;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

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
        for (Service service : Service.values()) {
            findings.add(look(patient, service));
        }
        return findings;
    }

    private static Finding look(Patient patient, Service service) throws InterruptedException {
        try {
            boolean isReady = patient.get(service, "/q/health/ready").statusCode() == 200;
            return isReady
                    ? Finding.well(service.title() + " is ready")
                    : Finding.fault(
                            service.title() + " runs and is not ready",
                            "its log says what it waits for: " + patient.log(service));
        } catch (IOException e) {
            return Finding.fault(
                    e.getMessage(), "if ./sem up does not say that it is started again: " + patient.log(service));
        }
    }
}
