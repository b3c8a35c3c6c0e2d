package energy.sem.ingest.kit;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

import energy.sem.local.test.TestServices;

import static org.awaitility.Awaitility.await;

/** The moment at which a transaction of ingest writes its rows and has not committed them: where a kill hurts most. */
public final class MiddleOfBatch {

    /** Waits for it; asks each few milliseconds, on one connection. */
    public static void reached() {
        try (Connection connection = TestServices.get().connect("root");
                Statement statement = connection.createStatement()) {
            await().atMost(Duration.ofMinutes(1))
                    .pollInterval(Duration.ofMillis(2))
                    .until(() -> isNow(statement));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isNow(Statement statement) throws SQLException {
        // Not innodb_trx: what it shows is older than 100 ms only when nobody has asked in between.
        try (ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM information_schema.processlist"
                + " WHERE user = 'sem_ingest' AND info LIKE 'INSERT%' AND info NOT LIKE '%meter%'")) {
            rows.next();
            return rows.getInt(1) > 0;
        }
    }

    private MiddleOfBatch() {}
}
