package energy.sem.history.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

/** The table backup_run, which {@code ./sem backup} writes. */
@ApplicationScoped
public class BackupRuns {
    private static final String TIMES =
            """
            SELECT MAX(IF(kind = 'backup' AND ok, ended_at, NULL)), MAX(IF(kind = 'drill' AND ok, ended_at, NULL)),
              MIN(IF(kind = 'backup' AND scheduled, ended_at, NULL)) FROM backup_run""";

    private final DataSource source;

    public BackupRuns(DataSource source) {
        this.source = source;
    }

    /**
     * What it says now.
     *
     * @throws DatabaseFailure when the database does not answer, or has no such table yet
     */
    public BackupFacts facts() {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            BackupFacts.Result backup = last(statement, "kind = 'backup' AND scheduled");
            BackupFacts.Result drill = last(statement, "kind = 'drill'");
            try (ResultSet row = statement.executeQuery(TIMES)) {
                row.next();
                return new BackupFacts(time(row, 1), time(row, 2), time(row, 3), backup, drill);
            }
        } catch (SQLException e) {
            throw new DatabaseFailure("how the backups went", e);
        }
    }

    private static BackupFacts.Result last(Statement statement, String which) throws SQLException {
        try (ResultSet row = statement.executeQuery(
                "SELECT ok, detail FROM backup_run WHERE " + which + " ORDER BY id DESC LIMIT 1")) {
            return row.next() ? new BackupFacts.Result(row.getBoolean(1), row.getString(2)) : null;
        }
    }

    private static Instant time(ResultSet row, int column) throws SQLException {
        long milli = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(milli);
    }
}
