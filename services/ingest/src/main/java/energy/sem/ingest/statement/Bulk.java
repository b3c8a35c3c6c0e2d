package energy.sem.ingest.statement;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.sql.Statement;

/**
 * Executes the rows of a batch, which the driver sends as one bulk statement, and notices when the transaction that they are a part
 * of did not outlive that. With Galera (MariaDB 10.11.19, tried) a transaction that has to give way to one of another node while a
 * bulk statement runs is rolled back without a word: the rows that are left begin another one, and its commit succeeds. A savepoint
 * that was set before is gone then.
 */
public final class Bulk {
    private static final int NO_SUCH_SAVEPOINT = 1305;
    private static final int DEADLOCK = 1213;

    /** Looks at what a statement left. */
    public interface Inspection {
        /**
         * Looks at it.
         *
         * @throws SQLException when it is not as it has to be
         */
        void of(PreparedStatement executed) throws SQLException;
    }

    private Bulk() {}

    /**
     * Executes them, within a transaction.
     *
     * @throws SQLTransactionRollbackException when the transaction had to give way: {@link DatabaseFault#CONTENTION}
     * @throws SQLException as the statement does
     */
    public static void execute(PreparedStatement rows) throws SQLException {
        execute(rows, executed -> {});
    }

    /** The same, and looks at what the statement left, such as its warnings. */
    public static void execute(PreparedStatement rows, Inspection inspection) throws SQLException {
        try (Statement transaction = rows.getConnection().createStatement()) {
            transaction.execute("SAVEPOINT before_bulk");
            rows.executeBatch();
            inspection.of(rows);
            release(transaction);
        }
    }

    private static void release(Statement transaction) throws SQLException {
        try {
            transaction.execute("RELEASE SAVEPOINT before_bulk");
        } catch (SQLException e) {
            if (e.getErrorCode() != NO_SUCH_SAVEPOINT) {
                throw e;
            }
            throw new SQLTransactionRollbackException(
                    "the transaction had to give way to another one while rows were inserted", "40001", DEADLOCK, e);
        }
    }
}
