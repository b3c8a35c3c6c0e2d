package energy.sem.cli.up;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

import energy.sem.cli.StartFailure;
import energy.sem.cli.backup.Backup;
import energy.sem.cli.backup.archive.Passphrase;
import energy.sem.cli.backup.from.FolderInstallation;
import energy.sem.cli.backup.from.Installation;
import energy.sem.cli.backup.keep.BackupFolder;
import energy.sem.cli.folder.DataFolder;
import energy.sem.cli.schema.Schema;
import energy.sem.cli.screen.Screen;
import energy.sem.local.LocalServices;

/**
 * Brings the tables of an older version to this one before anything else is started, after a backup: MariaDB cannot take a
 * change of tables back, so that backup is the way back. Tables of a newer version are left alone.
 */
final class Upgrade {
    private final DataFolder data;
    private final LocalServices local;
    private final Screen screen;

    Upgrade(DataFolder data, LocalServices local, Screen screen) {
        this.data = data;
        this.local = local;
        this.screen = screen;
    }

    /**
     * Does what is needed; nothing for tables of this version, and for a folder that has none yet.
     *
     * @param kind the readings of a simulated household are made anew and need no backup
     * @throws StartFailure when the tables are newer, or the backup or a change failed
     */
    void run(DataFolder.Kind kind, Map<String, String> environment) {
        try (Installation installation = FolderInstallation.running(data.path(), local, environment)) {
            Schema schema = installation.schema();
            String found = schema.current();
            if (found.isEmpty()) {
                return;
            }
            BackupFolder backups = new BackupFolder(installation.backups().orElseThrow());
            if (schema.isLater(found)) {
                throw new StartFailure("the tables in " + data.path() + " are of a newer SEM (version " + found
                        + " of the tables; this one knows " + schema.known()
                        + "): use that SEM, or go back to the backup that"
                        + " it made before it changed them, with ./sem restore " + backups.path()
                        + "/sem-…-before-upgrade.semb (docs/upgrade.md).");
            }
            List<String> pending = schema.pending();
            if (!pending.isEmpty()) {
                change(installation, schema, found, kind, backups, environment);
            }
        }
    }

    private void change(
            Installation installation,
            Schema schema,
            String found,
            DataFolder.Kind kind,
            BackupFolder backups,
            Map<String, String> environment) {
        screen.line("The tables are of an older SEM (version " + found + ") and are brought to version "
                + schema.known() + ".");
        if (kind == DataFolder.Kind.REAL) {
            Path file = new Backup(installation, Passphrase.given(null, environment), screen)
                    .into(backups, "upgrade")
                    .file();
            screen.line("The way back, with the older SEM: ./sem restore " + file);
        }
        try {
            schema.migrate(step -> screen.line("  " + step + " …"));
        } catch (SQLException e) {
            throw new StartFailure(
                    e.getMessage() + ". Nothing is lost: start it again, which begins that change anew, or go back.",
                    e);
        }
    }
}
