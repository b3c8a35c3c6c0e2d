package energy.sem.cli.doctor;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import energy.sem.cli.folder.Ends;
import energy.sem.cli.folder.Ends.End;

/**
 * Whether parts end again and again, although each is started again and looks well between. What {@code ./sem up} keeps is
 * written in its data folder; systemd, Podman and Kubernetes count restarts of their own.
 */
final class RestartsCheck implements Check {
    private static final Duration LOOKED_BACK = Duration.ofHours(1);

    /** One or two may be a hand that killed it, a disk that was full: it is said, and is no fault. */
    private static final int TOO_OFTEN = 3;

    private static final String ADVICE =
            "it is started again each time, but something is wrong with it or with this machine (free -m, df -h):"
                    + " what it said is in %s; please report it with that";

    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneId.systemDefault());

    @Override
    public String name() {
        return "restarts";
    }

    @Override
    public List<Finding> look(Patient patient) {
        return look(patient, Instant.now());
    }

    static List<Finding> look(Patient patient, Instant now) {
        if (!patient.isKeptBySemUp()) {
            return List.of(Finding.well("not counted here: " + patient.restarts()));
        }
        Map<String, List<End>> byPart = Ends.since(patient.folder(), now.minus(LOOKED_BACK)).stream()
                .collect(Collectors.groupingBy(End::part, TreeMap::new, Collectors.toList()));
        List<Finding> findings = new ArrayList<>();
        byPart.forEach((part, ends) -> findings.add(of(part, ends, patient)));
        return findings.isEmpty() ? List.of(Finding.well("nothing has ended in the last hour")) : findings;
    }

    private static Finding of(String part, List<End> ends, Patient patient) {
        End last = ends.get(ends.size() - 1);
        String what = part + " ended " + (ends.size() == 1 ? "once" : ends.size() + " times")
                + " in the last hour, last at " + CLOCK.format(last.at()) + ": " + last.cause();
        return ends.size() < TOO_OFTEN ? Finding.well(what) : Finding.fault(what, ADVICE.formatted(patient.log(part)));
    }
}
