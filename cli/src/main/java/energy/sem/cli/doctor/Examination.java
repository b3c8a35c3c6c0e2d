package energy.sem.cli.doctor;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What all checks found, in the order of a telegram's way.
 *
 * @param results of every check, at least one each
 */
record Examination(List<Result> results) {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final List<Check> CHECKS = List.of(
            new MetersCheck(),
            new ClockCheck(),
            new ServiceClocksCheck(),
            new ZoneCheck(),
            new PartsCheck(),
            new RestartsCheck(),
            new BacklogCheck(),
            new KafkaCheck(),
            new LagCheck(),
            new DeadLettersCheck(),
            new DatabaseCheck(),
            new RawWindowCheck(),
            new QuarantineCheck(),
            new PricesCheck(Clock.systemUTC()),
            new AnswersCheck(),
            new LiveCheck(),
            new DisplayCheck(),
            new BridgeCheck(),
            new BackupCheck(),
            new DiskCheck());

    /**
     * One finding of one check.
     *
     * @param check its name
     * @param finding what it found
     */
    record Result(String check, Finding finding) {}

    /** Looks at everything; what cannot be looked at is a finding too. */
    static Examination of(Patient patient) throws InterruptedException {
        List<Result> results = new ArrayList<>();
        for (Check check : CHECKS) {
            for (Finding finding : look(check, patient)) {
                results.add(new Result(check.name(), finding));
            }
        }
        return new Examination(List.copyOf(results));
    }

    private static List<Finding> look(Check check, Patient patient) throws InterruptedException {
        try {
            return check.look(patient);
        } catch (IOException | RuntimeException e) {
            return List.of(Finding.unknown("could not look: " + e.getMessage(), ""));
        }
    }

    Verdict verdict() {
        return Verdict.ofAll(
                results.stream().map(result -> result.finding().verdict()).toList());
    }

    /** What of it is wrong. */
    Examination faults() {
        return new Examination(results.stream()
                .filter(result -> result.finding().verdict() == Verdict.FAULT)
                .toList());
    }

    /** For a person: all of it, and what it comes to. */
    String inWords() {
        return lines() + System.lineSeparator() + summary() + System.lineSeparator();
    }

    /** A line each, and below a fault what to do. */
    String lines() {
        StringBuilder words = new StringBuilder();
        for (Result result : results) {
            Finding finding = result.finding();
            String mark =
                    switch (finding.verdict()) {
                        case WELL -> "well ";
                        case FAULT -> "FAULT";
                        case UNKNOWN -> "?    ";
                    };
            words.append(String.format("%s  %-12s  %s%n", mark, result.check(), finding.what()));
            if (!finding.advice().isEmpty()) {
                words.append(String.format("                     -> %s%n", finding.advice()));
            }
        }
        return words.toString();
    }

    /** For a script. */
    String json() {
        ObjectNode all = JSON.createObjectNode().put("verdict", verdict().word());
        ArrayNode findings = all.putArray("findings");
        for (Result result : results) {
            findings.addObject()
                    .put("check", result.check())
                    .put("verdict", result.finding().verdict().word())
                    .put("what", result.finding().what())
                    .put("advice", result.finding().advice());
        }
        return all.toPrettyString();
    }

    private String summary() {
        return switch (verdict()) {
            case WELL -> "All is well.";
            case FAULT -> "Something is wrong: see FAULT above.";
            case UNKNOWN -> "No fault was found, but not everything could be looked at.";
        };
    }
}
