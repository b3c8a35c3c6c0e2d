package energy.sem.cli.registry;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Scanner;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import energy.sem.cli.StartFailure;
import energy.sem.cli.backup.from.Installation;
import energy.sem.cli.backup.from.InstallationOptions;
import energy.sem.cli.backup.keep.BackupFolder;
import energy.sem.cli.forget.Forgetting;
import energy.sem.cli.forget.ForgottenNote;
import energy.sem.cli.screen.Screen;
import energy.sem.registry.EntryJson;

/** {@code ./sem meter forget}. */
@Command(
        name = "forget",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Deletes all that is stored of a meter that was removed, for good: readings, quarter hours, imports, what it said.",
            "It asks first. Backups keep it until they are deleted; restoring one takes it out again."
        },
        footer = {"Examples:", "./sem export --meter roof", "./sem meter remove roof", "./sem meter forget roof"})
final class MeterForgetCommand implements Callable<Integer> {
    @Parameters(paramLabel = "NAME", description = "The meter.")
    private String meter;

    @Option(names = "--yes", description = "Does not ask.")
    private boolean yes;

    @Mixin
    private InstallationOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (!EntryJson.isName(meter)) {
            throw new ParameterException(spec.commandLine(), "a meter's name is 1 to 32 lower-case letters and digits");
        }
        Screen screen = new Screen(System.out, Boolean.getBoolean("sem.terminal"));
        try (Installation installation = options.open(System.getenv())) {
            MeterOnKafka kafka = new MeterOnKafka(
                    installation
                            .kafka()
                            .orElseThrow(() -> new StartFailure(
                                    "Kafka is needed, to see that the meter was removed: give --kafka HOST:PORT."
                                            + " Nothing was changed.")),
                    meter);
            kafka.requireRemoved();
            forget(installation, kafka, screen);
        }
        return 0;
    }

    void forget(Installation installation, MeterOnKafka kafka, Screen screen) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        try (Connection connection = installation.connectOrFail()) {
            Forgetting forgetting = new Forgetting(connection, "sem");
            long rows = forgetting.rows(meter);
            if (rows == 0 && !forgetting.known().containsKey(meter)) {
                throw new StartFailure("nothing is stored of a meter " + meter + ". Nothing was changed.");
            }
            ask(rows, installation);
            Optional<Path> backups = installation.backups().filter(Files::isDirectory);
            if (backups.isPresent()) {
                ForgottenNote.add(backups.get(), meter, now);
            }
            forgetting.note(meter, now);
            try (Screen.Progress progress = screen.progress("forgetting", Math.max(1, rows))) {
                forgetting.delete(meter, progress::step);
            }
            kafka.forget();
            say(rows, backups, now, screen);
        } catch (SQLException e) {
            throw new StartFailure(
                    "the database failed while meter " + meter + " was being forgotten: " + e.getMessage()
                            + ". Do it again: it goes on where it ended.",
                    e);
        } catch (IOException e) {
            throw new StartFailure(
                    "the note beside the backups could not be written: " + e.getMessage() + ". Nothing was deleted.",
                    e);
        }
    }

    private void say(long rows, Optional<Path> backups, Instant now, Screen screen) {
        screen.line("Meter " + meter + " is forgotten: " + rows + " rows.");
        screen.line(
                "Kafka keeps its telegrams for up to 7 days yet, and those that could not be stored for 30; they are not"
                        + " stored again.");
        long older = backups.map(BackupFolder::new).stream()
                .flatMap(folder -> folder.list().stream())
                .filter(backup -> backup.at().isBefore(now))
                .count();
        if (older > 0) {
            screen.line(older + " backups in " + backups.get()
                    + " have it still. Restoring one of them takes it out again, for " + ForgottenNote.NAME
                    + " lies beside them; to be rid of it, delete them.");
        }
        screen.line("Copies of backups elsewhere have it too, and exports and contracts that you wrote.");
    }

    private void ask(long rows, Installation installation) {
        if (yes) {
            return;
        }
        if (!Boolean.getBoolean("sem.terminal")) {
            throw new StartFailure("this would delete " + rows + " rows of meter " + meter + " in " + installation
                    + ". Nobody is there to ask: --yes does it. Nothing was changed.");
        }
        System.out.print("This deletes " + rows + " rows of meter " + meter + " in " + installation
                + ", for good. Type the meter's name: ");
        System.out.flush();
        Scanner typed = new Scanner(System.in, Charset.defaultCharset());
        if (!typed.hasNextLine() || !typed.nextLine().strip().equals(meter)) {
            throw new StartFailure("nothing was changed.");
        }
    }
}
