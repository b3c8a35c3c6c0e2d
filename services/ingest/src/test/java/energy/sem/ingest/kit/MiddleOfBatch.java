package energy.sem.ingest.kit;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

import energy.sem.local.test.TestServices;

import static energy.sem.tests.Waiting.await;

/**
 * Holds ingest's transactions where a kill hurts most: their readings and quarter hours are written, nothing is committed.
 * They wait there for a table that is locked, however fast the machine is.
 */
public final class MiddleOfBatch implements AutoCloseable {
    private final Connection connection;

    private MiddleOfBatch(Connection connection) {
        this.connection = connection;
    }

    /** From now on, until {@link #close}, no transaction gets further. */
    public static MiddleOfBatch hold() {
        try {
            Connection connection = TestServices.get().connect("root");
            try (Statement statement = connection.createStatement()) {
                statement.execute("LOCK TABLES electricity_day WRITE");
            }
            return new MiddleOfBatch(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Waits until a transaction stands there, and so many replicas are in one. When partitions have just changed hands, one
     * may wait for the meter of another.
     */
    public void awaitHeld(int replicas) {
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> Tables.rows("SELECT COUNT(*), SUM(state = 'Waiting for table metadata lock'"
                                + " AND info LIKE '%electricity_day%') > 0 FROM information_schema.processlist"
                                + " WHERE user = 'sem_ingest' AND command <> 'Sleep' AND info IS NOT NULL")
                        .equals(List.of(List.of(Integer.toString(replicas), "1"))));
    }

    /** Lets them go on; does nothing when the server was killed meanwhile. */
    @Override
    public void close() {
        try (connection) {
            if (connection.isValid(2)) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("UNLOCK TABLES");
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
