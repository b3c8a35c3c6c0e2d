package energy.sem.history.store;

import java.time.Instant;

/**
 * What backup_run says of backups and drills.
 *
 * @param backupAt when the newest one was made; {@code null} when none was
 * @param drillAt when one was restored for proof the last time; {@code null} when none was
 * @param nightlySince since when backups are made by themselves; {@code null} when they are not
 * @param lastBackup how the last one that came by itself went; {@code null} when none came
 * @param lastDrill how the last drill went; {@code null} when none was made
 */
public record BackupFacts(
        Instant backupAt, Instant drillAt, Instant nightlySince, Result lastBackup, Result lastDrill) {
    /** Nothing was ever tried. */
    public static final BackupFacts NONE = new BackupFacts(null, null, null, null, null);

    /**
     * How one went.
     *
     * @param ok whether well
     * @param detail in words
     */
    public record Result(boolean ok, String detail) {}
}
