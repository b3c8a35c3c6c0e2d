package energy.sem.history.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

/** How storing goes, as the tables raw_window and quarantine say it. */
@ApplicationScoped
public class StorageState {
    private static final String FACTS =
            """
            SELECT (SELECT COUNT(*) FROM quarantine WHERE restored_at IS NULL AND at >= ?), raw_until, day_zone
              FROM raw_window WHERE id = 1""";

    private final DataSource source;

    public StorageState(DataSource source) {
        this.source = source;
    }

    /**
     * What they say now.
     *
     * @param since from when on values that were kept aside count
     * @throws DatabaseFailure when the database does not answer, or has no such table yet
     */
    public StorageFacts facts(Instant since) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(FACTS)) {
            statement.setLong(1, since.toEpochMilli());
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    return StorageFacts.NONE;
                }
                long until = row.getLong(2);
                return new StorageFacts(
                        row.getLong(1), until == 0 ? null : Instant.ofEpochMilli(until), row.getString(3));
            }
        } catch (SQLException e) {
            throw new DatabaseFailure("how storing goes", e);
        }
    }
}
