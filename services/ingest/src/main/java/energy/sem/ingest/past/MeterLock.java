package energy.sem.ingest.past;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;

import energy.sem.ingest.statement.MeterTurn;
import energy.sem.ingest.statement.Statements;

/**
 * The two locks of who changes a meter's past, both until the transaction ends: a row that only those take, and at the end of it the
 * meter's own, for which live readings wait too. Not thread-safe.
 */
final class MeterLock {
    /** The server's errors for who waited too long for a row, and for who was given up because two waited for each other. */
    private static final Set<Integer> TAKEN = Set.of(1205, 1213);

    private final Connection connection;
    private final String meter;

    private MeterLock(Connection connection, String meter) {
        this.connection = connection;
        this.meter = meter;
    }

    /**
     * Keeps other imports of the meter away until the transaction ends, so that none of them sees or misses half of it; live readings
     * go on.
     *
     * @throws Refusal when another one goes on for longer than the server lets wait
     */
    static MeterLock ofPast(Connection connection, String meter) throws SQLException {
        try {
            Statements.run(
                    connection,
                    "INSERT INTO import_turn (meter, turns) VALUES (?, 1) ON DUPLICATE KEY UPDATE turns = turns + 1",
                    meter);
        } catch (SQLException e) {
            if (TAKEN.contains(e.getErrorCode())) {
                throw new Refusal("Another import of meter " + meter + " goes on: come back when it is done.");
            }
            throw e;
        }
        return new MeterLock(connection, meter);
    }

    /**
     * Holds the meter's row until the transaction ends, as every writer of it does.
     *
     * @return its first time, or {@code null} where there is no such meter
     */
    Long hold() throws SQLException {
        Long firstAt = Statements.list(
                        connection,
                        "SELECT first_at FROM meter WHERE name = ? FOR UPDATE",
                        row -> row.getLong(1),
                        meter)
                .stream()
                .findFirst()
                .orElse(null);
        Statements.run(connection, MeterTurn.of("name = ?"), meter);
        return firstAt;
    }
}
