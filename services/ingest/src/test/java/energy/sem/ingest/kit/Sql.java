package energy.sem.ingest.kit;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import energy.sem.local.test.TestServices;

/** Statements as one of the database users. */
public final class Sql {

    /** Runs a statement on a connection of its own. */
    public static void run(String user, String sql) throws SQLException {
        try (Connection connection = TestServices.get().connect(user);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Sql() {}
}
