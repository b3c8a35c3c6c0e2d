package energy.sem.cli.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

import energy.sem.cli.StartFailure;
import energy.sem.cli.backup.archive.ArchiveReader;
import energy.sem.cli.backup.archive.Passphrase;
import energy.sem.cli.backup.from.Installation;
import energy.sem.cli.backup.table.Sessions;
import energy.sem.cli.schema.Schema;
import energy.sem.cli.screen.Screen;
import energy.sem.local.LocalServiceException;
import energy.sem.local.mariadb.DatabaseUser;
import energy.sem.local.mariadb.LocalMariaDb;
import energy.sem.local.process.Folders;
import energy.sem.registry.RegistryCopy;

/**
 * Proves that a backup can be restored by restoring it: into a MariaDB of its own for a moment, or where this machine has no
 * program for that, into a schema of its own on the server that was backed up.
 */
final class Drill {
    /** On the disk: where /tmp is memory there may not be enough of it. */
    private static final Path ROOM = Path.of("/var/tmp");

    private final Path file;
    private final Optional<Passphrase> passphrase;
    private final Screen screen;

    Drill(Path file, Optional<Passphrase> passphrase, Screen screen) {
        this.file = file;
        this.passphrase = passphrase;
        this.screen = screen;
    }

    /**
     * Restores and compares.
     *
     * @param installation whose server may be used where there is no other; empty when there is none
     * @return in words what came back
     * @throws StartFailure when the backup cannot be restored, saying why
     */
    String run(Optional<Installation> installation) {
        Instant begin = Instant.now();
        ArchiveReader.Checked checked;
        try {
            checked = ArchiveReader.check(file, passphrase);
        } catch (IOException e) {
            throw Failures.reading(file, e);
        }
        String where = restore(checked.rows(), installation);
        return String.format(
                Locale.ROOT,
                "%d tables with %d rows of %s came back the same%s, in %d s",
                checked.totals().size(),
                checked.rows(),
                checked.manifest().at(),
                where,
                Duration.between(begin, Instant.now()).toSeconds());
    }

    private String restore(long rows, Optional<Installation> installation) {
        Path folder = null;
        try {
            folder = Files.createTempDirectory(
                    Files.isWritable(ROOM) ? ROOM : Path.of(System.getProperty("java.io.tmpdir")), "sem-drill-");
            try (LocalMariaDb scratch = LocalMariaDb.start(folder, 0)) {
                return onItsOwn(scratch, rows);
            }
        } catch (LocalServiceException e) {
            if (installation.isEmpty()) {
                throw new StartFailure("there is no MariaDB to restore into: " + e.getMessage(), e);
            }
            return onTheServer(installation.get(), rows);
        } catch (IOException e) {
            throw Failures.reading(file, e);
        } finally {
            delete(folder);
        }
    }

    private String onItsOwn(LocalMariaDb scratch, long rows) throws IOException {
        String user = DatabaseUser.MIGRATE.userName();
        String password = scratch.password(DatabaseUser.MIGRATE);
        try (Connection connection = Sessions.open(scratch.jdbcUrl(), user, password)) {
            load(connection, "sem", rows);
            Scratch.forgetRepeatables(connection, "sem");
            Schema schema = Schema.of(scratch.jdbcUrl(), user, password);
            if (schema.isLater(schema.current())) {
                return " and are those of a newer version";
            }
            schema.migrate(step -> {});
            return "";
        } catch (SQLException e) {
            throw Failures.database("the backup was restored into an empty one", e);
        }
    }

    private String onTheServer(Installation installation, long rows) {
        try (Connection connection = installation.connectOrFail()) {
            Scratch.recreate(connection, Scratch.LOADED);
            try {
                load(connection, Scratch.LOADED, rows);
            } finally {
                Scratch.drop(connection, Scratch.LOADED);
            }
            return " in a schema of its own on the same server";
        } catch (IOException e) {
            throw Failures.reading(file, e);
        } catch (SQLException e) {
            throw Failures.database("the backup was restored beside its tables", e);
        }
    }

    private void load(Connection connection, String schema, long rows) throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("USE " + schema);
        }
        new Loading(file, passphrase, screen).into(connection, schema, rows, (name, content) -> {
            if (name.equals(RegistryPart.NAME)) {
                RegistryCopy unused = RegistryPart.parse(content.readAllBytes());
            }
        });
    }

    private static void delete(Path folder) {
        try {
            if (folder != null) {
                Folders.delete(folder);
            }
        } catch (IOException e) {
            System.err.println("sem: " + folder + " could not be deleted: " + e.getMessage());
        }
    }
}
