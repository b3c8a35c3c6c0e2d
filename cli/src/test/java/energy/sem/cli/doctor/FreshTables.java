package energy.sem.cli.doctor;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import org.flywaydb.core.Flyway;

import energy.sem.local.test.TestServices;

/** SEM's tables, empty and of this version, in the tests' MariaDB. */
final class FreshTables {
    private FreshTables() {}

    /** Whatever was there is gone. */
    static void make(TestServices services) throws SQLException {
        try (Connection connection = services.connect("root");
                Statement statement = connection.createStatement()) {
            for (String schema : List.of("sem", "sem_views")) {
                statement.execute("DROP DATABASE IF EXISTS " + schema);
                statement.execute("CREATE DATABASE " + schema + " CHARACTER SET utf8mb4 COLLATE utf8mb4_bin");
            }
        }
        Flyway.configure()
                .dataSource(services.jdbcUrl("sem"), "sem_migrate", services.password("sem_migrate"))
                .load()
                .migrate();
    }
}
