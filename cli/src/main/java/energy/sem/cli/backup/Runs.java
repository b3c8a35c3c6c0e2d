package energy.sem.cli.backup;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Optional;

import energy.sem.cli.backup.from.Installation;

/** The table backup_run: what was tried and how it went, for health, metrics, page and doctor. */
final class Runs {
    private static final int LONGEST_DETAIL = 400;

    private final Installation installation;

    Runs(Installation installation) {
        this.installation = installation;
    }

    /** What is tried. */
    enum Kind {
        backup,
        drill
    }

    /**
     * One try.
     *
     * @param scheduled whether it came by itself and not because somebody asked
     * @param file what was written or read, if there is one
     * @param detail in words how it went
     */
    record Run(Kind kind, boolean scheduled, Instant started, boolean ok, Optional<Path> file, String detail) {}

    /** Writes it down, as far as the database takes it: a backup is one even if nobody can be told. */
    void add(Run run) {
        try (Connection connection = installation.connect();
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO backup_run"
                                + " (kind, scheduled, started_at, ended_at, ok, bytes, file, detail) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, run.kind().name());
            insert.setBoolean(2, run.scheduled());
            insert.setLong(3, run.started().toEpochMilli());
            insert.setLong(4, Instant.now().toEpochMilli());
            insert.setBoolean(5, run.ok());
            insert.setObject(6, run.file().map(file -> file.toFile().length()).orElse(null));
            insert.setString(7, run.file().map(Path::toString).orElse(null));
            insert.setString(
                    8,
                    run.detail()
                            .substring(0, Math.min(LONGEST_DETAIL, run.detail().length())));
            insert.execute();
        } catch (SQLException e) {
            System.err.println("sem: that this was done could not be written down: " + e.getMessage());
        }
    }

    /** When the last drill went well; empty when none has. */
    Optional<Instant> lastDrill() {
        try (Connection connection = installation.connect();
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT MAX(ended_at) FROM backup_run WHERE kind = 'drill' AND ok")) {
            rows.next();
            long at = rows.getLong(1);
            return rows.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(at));
        } catch (SQLException e) {
            return Optional.empty();
        }
    }
}
