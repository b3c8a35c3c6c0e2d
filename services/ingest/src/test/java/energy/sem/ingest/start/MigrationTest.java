package energy.sem.ingest.start;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

import energy.sem.local.mariadb.DatabaseUser;
import energy.sem.local.mariadb.LocalMariaDb;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * The tables of a database that is in use since before the first release, on a server of its own: one life, step by step,
 * of replicas that start together.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MigrationTest {
    private static final int REPLICAS = 3;

    /** The migrations as they were then (commit 38e9822). */
    private static final String FIRST_RELEASE = "classpath:db/first-release";

    private static final String NOW = "classpath:db/migration";
    private static final String TOMORROW = "classpath:db/tomorrow";
    private static final MigrationVersion FIRST_THAT_MAY_BE_INTERRUPTED = MigrationVersion.fromVersion("3");

    @TempDir
    private static Path folder;

    private static LocalMariaDb database;
    private static Content content;
    private static Map<String, List<String>> before;

    @BeforeAll
    static void start() throws Exception {
        database = LocalMariaDb.startUnsynced(folder, 0);
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @Test
    @Order(1)
    void a_new_database_gets_each_migration_once() throws Exception {
        int executed = together(FIRST_RELEASE);

        assertThat(executed).isEqualTo(successes()).isPositive();
        firstReleaseRows();
        content = Content.now(database);
        before = content.rows();
        assertThat(content.empty()).isEmpty();
    }

    @Test
    @Order(2)
    void a_migration_that_failed_or_was_cut_off_is_begun_anew() throws Exception {
        as(DatabaseUser.ROOT, "REVOKE ALTER ON sem.* FROM 'sem_migrate'@'%'");
        assertThatThrownBy(() -> Migration.run(flyway(NOW))).isInstanceOf(FlywayException.class);
        as(DatabaseUser.ROOT, "GRANT ALTER ON sem.* TO 'sem_migrate'@'%'");
        for (String statement :
                statements("/db/migration/V3__meters_in_32_bits.sql").subList(0, 3)) {
            as(DatabaseUser.MIGRATE, statement);
        }
        int known = successes();

        int executed = together(NOW);

        assertThat(executed).as("each file once").isEqualTo(successes() - known).isPositive();
        assertThat(together(NOW)).as("and never again").isZero();
    }

    @Test
    @Order(3)
    void every_row_of_every_table_is_kept_and_every_view_answers_as_before() throws SQLException {
        assertThat(content.rows()).isEqualTo(before);
        assertThat(compressedTables()).containsExactly("import_quarter", "mbus_reading", "quarter_hour", "reading");
    }

    @Test
    @Order(4)
    void the_meter_after_the_last_of_16_bits_gets_a_number() throws SQLException {
        as(DatabaseUser.INGEST, "INSERT INTO meter (name, first_at) VALUES ('next', 1)");
        String id = " SELECT id, 'gas', '7SEM-next', 1 FROM meter WHERE name = 'next' AND id = 65536";
        as(DatabaseUser.INGEST, "INSERT INTO device (meter_id, kind, serial, first_at)" + id);
        as(
                DatabaseUser.INGEST,
                "INSERT INTO quarantine (meter_id, serial, at, cause, detail, event)"
                        + " SELECT meter_id, serial, 1, 'test', '', '{}' FROM device WHERE serial = '7SEM-next'");

        for (String ofMeter : List.of("quarantine", "device")) {
            assertThatThrownBy(() -> as(DatabaseUser.INGEST, "UPDATE " + ofMeter + " SET meter_id = 65537"))
                    .as("a number of no meter")
                    .hasMessageContaining("foreign key");
            as(DatabaseUser.ROOT, "DELETE FROM " + ofMeter + " WHERE meter_id = 65536");
        }
        as(DatabaseUser.ROOT, "DELETE FROM meter WHERE id = 65536");
    }

    @Test
    @Order(5)
    void each_statement_of_a_migration_may_be_run_again() throws Exception {
        for (MigrationInfo each : flyway(NOW).info().applied()) {
            if (each.isVersioned() && each.getVersion().isAtLeast(FIRST_THAT_MAY_BE_INTERRUPTED.getVersion())) {
                for (String statement : statements("/db/migration/" + each.getScript())) {
                    as(DatabaseUser.MIGRATE, statement);
                }
            }
        }

        assertThat(content.rows()).isEqualTo(before);
    }

    @Test
    @Order(6)
    void the_next_versions_migration_is_run_once() throws Exception {
        assertThat(together(NOW, TOMORROW)).isEqualTo(1);

        assertThat(content.rows()).isEqualTo(before);
        assertThat(Content.now(database).rows().get("sem.quarter_hour"))
                .anySatisfy(row -> assertThat(row).startsWith("1 1959784 ").endsWith(" 4842"));
    }

    private static int together(String... locations) throws Exception {
        ExecutorService replicas = Executors.newFixedThreadPool(REPLICAS);
        try {
            List<Future<Integer>> migrations = new ArrayList<>();
            for (int i = 0; i < REPLICAS; i++) {
                migrations.add(replicas.submit(() -> Migration.run(flyway(locations)).migrationsExecuted));
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

    private static Flyway flyway(String... locations) {
        return Flyway.configure()
                .dataSource(
                        database.jdbcUrl(), DatabaseUser.MIGRATE.userName(), database.password(DatabaseUser.MIGRATE))
                .locations(locations)
                .load();
    }

    private static int successes() throws SQLException {
        try (Connection history = database.connect(DatabaseUser.HISTORY);
                ResultSet rows = history.createStatement()
                        .executeQuery("SELECT COUNT(*) FROM flyway_schema_history WHERE success = 1")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static List<String> compressedTables() throws SQLException {
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

    private static void firstReleaseRows() throws SQLException, IOException {
        for (String sql : statements("/db/first-release-rows.sql")) {
            as(DatabaseUser.ROOT, sql);
        }
    }

    private static List<String> statements(String script) throws IOException {
        try (InputStream file = MigrationTest.class.getResourceAsStream(script)) {
            return Stream.of(new String(file.readAllBytes(), UTF_8).split(";\n", -1))
                    .filter(sql -> !sql.isBlank())
                    .toList();
        }
    }

    private static void as(DatabaseUser user, String sql) throws SQLException {
        try (Connection connection = database.connect(user);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
