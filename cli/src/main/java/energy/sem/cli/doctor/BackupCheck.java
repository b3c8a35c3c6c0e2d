package energy.sem.cli.doctor;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Whether nightly backups come, and can be restored. The readings of a simulated household need none. */
final class BackupCheck implements Check {
    private static final String ADVICE = "docs/backup.md says how; ./sem backup makes one now and says what is wrong";
    private static final Duration LATE = Duration.ofHours(50);

    @Override
    public String name() {
        return "backup";
    }

    @Override
    public List<Finding> look(Patient patient) throws IOException {
        if (patient.number("SELECT COALESCE(MIN(simulated), 0) FROM meter") == 1) {
            return List.of(Finding.well("a simulated household needs no backup"));
        }
        long newest = patient.number("SELECT COALESCE(MAX(ended_at), 0) FROM backup_run WHERE kind = 'backup' AND ok");
        long first = patient.number("SELECT COALESCE(MIN(first_at), 0) FROM meter");
        Instant now = Instant.now();
        if (newest == 0) {
            return List.of(
                    first == 0 || Instant.ofEpochMilli(first).plus(LATE).isAfter(now)
                            ? Finding.well("there is nothing old enough to have a backup")
                            : Finding.fault("there is no backup", ADVICE));
        }
        String age = "the newest backup is of " + Instant.ofEpochMilli(newest);
        if (Instant.ofEpochMilli(newest).plus(LATE).isBefore(now)) {
            return List.of(Finding.fault(age, ADVICE));
        }
        long failedDrills = patient.number("SELECT COALESCE((SELECT NOT ok FROM backup_run WHERE kind = 'drill'"
                + " ORDER BY id DESC LIMIT 1), 0)");
        return List.of(
                failedDrills == 0
                        ? Finding.well(age)
                        : Finding.fault(age + ", and the last one that was restored for proof could not be", ADVICE));
    }
}
