package energy.sem.cli.doctor;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import energy.sem.cli.process.Service;

/** Whether the clock of each service is this computer's: they can be on several, and each can be wrong. */
final class ServiceClocksCheck implements Check {
    private static final Duration TOLERANCE = Duration.ofMinutes(1);

    @Override
    public String name() {
        return "clocks";
    }

    @Override
    public List<Finding> look(Patient patient) throws InterruptedException {
        List<Finding> findings = new ArrayList<>();
        for (Service service : patient.services()) {
            look(patient, service).ifPresent(findings::add);
        }
        return findings.isEmpty()
                ? List.of(Finding.well("the services' clocks agree with this computer's"))
                : List.copyOf(findings);
    }

    private static Optional<Finding> look(Patient patient, Service service) throws InterruptedException {
        Instant asked = Instant.now();
        try {
            Optional<Instant> clock = patient.clock(service);
            Instant answered = Instant.now();
            return clock.flatMap(says -> look(service.title(), says, asked, answered));
        } catch (IOException e) {
            // That it does not answer is found where that is looked at.
            return Optional.empty();
        }
    }

    /** What is wrong with a clock that said this between two moments of ours; empty when nothing is. */
    static Optional<Finding> look(String part, Instant says, Instant asked, Instant answered) {
        Duration ahead = Duration.between(answered, says);
        Duration behind = Duration.between(says, asked);
        if (ahead.compareTo(TOLERANCE) <= 0 && behind.compareTo(TOLERANCE) <= 0) {
            return Optional.empty();
        }
        boolean isAhead = ahead.compareTo(TOLERANCE) > 0;
        return Optional.of(Finding.fault(
                "the clock of " + part + " is " + (isAhead ? ahead : behind).toSeconds() + " s "
                        + (isAhead ? "ahead of" : "behind") + " this computer's",
                "let each computer set its clock from the network (timedatectl); a container has its host's"));
    }
}
