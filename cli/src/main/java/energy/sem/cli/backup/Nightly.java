package energy.sem.cli.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

import energy.sem.cli.StartFailure;
import energy.sem.cli.backup.archive.Passphrase;
import energy.sem.cli.backup.from.Installation;
import energy.sem.cli.backup.keep.BackupFile;
import energy.sem.cli.backup.keep.BackupFolder;
import energy.sem.cli.screen.Screen;

/**
 * What is done each night: a backup, what the rule does not keep is deleted, and when the last drill is a week ago the new
 * backup is restored for proof. How it went is written down in the database, whether well or not.
 */
public final class Nightly {
    private static final Duration BETWEEN_DRILLS = Duration.ofDays(7).minusHours(1);

    private final Installation installation;
    private final BackupFolder folder;
    private final Optional<Passphrase> passphrase;
    private final Screen screen;
    private final Runs runs;

    public Nightly(Installation installation, BackupFolder folder, Optional<Passphrase> passphrase, Screen screen) {
        this.installation = installation;
        this.folder = folder;
        this.passphrase = passphrase;
        this.screen = screen;
        this.runs = new Runs(installation);
    }

    /**
     * Does it now.
     *
     * @throws StartFailure when the backup or the drill failed, with the reason
     */
    public void run(Instant now) {
        Backup.Made made = backup();
        if (runs.lastDrill()
                .map(last -> last.plus(BETWEEN_DRILLS).isBefore(now))
                .orElse(true)) {
            drill(made);
        }
    }

    private Backup.Made backup() {
        Instant started = Instant.now();
        try {
            Backup.Made made = new Backup(installation, passphrase, screen).into(folder, "");
            say(installation, made, passphrase, screen);
            prune(folder, screen);
            runs.add(new Runs.Run(
                    Runs.Kind.backup, true, started, true, Optional.of(made.file()), made.rows() + " rows"));
            return made;
        } catch (StartFailure e) {
            runs.add(new Runs.Run(Runs.Kind.backup, true, started, false, Optional.empty(), e.getMessage()));
            throw e;
        } catch (IOException e) {
            String why = "the backup was made, and older ones could not be deleted: " + e.getMessage();
            runs.add(new Runs.Run(Runs.Kind.backup, true, started, false, Optional.empty(), why));
            throw new StartFailure(why, e);
        }
    }

    private void drill(Backup.Made made) {
        Instant started = Instant.now();
        try {
            String result = new Drill(made.file(), passphrase, screen).run(Optional.of(installation));
            runs.add(new Runs.Run(Runs.Kind.drill, true, started, true, Optional.of(made.file()), result));
            screen.line("It can be restored: " + result + ".");
        } catch (StartFailure e) {
            runs.add(new Runs.Run(Runs.Kind.drill, true, started, false, Optional.of(made.file()), e.getMessage()));
            throw e;
        }
    }

    /** Says what was made, and to whom it is open. */
    static void say(Installation installation, Backup.Made made, Optional<Passphrase> passphrase, Screen screen) {
        screen.line(String.format(
                Locale.ROOT,
                "%s: %d rows, %.1f MB",
                made.file(),
                made.rows(),
                made.file().toFile().length() / 1e6));
        if (passphrase.isEmpty() && !installation.files().list().isEmpty()) {
            screen.line("It has keys in it and is not encrypted: only this user can read it here (rights 0600);"
                    + " whoever gets a copy can too. --passphrase-file encrypts it.");
        }
        if (!Files.isDirectory(installation.files().folder())) {
            screen.line("It has no keys and settings in it, for there is no "
                    + installation.files().folder()
                    + " here. In a pod or a cluster they are secrets: keep a copy of the files they were made from"
                    + " (docs/backup.md).");
        }
    }

    /** Deletes what the rule does not keep. */
    static void prune(BackupFolder folder, Screen screen) throws IOException {
        for (BackupFile deleted : folder.prune()) {
            screen.line("Deleted " + deleted.path() + ": 7 daily, 4 weekly and 12 monthly ones are kept.");
        }
    }
}
