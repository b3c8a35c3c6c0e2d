package energy.sem.bridge.alarm.rule;

import jakarta.inject.Singleton;

import energy.sem.bridge.alarm.machine.Level;

/** A backup or its drill failed or is late, of those that come by themselves. */
@Singleton
class BackupStale extends TroubleRule {
    BackupStale() {
        super("backup-stale", Level.LOW, "backup-failed", "backup-late", "drill-failed", "drill-late");
    }
}
