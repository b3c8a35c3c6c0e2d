package energy.sem.local.mariadb;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import energy.sem.local.LocalServiceException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@Timeout(900)
class LocalMariaDbTest {

    @TempDir
    static Path folder;

    private static LocalMariaDb database;

    @BeforeAll
    static void start() {
        database = LocalMariaDb.start(folder.resolve("mariadb"), 0);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @ParameterizedTest
    @CsvSource({
        "@@version_comment LIKE '%MariaDB%', 1",
        "@@bind_address, 127.0.0.1",
        "@@global.time_zone, +00:00",
        "@@character_set_server, utf8mb4",
        "@@sql_mode LIKE '%STRICT_TRANS_TABLES%', 1",
        "@@innodb_flush_log_at_trx_commit, 1",
        "@@innodb_flush_method <> 'nosync', 1",
        "(SELECT default_collation_name FROM information_schema.schemata WHERE schema_name = 'sem'), utf8mb4_bin"
    })
    void the_server_is_strict_and_durable_and_speaks_unicode_and_utc(String expression, String value)
            throws SQLException {
        try (Connection root = database.connect(DatabaseUser.ROOT)) {
            assertThat(ask(root, "SELECT " + expression)).isEqualTo(value);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void committed_rows_and_passwords_survive_a_stop_and_a_kill(boolean killed) throws SQLException {
        String table = "kept_" + killed;
        String url = database.jdbcUrl();
        try (Connection migrate = database.connect(DatabaseUser.MIGRATE)) {
            migrate.createStatement().execute("CREATE TABLE " + table + " (word VARCHAR(9))");
            migrate.createStatement().execute("INSERT INTO " + table + " VALUES ('één')");
        }
        if (killed) {
            database.kill();
        } else {
            database.stop();
        }
        assertThatThrownBy(() -> database.connect(DatabaseUser.HISTORY)).isInstanceOf(SQLException.class);
        database.restart();
        assertThat(database.jdbcUrl()).isEqualTo(url);
        try (Connection history = database.connect(DatabaseUser.HISTORY)) {
            assertThat(ask(history, "SELECT word FROM " + table)).isEqualTo("één");
        }
    }

    @Test
    void there_are_no_other_users_than_ours() throws SQLException {
        try (Connection root = database.connect(DatabaseUser.ROOT);
                ResultSet users = root.createStatement()
                        .executeQuery("SELECT GROUP_CONCAT(User, '@', Host ORDER BY User) FROM mysql.global_priv")) {
            users.next();
            // mariadb.sys is locked: it owns the server's own views.
            assertThat(users.getString(1))
                    .isEqualTo("mariadb.sys@localhost,root@%,sem_grafana@%,sem_history@%,sem_ingest@%,sem_migrate@%");
        }
    }

    @Test
    void no_file_in_the_folder_shows_a_password_to_others() throws Exception {
        try (var files = Files.list(folder.resolve("mariadb"))) {
            assertThat(files).noneMatch(file -> file.getFileName().toString().equals("users.sql"));
        }
        assertThat(Files.readString(folder.resolve("mariadb/mariadb.log")))
                .doesNotContain(database.password(DatabaseUser.INGEST));
    }

    @Test
    void a_folder_in_use_is_named() {
        assertThatThrownBy(() -> LocalMariaDb.start(folder.resolve("mariadb"), 0))
                .isInstanceOf(LocalServiceException.class)
                .hasMessageContainingAll(folder.resolve("mariadb").toString(), "in use");
    }

    @Test
    void a_taken_port_is_named() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> LocalMariaDb.start(folder.resolve("other"), taken.getLocalPort()))
                    .isInstanceOf(LocalServiceException.class)
                    .hasMessageContaining("port " + taken.getLocalPort());
        }
    }

    @Test
    void a_first_start_that_was_killed_half_way_is_begun_again() throws Exception {
        Path begun = folder.resolve("begun");
        Files.createDirectories(begun.resolve("data.part/mysql"));
        Files.writeString(begun.resolve("data.part/ibdata1"), "half a file");
        LocalMariaDb.start(begun, 0).close();
    }

    @Test
    void data_that_are_no_longer_a_database_are_reported_with_the_servers_own_words() throws Exception {
        Path broken = folder.resolve("broken");
        LocalMariaDb.start(broken, 0).close();
        Files.writeString(broken.resolve("data/ibdata1"), "overwritten");
        assertThatThrownBy(() -> LocalMariaDb.start(broken, 0))
                .isInstanceOf(LocalServiceException.class)
                .hasMessageContainingAll("MariaDB did not start", "ERROR", "mariadb.log");
    }

    private static String ask(Connection connection, String sql) throws SQLException {
        try (ResultSet answer = connection.createStatement().executeQuery(sql)) {
            answer.next();
            return answer.getString(1);
        }
    }
}
