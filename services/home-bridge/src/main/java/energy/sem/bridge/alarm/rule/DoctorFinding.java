package energy.sem.bridge.alarm.rule;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.inject.Singleton;

import energy.sem.bridge.alarm.machine.Level;
import energy.sem.bridge.alarm.machine.Sighting;
import energy.sem.bridge.alarm.machine.Timing;

/**
 * What {@code semctl doctor} found when it looked last, an alarm a check: a service that is away, a broker that fills, records
 * that could not be read. What another rule tells is not told twice; while its look is of long ago all stays as it was.
 */
@Singleton
class DoctorFinding implements AlarmRule {
    /** Told by {@link BackupStale}, {@link DiskFull} and {@link Storing}; by {@link NoData}, {@link BadData} and {@link MeterTrouble}. */
    private static final Set<String> TOLD_BY_OTHERS = Set.of("backup", "partitions", "quarantine", "zone", "meters");

    /** The others that doctor has; one that it will have is told as {@link #OTHER}. */
    private static final List<String> CHECKS = List.of(
            "services",
            "restarts",
            "Kafka",
            "MariaDB",
            "disk",
            "backlog",
            "ingest",
            "dead letters",
            "answers",
            "live",
            "clocks",
            "display",
            "bridge",
            "prices");

    private static final String OTHER = "doctor";

    @Override
    public String word() {
        return "doctor-finding";
    }

    @Override
    public Level level() {
        return Level.LOW;
    }

    // Longer than from one look to the next: what the next one does not find again, a restart that was asked for, is no
    // news.
    @Override
    public Timing timing() {
        return Timing.after(Duration.ofMinutes(20), Duration.ofMinutes(20));
    }

    @Override
    public boolean isOfInstallation() {
        return true;
    }

    @Override
    public List<Sighting> look(Moment moment) {
        Optional<List<Past.Fault>> known = moment.past().faults();
        if (known.isEmpty()) {
            return List.of();
        }
        Map<String, Past.Fault> byCheck = new LinkedHashMap<>();
        known.get().stream()
                .filter(each -> !TOLD_BY_OTHERS.contains(each.check()))
                .forEach(each -> byCheck.putIfAbsent(CHECKS.contains(each.check()) ? each.check() : OTHER, each));
        List<Sighting> seen = new ArrayList<>();
        for (String check : CHECKS) {
            seen.add(sighting(check, byCheck.get(check)));
        }
        seen.add(sighting(OTHER, byCheck.get(OTHER)));
        return seen;
    }

    private static Sighting sighting(String check, Past.Fault fault) {
        return (fault == null
                        ? Sighting.clear()
                        : Sighting.raise(Map.of("found", fault.what(), "advice", fault.advice())))
                .of(check.replace(' ', '-'));
    }
}
