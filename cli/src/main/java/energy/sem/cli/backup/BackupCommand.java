package energy.sem.cli.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import energy.sem.cli.StartFailure;
import energy.sem.cli.backup.archive.Passphrase;
import energy.sem.cli.backup.from.Installation;
import energy.sem.cli.backup.from.InstallationOptions;
import energy.sem.cli.backup.keep.BackupFile;
import energy.sem.cli.backup.keep.BackupFolder;
import energy.sem.cli.screen.Screen;

/** {@code ./sem backup}. */
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Writes all tables, keys and settings into one file while SEM runs, and keeps 7 daily, 4 weekly and 12 monthly ones.",
            "docs/backup.md has it step by step."
        },
        footer = {
            "Examples:",
            "./sem backup",
            "./sem backup --to /media/usb --passphrase-file ~/sem.pass",
            "./sem backup --list",
            "./sem backup --verify FILE"
        })
public final class BackupCommand implements Callable<Integer> {
    @ArgGroup
    private Instead instead = new Instead();

    /** What can be done instead of a backup. */
    static final class Instead {
        @Option(names = "--list", description = "Shows which backups there are, and makes none.")
        private boolean list;

        @Option(
                names = "--verify",
                paramLabel = "FILE",
                description = "The drill: restores that file into a database of its own, and compares every row.")
        private Path verify;

        @Option(
                names = "--nightly",
                description = "For a timer: a backup, and a drill when the last one is a week ago.")
        private boolean nightly;
    }

    @Option(
            names = "--to",
            paramLabel = "DIR",
            description = "Where to. Default: SEM_BACKUP_FOLDER, else backups in the data folder or in /var/lib/sem.")
    private Path to;

    @Option(
            names = "--passphrase-file",
            paramLabel = "FILE",
            description = "Encrypts, with the first line of that file. Default: SEM_BACKUP_PASSPHRASE_FILE, or the"
                    + " passphrase itself in SEM_BACKUP_PASSPHRASE; without any, the file is not encrypted.")
    private Path passphraseFile;

    @Mixin
    private InstallationOptions options;

    @Override
    public Integer call() {
        Map<String, String> environment = System.getenv();
        Screen screen = new Screen(System.out, Boolean.getBoolean("sem.terminal"));
        Optional<Passphrase> passphrase = Passphrase.given(passphraseFile, options.settings(environment));
        if (instead.verify != null) {
            return verify(environment, passphrase, screen);
        }
        try (Installation installation = options.open(environment)) {
            BackupFolder folder = folder(installation);
            if (instead.list) {
                list(folder);
            } else if (instead.nightly) {
                new Nightly(installation, folder, passphrase, screen).run(Instant.now());
            } else {
                backup(installation, folder, passphrase, screen);
            }
        }
        return 0;
    }

    private int verify(Map<String, String> environment, Optional<Passphrase> passphrase, Screen screen) {
        Optional<Installation> installation = installationIfAny(environment);
        try {
            Instant started = Instant.now();
            String result = new Drill(instead.verify, passphrase, screen).run(installation);
            installation.ifPresent(each -> new Runs(each)
                    .add(new Runs.Run(Runs.Kind.drill, false, started, true, Optional.of(instead.verify), result)));
            screen.line(instead.verify + " is whole and can be restored: " + result + ".");
            return 0;
        } finally {
            installation.ifPresent(Installation::close);
        }
    }

    /** A backup is verified on any machine, also where no SEM is. */
    private Optional<Installation> installationIfAny(Map<String, String> environment) {
        try {
            return Optional.of(options.open(environment));
        } catch (StartFailure e) {
            return Optional.empty();
        }
    }

    private void backup(
            Installation installation, BackupFolder folder, Optional<Passphrase> passphrase, Screen screen) {
        Instant started = Instant.now();
        Backup.Made made = new Backup(installation, passphrase, screen).into(folder, "");
        new Runs(installation)
                .add(new Runs.Run(
                        Runs.Kind.backup, false, started, true, Optional.of(made.file()), made.rows() + " rows"));
        Nightly.say(installation, made, passphrase, screen);
        try {
            Nightly.prune(folder, screen);
        } catch (IOException e) {
            throw new StartFailure("the backup was made, and older ones could not be deleted: " + e.getMessage(), e);
        }
    }

    private BackupFolder folder(Installation installation) {
        return new BackupFolder(Optional.ofNullable(to)
                .or(installation::backups)
                .orElseThrow(() -> new StartFailure("where to? Give --to DIR, or set SEM_BACKUP_FOLDER.")));
    }

    private static void list(BackupFolder folder) {
        List<BackupFile> files = folder.list();
        if (files.isEmpty()) {
            System.out.println("There is no backup in " + folder.path() + ".");
        }
        for (BackupFile file : files) {
            System.out.println(String.format(
                    Locale.ROOT,
                    "%s  %8.1f MB  %s%s",
                    file.at(),
                    file.path().toFile().length() / 1e6,
                    file.path(),
                    file.kept() ? "  (stays until you delete it)" : ""));
        }
    }
}
