package energy.sem.cli.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.apache.kafka.common.KafkaException;

import energy.sem.cli.StartFailure;
import energy.sem.cli.backup.archive.ArchiveWriter;
import energy.sem.cli.backup.archive.KafkaPosition;
import energy.sem.cli.backup.archive.Manifest;
import energy.sem.cli.backup.archive.Passphrase;
import energy.sem.cli.backup.archive.TableDefinition;
import energy.sem.cli.backup.archive.TableTotal;
import energy.sem.cli.backup.from.Installation;
import energy.sem.cli.backup.keep.BackupFile;
import energy.sem.cli.backup.keep.BackupFolder;
import energy.sem.cli.backup.table.Tables;
import energy.sem.cli.help.Version;
import energy.sem.cli.screen.Screen;

/** Makes one backup of a SEM that may be at work meanwhile: all tables as they were at one instant. Used once. */
public final class Backup {
    private static final String SCHEMA = "sem";
    private static final int WINDOW_PATIENCE_S = 60;

    private final Installation installation;
    private final Optional<Passphrase> passphrase;
    private final Screen screen;

    public Backup(Installation installation, Optional<Passphrase> passphrase, Screen screen) {
        this.installation = installation;
        this.passphrase = passphrase;
        this.screen = screen;
    }

    /**
     * What was made.
     *
     * @param file where it is
     * @param rows of all tables
     * @param kafkaKnown whether it says how far ingest had read
     */
    public record Made(Path file, long rows, boolean kafkaKnown) {}

    /**
     * Writes it into a folder.
     *
     * @param before {@code "restore"} when it is made before one and stays; empty otherwise
     * @throws StartFailure when none could be made; nothing of it is left then
     */
    public Made into(BackupFolder folder, String before) {
        // First what ingest had committed, then the rows: so the rows have at least what was committed.
        Optional<KafkaPosition> kafka = kafkaPosition();
        Optional<byte[]> registry = RegistryPart.read(installation.kafka(), screen);
        try (Connection connection = installation.connectOrFail()) {
            long rows = 0;
            Path file;
            holdRawWindow(connection);
            execute(connection, "SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ");
            execute(connection, "START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY");
            Instant now = Instant.now();
            Tables tables = new Tables(connection, SCHEMA);
            Manifest manifest = manifest(connection, tables.definitions(), now, kafka);
            List<List<TableTotal>> totals = new ArrayList<>();
            file = folder.write(
                    BackupFile.name(now, before), out -> totals.add(write(out, manifest, tables, registry)));
            for (TableTotal each : totals.get(0)) {
                rows += each.rows();
            }
            return new Made(file, rows, kafka.isPresent());
        } catch (SQLException e) {
            throw Failures.database("it was read; no backup was made", e);
        } catch (BrokenReadException e) {
            throw Failures.database("it was read; no backup was made", e.cause);
        } catch (IOException e) {
            throw Failures.writing(folder.path(), e);
        }
    }

    private List<TableTotal> write(OutputStream out, Manifest manifest, Tables tables, Optional<byte[]> registry)
            throws IOException {
        ArchiveWriter archive = new ArchiveWriter(out, passphrase, manifest);
        try (Screen.Progress progress = screen.progress("backing up", Math.max(1, tables.estimatedRows()))) {
            for (TableDefinition table : manifest.tables()) {
                archive.table(table, rows -> {
                    try {
                        tables.copy(table, rows, progress::step);
                    } catch (SQLException e) {
                        throw new BrokenReadException(e);
                    }
                });
            }
        } catch (SQLException e) {
            throw new BrokenReadException(e);
        }
        for (Path kept : installation.files().list()) {
            archive.file(kept.getFileName().toString(), Files.readAllBytes(kept));
        }
        if (registry.isPresent()) {
            archive.file(RegistryPart.NAME, registry.get());
        }
        return archive.finish();
    }

    /** Retention drops partitions, which a consistent view of the rows does not survive: it waits, and tries again later. */
    private static void holdRawWindow(Connection connection) throws SQLException {
        String held = query(connection, "SELECT GET_LOCK('" + SCHEMA + ".raw_window', " + WINDOW_PATIENCE_S + ")");
        if (!"1".equals(held)) {
            throw new StartFailure("ingest has been dropping old raw readings for " + WINDOW_PATIENCE_S
                    + " s: try again in some minutes. No backup was made.");
        }
    }

    private Manifest manifest(
            Connection connection, List<TableDefinition> tables, Instant now, Optional<KafkaPosition> kafka)
            throws SQLException, IOException {
        if (tables.stream().noneMatch(table -> table.name().equals("flyway_schema_history"))) {
            throw new StartFailure("there are no tables of SEM in " + installation + " yet: nothing to back up.");
        }
        return new Manifest(
                new Version().getVersion()[0],
                query(
                        connection,
                        "SELECT version FROM flyway_schema_history WHERE success AND version IS NOT NULL"
                                + " ORDER BY installed_rank DESC LIMIT 1"),
                now.truncatedTo(ChronoUnit.MILLIS).toString(),
                query(connection, "SELECT COALESCE(MAX(day_zone), '') FROM raw_window"),
                "1".equals(query(connection, "SELECT COALESCE(MIN(simulated), 0) FROM meter")),
                tables,
                kafka.orElse(null));
    }

    private Optional<KafkaPosition> kafkaPosition() {
        if (installation.kafka().isEmpty()) {
            return Optional.empty();
        }
        try (ConsumerGroup group = new ConsumerGroup(installation.kafka().get())) {
            return Optional.of(group.position());
        } catch (IOException | KafkaException e) {
            screen.line("Kafka does not say how far ingest has read (" + e.getMessage()
                    + "): after a restore all that Kafka has will be read again.");
            return Optional.empty();
        }
    }

    private static String query(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : null;
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The database failed while the file was written: not the file's fault. */
    private static final class BrokenReadException extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient SQLException cause;

        BrokenReadException(SQLException cause) {
            super(cause);
            this.cause = cause;
        }
    }
}
