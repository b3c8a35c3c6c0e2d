package energy.sem.cli.backup;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Scanner;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import energy.sem.cli.StartFailure;
import energy.sem.cli.backup.archive.ArchiveReader;
import energy.sem.cli.backup.archive.Passphrase;
import energy.sem.cli.backup.from.Installation;
import energy.sem.cli.backup.from.InstallationOptions;
import energy.sem.cli.backup.keep.BackupFolder;
import energy.sem.cli.backup.table.Tables;
import energy.sem.cli.folder.DataFolder;
import energy.sem.cli.screen.Screen;

/** {@code ./sem restore}. */
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Puts a backup in the place of what is there, which is backed up first. SEM must be stopped.",
            "It asks before it replaces anything; whatever fails before that changes nothing."
        },
        footer = {"Examples:", "./sem restore FILE", "./sem restore --data /srv/sem --yes FILE"})
public final class RestoreCommand implements Callable<Integer> {
    private static final Duration INGEST_ENDS = Duration.ofSeconds(60);

    @Parameters(paramLabel = "FILE", description = "The backup.")
    private Path file;

    @Option(names = "--yes", description = "Does not ask.")
    private boolean yes;

    @Option(
            names = "--keep-in",
            paramLabel = "DIR",
            description = "Where what is replaced is backed up first. Default: the folder of the backups.")
    private Path keepIn;

    @Option(
            names = "--passphrase-file",
            paramLabel = "FILE",
            description = "The file with the passphrase. Default: as for backup.")
    private Path passphraseFile;

    @Mixin
    private InstallationOptions options;

    @Override
    public Integer call() {
        Map<String, String> environment = System.getenv();
        Screen screen = new Screen(System.out, Boolean.getBoolean("sem.terminal"));
        Optional<Passphrase> passphrase = Passphrase.given(passphraseFile, options.settings(environment));
        ArchiveReader.Checked backup;
        try {
            backup = ArchiveReader.check(file, passphrase);
        } catch (IOException e) {
            throw Failures.reading(file, e);
        }
        screen.line(String.format(
                Locale.ROOT,
                "%s is whole: %d rows of %s, made by %s, tables of version %s.",
                file,
                backup.rows(),
                backup.manifest().at(),
                backup.manifest().semVersion(),
                backup.manifest().schemaVersion()));
        DataFolder.Kind kind = backup.manifest().simulated() ? DataFolder.Kind.SIMULATED : DataFolder.Kind.REAL;
        try (Installation installation = options.openStopped(environment, kind)) {
            BackupFolder keep = new BackupFolder(
                    Optional.ofNullable(keepIn).or(installation::backups).orElseGet(() -> file.toAbsolutePath()
                            .getParent()));
            ask(installation);
            new Restore(file, backup, passphrase, screen, INGEST_ENDS).into(installation, keep);
        }
        return 0;
    }

    private void ask(Installation installation) {
        String there = inWords(installation);
        if (yes || there.isEmpty()) {
            return;
        }
        if (!Boolean.getBoolean("sem.terminal")) {
            throw new StartFailure("this would replace " + there + " in " + installation
                    + ". Nobody is there to ask: --yes does it. Nothing was changed.");
        }
        System.out.printf("This replaces %s in %s, which is backed up first. Type yes: ", there, installation);
        System.out.flush();
        Scanner typed = new Scanner(System.in, Charset.defaultCharset());
        String answer = typed.hasNextLine() ? typed.nextLine() : "";
        if (!answer.strip().equals("yes")) {
            throw new StartFailure("nothing was changed.");
        }
    }

    /** What is there now; empty when there is nothing. */
    private static String inWords(Installation installation) {
        try (Connection connection = installation.connectOrFail()) {
            if (new Tables(connection, "sem").isEmpty()) {
                return "";
            }
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(
                            "SELECT (SELECT COUNT(*) FROM sem.meter), COUNT(*), MAX(last_at) FROM sem.quarter_hour")) {
                rows.next();
                return rows.getLong(1) + " meters with " + rows.getLong(2) + " quarter hours"
                        + (rows.getLong(2) == 0 ? "" : " until " + Instant.ofEpochMilli(rows.getLong(3)));
            }
        } catch (SQLException e) {
            return "what cannot be read (" + e.getMessage() + ")";
        }
    }
}
