package energy.sem.history.backup;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import energy.sem.history.store.BackupFacts;

/** What can be wrong with backups that come by themselves. A person's own are never late. */
enum Trouble {
    BACKUP_FAILED("backup-failed"),
    BACKUP_LATE("backup-late"),
    DRILL_FAILED("drill-failed"),
    DRILL_LATE("drill-late");

    /** One night may be missed: the computer was off. */
    private static final Duration LATE = Duration.ofHours(50);

    /** One week may be missed. */
    private static final Duration DRILL_AFTER = Duration.ofDays(15);

    private final String word;

    Trouble(String word) {
        this.word = word;
    }

    /** What is wrong, if anything is. */
    static Optional<Trouble> of(BackupFacts facts, Instant now) {
        if (facts.nightlySince() == null) {
            return Optional.empty();
        }
        if (!facts.lastBackup().ok()) {
            return Optional.of(BACKUP_FAILED);
        }
        if (facts.backupAt() == null || facts.backupAt().plus(LATE).isBefore(now)) {
            return Optional.of(BACKUP_LATE);
        }
        if (facts.lastDrill() != null && !facts.lastDrill().ok()) {
            return Optional.of(DRILL_FAILED);
        }
        Instant proved = facts.drillAt() == null ? facts.nightlySince() : facts.drillAt();
        return proved.plus(DRILL_AFTER).isBefore(now) ? Optional.of(DRILL_LATE) : Optional.empty();
    }

    /** In answers. */
    String word() {
        return word;
    }

    /** Why it failed, in words; {@code null} when nothing did. */
    String detail(BackupFacts facts) {
        return switch (this) {
            case BACKUP_FAILED -> facts.lastBackup().detail();
            case DRILL_FAILED -> facts.lastDrill().detail();
            default -> null;
        };
    }
}
