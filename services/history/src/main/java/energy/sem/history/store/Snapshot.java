package energy.sem.history.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import javax.sql.DataSource;

import energy.sem.quarter.QuarterHours;

/**
 * Tables as they are at one moment, whatever is stored meanwhile, read row by row however long they are. Holds a connection
 * until it is closed. Not thread-safe.
 */
public final class Snapshot implements AutoCloseable {
    private static final int ROWS_AT_A_TIME = 1000;

    private final Connection connection;
    private final ZoneId zone;
    private final AtomicBoolean closed = new AtomicBoolean();

    private Snapshot(Connection connection, ZoneId zone) {
        this.connection = connection;
        this.zone = zone;
    }

    /**
     * The moment of this call.
     *
     * @param zone of the household's clock
     * @throws DatabaseFailure when MariaDB does not answer
     */
    static Snapshot take(DataSource source, ZoneId zone) {
        Connection connection = null;
        try {
            connection = source.getConnection();
            try (Statement statement = connection.createStatement()) {
                statement.execute("START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY");
            }
            return new Snapshot(connection, zone);
        } catch (SQLException e) {
            close(connection, e);
            throw new DatabaseFailure("a moment of all tables", e);
        }
    }

    /**
     * Takes rows.
     *
     * @param <E> what taking one throws
     */
    public interface Rows<E extends Exception> {
        /**
         * One row.
         *
         * @param cells numbers, words, {@link Instant} and {@link OffsetDateTime}; {@code null} where nothing is known
         */
        void row(List<Object> cells) throws E;
    }

    /**
     * Reads a table from its first to its last row.
     *
     * @param whose the table's parameter
     * @throws DatabaseFailure when MariaDB stops answering amid it
     */
    public <E extends Exception> void read(KeptTable table, Object whose, Rows<E> rows) throws E {
        try (PreparedStatement statement = connection.prepareStatement(table.sql())) {
            statement.setFetchSize(ROWS_AT_A_TIME);
            statement.setObject(1, whose);
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.row(cells(table.cells(), result));
                }
            }
        } catch (SQLException e) {
            throw new DatabaseFailure("the table " + table.name(), e);
        }
    }

    private List<Object> cells(List<KeptTable.Cell> kinds, ResultSet result) throws SQLException {
        List<Object> cells = new ArrayList<>(kinds.size());
        for (int i = 0; i < kinds.size(); i++) {
            cells.add(cell(kinds.get(i), result, i + 1));
        }
        return cells;
    }

    private Object cell(KeptTable.Cell kind, ResultSet result, int column) throws SQLException {
        if (kind == KeptTable.Cell.PLAIN) {
            Object value = result.getObject(column);
            return value instanceof Number ? value : result.getString(column);
        }
        Long number = Nullable.whole(result, column);
        if (number == null) {
            return null;
        }
        return switch (kind) {
            case INSTANT -> Instant.ofEpochMilli(number);
            case QUARTER -> QuarterHours.start(number.intValue());
            case WALL -> QuarterHours.start(number.intValue()).atZone(zone).toOffsetDateTime();
            case PLAIN -> throw new IllegalStateException("read above");
        };
    }

    /** Gives the connection back; once, however often it is called. Thread-safe. */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        try (connection;
                Statement statement = connection.createStatement()) {
            statement.execute("ROLLBACK");
        } catch (SQLException e) {
            throw new DatabaseFailure("the end of a moment", e);
        }
    }

    private static void close(Connection connection, SQLException because) {
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException e) {
                because.addSuppressed(e);
            }
        }
    }
}
