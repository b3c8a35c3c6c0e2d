package energy.sem.ingest.start;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import energy.sem.ingest.kit.Tables;
import energy.sem.local.mariadb.DatabaseUser;
import energy.sem.local.mariadb.LocalMariaDb;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** The tables of a new database and of one that was in use, on a server of their own, by replicas that start together. */
class MigrationTest {
    private static final int REPLICAS = 3;
    private static final String RELEASED = "classpath:db/migration";
    private static final String TOMORROW = "classpath:db/tomorrow";

    /** Tables that the first release had not. */
    private static final Set<String> LATER = Set.of("occurrence");

    private static final List<String> FIRST =
            Tables.ALL.stream().filter(table -> !LATER.contains(table)).toList();

    @Test
    void replicas_that_start_together_migrate_once_and_keep_every_row_since_the_first_release(
            @TempDir Path folder, @TempDir Path files) throws Exception {
        try (LocalMariaDb database = LocalMariaDb.start(folder, 0)) {
            int first = together(database, "1", firstRelease(files));
            assertThat(first)
                    .as("each file once")
                    .isEqualTo(successes(database))
                    .isPositive();

            firstReleaseRows(database);
            Map<String, List<String>> before = rows(database);
            assertThat(before).hasSameSizeAs(FIRST).allSatisfy((table, rows) -> assertThat(rows)
                    .isNotEmpty());

            int later = together(database, "latest", RELEASED);
            assertThat(first + later).as("each file once").isEqualTo(successes(database));
            assertThat(together(database, "latest", RELEASED))
                    .as("and never again")
                    .isZero();
            assertThat(rows(database)).isEqualTo(before);
            assertThat(compressedTables(database)).containsExactly("mbus_reading", "quarter_hour", "reading");

            assertThat(together(database, "latest", RELEASED, TOMORROW))
                    .as("the next version's migration, once")
                    .isEqualTo(1);

            Map<String, List<String>> after = rows(database);
            assertThat(after.remove("quarter_hour"))
                    .as("the old columns as they were, the new one filled")
                    .containsExactly(before.remove("quarter_hour").get(0) + " 410");
            assertThat(after).isEqualTo(before);
        }
    }

    /** Its tables and the procedure of then; views that were added since need later tables. */
    private static String firstRelease(Path files) throws IOException {
        for (String name : List.of("V1__tables.sql", "R__move_raw_window.sql")) {
            try (InputStream file = MigrationTest.class.getResourceAsStream("/db/migration/" + name)) {
                Files.copy(file, files.resolve(name));
            }
        }
        return "filesystem:" + files;
    }

    private static int together(LocalMariaDb database, String target, String... locations) throws Exception {
        ExecutorService replicas = Executors.newFixedThreadPool(REPLICAS);
        try {
            List<Future<Integer>> migrations = new ArrayList<>();
            for (int i = 0; i < REPLICAS; i++) {
                migrations.add(replicas.submit(() -> migrate(database, target, locations)));
            }
            int executed = 0;
            for (Future<Integer> migration : migrations) {
                executed += migration.get();
            }
            return executed;
        } finally {
            replicas.shutdown();
        }
    }

    private static int migrate(LocalMariaDb database, String target, String... locations) {
        return Flyway.configure()
                .dataSource(
                        database.jdbcUrl(), DatabaseUser.MIGRATE.userName(), database.password(DatabaseUser.MIGRATE))
                .locations(locations)
                .target(target)
                .load()
                .migrate()
                .migrationsExecuted;
    }

    private static int successes(LocalMariaDb database) throws SQLException {
        try (Connection history = database.connect(DatabaseUser.HISTORY);
                ResultSet rows = history.createStatement()
                        .executeQuery("SELECT COUNT(*) FROM flyway_schema_history WHERE success = 1")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static List<String> compressedTables(LocalMariaDb database) throws SQLException {
        try (Connection root = database.connect(DatabaseUser.ROOT);
                ResultSet rows = root.createStatement()
                        .executeQuery("SELECT table_name FROM information_schema.tables WHERE table_schema = 'sem'"
                                + " AND create_options LIKE '%page_compressed%' ORDER BY table_name")) {
            List<String> tables = new ArrayList<>();
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
            return tables;
        }
    }

    /** What a household that runs the first release has in every table. */
    private static void firstReleaseRows(LocalMariaDb database) throws SQLException, IOException {
        try (InputStream script = MigrationTest.class.getResourceAsStream("/db/first-release-rows.sql");
                Connection root = database.connect(DatabaseUser.ROOT);
                Statement statement = root.createStatement()) {
            for (String sql : new String(script.readAllBytes(), UTF_8).split(";\n", -1)) {
                if (!sql.isBlank()) {
                    statement.execute(sql);
                }
            }
        }
    }

    /** Every row of every table, its columns' texts with a space between. */
    private static Map<String, List<String>> rows(LocalMariaDb database) throws SQLException {
        Map<String, List<String>> all = new TreeMap<>();
        try (Connection root = database.connect(DatabaseUser.ROOT);
                Statement statement = root.createStatement()) {
            for (String table : FIRST) {
                try (ResultSet rows = statement.executeQuery("SELECT * FROM " + table)) {
                    ResultSetMetaData columns = rows.getMetaData();
                    List<String> texts = new ArrayList<>();
                    while (rows.next()) {
                        List<String> row = new ArrayList<>();
                        for (int i = 1; i <= columns.getColumnCount(); i++) {
                            row.add(rows.getString(i));
                        }
                        texts.add(row.stream().map(String::valueOf).collect(Collectors.joining(" ")));
                    }
                    all.put(table, texts);
                }
            }
        }
        return all;
    }
}
