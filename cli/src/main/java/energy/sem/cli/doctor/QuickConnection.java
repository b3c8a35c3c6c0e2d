package energy.sem.cli.doctor;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** A connection to a database that answers within seconds, or not at all. */
final class QuickConnection {
    private QuickConnection() {}

    /**
     * Opens one.
     *
     * @param jdbcUrl of the schema sem
     */
    static Connection open(String jdbcUrl, String user, String password) throws SQLException {
        return DriverManager.getConnection(
                jdbcUrl + (jdbcUrl.contains("?") ? "&" : "?") + "connectTimeout=3000&socketTimeout=5000",
                user,
                password);
    }
}
