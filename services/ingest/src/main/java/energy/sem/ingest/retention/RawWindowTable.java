package energy.sem.ingest.retention;

import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

/** The row of {@code raw_window} and the procedure that moves it. */
@ApplicationScoped
public class RawWindowTable {
    private final DataSource dataSource;

    RawWindowTable(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** The window, which does not move until the transaction of this connection ends. */
    public RawWindow lock(Connection connection) throws SQLException {
        return read(connection, "SELECT raw_from, raw_until FROM raw_window WHERE id = 1 LOCK IN SHARE MODE");
    }

    /** The window as it is now. */
    public RawWindow read() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return read(connection, "SELECT raw_from, raw_until FROM raw_window WHERE id = 1");
        }
    }

    /**
     * Moves the window forward: partitions that end at or before {@code fromMilli} are dropped, and there are partitions
     * until {@code untilMilli}. Not within a transaction; safe when several replicas do it at once.
     */
    public void move(long fromMilli, long untilMilli) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                CallableStatement call = connection.prepareCall("{call move_raw_window(?, ?)}")) {
            call.setLong(1, fromMilli);
            call.setLong(2, untilMilli);
            call.execute();
        }
    }

    private static RawWindow read(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            if (!row.next()) {
                throw new SQLException("the row of raw_window is missing: the migration writes it");
            }
            return new RawWindow(row.getLong(1), row.getLong(2));
        }
    }
}
