package energy.sem.ingest.kit;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A copy of the tables as they were once, which can be put in their place under whoever uses them. */
public final class OlderCopy {
    private final List<String> tables;

    private OlderCopy(List<String> tables) {
        this.tables = tables;
    }

    /** Of the tables as they are now; nobody may be writing. */
    public static OlderCopy take() throws SQLException {
        List<String> tables = Tables.rows("SELECT table_name FROM information_schema.tables"
                        + " WHERE table_schema = 'sem' AND table_type = 'BASE TABLE'")
                .stream()
                .map(row -> row.get(0))
                .toList();
        for (String schema : List.of("sem_older", "sem_newer")) {
            Sql.run("root", "DROP DATABASE IF EXISTS " + schema);
            Sql.run("root", "CREATE DATABASE " + schema);
        }
        for (String table : tables) {
            Sql.run("root", "CREATE TABLE sem_older." + table + " LIKE sem." + table);
            String columns = columns(table);
            Sql.run(
                    "root",
                    "INSERT INTO sem_older." + table + columns + " SELECT " + columns.replaceAll("[()]", "")
                            + " FROM sem." + table);
        }
        return new OlderCopy(tables);
    }

    /** Those that are no function of others. */
    private static String columns(String table) {
        return Tables.rows(
                        "SELECT CONCAT('`', column_name, '`') FROM information_schema.columns WHERE table_schema = 'sem'"
                                + " AND table_name = '" + table + "' AND is_generated = 'NEVER'")
                .stream()
                .map(row -> row.get(0))
                .collect(Collectors.joining(", ", " (", ")"));
    }

    /** From now on the tables are these. */
    public void promote() throws SQLException {
        Sql.run(
                "root",
                "RENAME TABLE "
                        + tables.stream()
                                .flatMap(table -> Stream.of(
                                        "sem." + table + " TO sem_newer." + table,
                                        "sem_older." + table + " TO sem." + table))
                                .collect(Collectors.joining(", ")));
    }
}
