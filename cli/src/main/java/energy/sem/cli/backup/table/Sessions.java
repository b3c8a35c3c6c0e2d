package energy.sem.cli.backup.table;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** Connections in which text is what the table has: times in UTC, a boolean is a number. */
public final class Sessions {
    private static final String OPTIONS = "connectTimeout=5000&tinyInt1isBit=false&allowLocalInfile=true";

    /** A slow disk on one side is no reason for the other to hang up; a lock is waited for a minute. */
    private static final String SETTINGS = "SET SESSION time_zone = '+00:00', net_write_timeout = 600,"
            + " net_read_timeout = 600, lock_wait_timeout = 60, sql_mode = 'STRICT_ALL_TABLES,NO_ENGINE_SUBSTITUTION'";

    private Sessions() {}

    /** A new one. */
    public static Connection open(String jdbcUrl, String user, String password) throws SQLException {
        Connection connection =
                DriverManager.getConnection(jdbcUrl + (jdbcUrl.contains("?") ? "&" : "?") + OPTIONS, user, password);
        try (Statement statement = connection.createStatement()) {
            statement.execute(SETTINGS);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }
}
