package energy.sem.cli.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;

/** The schemas beside {@code sem} in which a restore prepares its tables, and from which it puts them in place. */
final class Scratch {
    /** What is being loaded. */
    static final String LOADED = "sem_restore";

    /** What was replaced, for the moment until it is deleted. */
    static final String REPLACED = "sem_replaced";

    private Scratch() {}

    /** Makes the schema, empty: what an earlier restore that was killed left in it is gone. */
    static void recreate(Connection connection, String schema) throws SQLException {
        drop(connection, schema);
        execute(connection, "CREATE DATABASE " + schema + " CHARACTER SET utf8mb4 COLLATE utf8mb4_bin");
    }

    static void drop(Connection connection, String schema) throws SQLException {
        execute(connection, "SET SESSION foreign_key_checks = 0");
        execute(connection, "DROP DATABASE IF EXISTS " + schema);
    }

    /** Views and procedures are not in a backup: Flyway is to make them again. */
    static void forgetRepeatables(Connection connection, String schema) throws SQLException {
        execute(connection, "DELETE FROM " + schema + ".flyway_schema_history WHERE version IS NULL");
    }

    /** Puts the loaded tables in the place of those that are there, in one statement that is done as a whole or not at all. */
    static void swap(Connection connection, List<String> replaced, List<String> loaded) throws SQLException {
        recreate(connection, REPLACED);
        List<String> moves = replaced.stream()
                .map(table -> "sem." + table + " TO " + REPLACED + "." + table)
                .collect(Collectors.toList());
        loaded.forEach(table -> moves.add(LOADED + "." + table + " TO sem." + table));
        execute(connection, "RENAME TABLE " + String.join(", ", moves));
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
