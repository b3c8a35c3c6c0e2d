package energy.sem.history.api;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;

import energy.sem.local.test.TestServices;

/** The row that semctl doctor would have written. */
final class DoctorRow {
    private DoctorRow() {}

    /** Writes it, whatever the text is. */
    static void write(Duration ago, String faults) throws SQLException {
        try (Connection connection = TestServices.get().connect("sem_migrate");
                Statement settings = connection.createStatement();
                PreparedStatement row =
                        connection.prepareStatement("REPLACE INTO doctor_look (id, at, faults) VALUES (1, ?, ?)")) {
            // The table takes JSON only; a disk that fails does not ask it.
            settings.execute("SET check_constraint_checks = 0");
            row.setLong(1, Instant.now().minus(ago).toEpochMilli());
            row.setString(2, faults);
            row.execute();
        }
    }

    static void remove() throws SQLException {
        sql("DELETE FROM doctor_look");
    }

    static void sql(String sql) throws SQLException {
        try (Connection connection = TestServices.get().connect("sem_migrate");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
