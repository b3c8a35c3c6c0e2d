package energy.sem.local.mariadb;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mariadb.jdbc.MariaDbDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** {@code infra/mariadb/users.sql} on the real server: each user can do exactly what it has to. */
class DatabaseRightsTest {

    @TempDir
    static Path folder;

    private static LocalMariaDb database;

    @BeforeAll
    static void tables_of_sem_migrate() throws SQLException {
        database = LocalMariaDb.start(folder, 0);
        run(
                DatabaseUser.MIGRATE,
                """
                CREATE TABLE reading (id INT PRIMARY KEY, at BIGINT NOT NULL)
                  PARTITION BY RANGE (id) (PARTITION p0 VALUES LESS THAN (100))""");
        run(
                DatabaseUser.MIGRATE,
                "CREATE SQL SECURITY DEFINER VIEW sem_views.FluviusMeter AS SELECT id FROM sem.reading");
        run(
                DatabaseUser.MIGRATE,
                """
                CREATE PROCEDURE add_partition() SQL SECURITY DEFINER
                  ALTER TABLE sem.reading ADD PARTITION (PARTITION p1 VALUES LESS THAN (200))""");
        run(
                DatabaseUser.MIGRATE,
                """
                CREATE PROCEDURE drop_partition() SQL SECURITY DEFINER
                  ALTER TABLE sem.reading DROP PARTITION p1""");
        run(DatabaseUser.MIGRATE, "INSERT INTO reading VALUES (1, 1), (2, 2)");
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            MIGRATE | CREATE OR REPLACE TABLE scratch (n INT)
            MIGRATE | DELETE FROM reading WHERE id = 99
            MIGRATE | ALTER TABLE sem.reading COMMENT = 'changed'
            MIGRATE | CREATE OR REPLACE VIEW sem_views.other AS SELECT id FROM sem.reading
            MIGRATE | DO GET_LOCK('Flyway', 1)
            INGEST  | SELECT * FROM reading WHERE id = 1 FOR UPDATE
            INGEST  | INSERT IGNORE INTO reading VALUES (1, 1), (3, 3)
            INGEST  | INSERT INTO reading VALUES (1, 1) ON DUPLICATE KEY UPDATE at = VALUES(at)
            INGEST  | UPDATE reading SET at = 5 WHERE id = 2
            INGEST  | SELECT partition_name FROM information_schema.partitions WHERE table_name = 'reading'
            HISTORY | SELECT * FROM reading
            GRAFANA | SELECT * FROM sem_views.FluviusMeter
            """)
    void allowed(DatabaseUser user, String sql) {
        assertThatCode(() -> run(user, sql)).doesNotThrowAnyException();
    }

    @Test
    void ingest_makes_and_drops_partitions_through_the_procedures_of_sem_migrate() throws SQLException {
        run(DatabaseUser.INGEST, "CALL add_partition()");
        run(DatabaseUser.INGEST, "INSERT INTO reading VALUES (150, 1)");
        run(DatabaseUser.INGEST, "CALL drop_partition()");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            MIGRATE | CREATE DATABASE other
            MIGRATE | CREATE USER 'guest'@'%'
            MIGRATE | SELECT * FROM mysql.global_priv
            MIGRATE | GRANT SELECT ON sem.* TO 'sem_grafana'@'%'
            INGEST  | DELETE FROM reading
            INGEST  | REPLACE INTO reading VALUES (1, 1)
            INGEST  | TRUNCATE TABLE reading
            INGEST  | DROP TABLE reading
            INGEST  | ALTER TABLE reading DROP PARTITION p0
            INGEST  | CREATE TABLE mine (n INT)
            INGEST  | CREATE PROCEDURE mine() SELECT 1
            INGEST  | SELECT * FROM sem_views.FluviusMeter
            HISTORY | INSERT INTO reading VALUES (9, 9)
            HISTORY | UPDATE reading SET at = 9
            HISTORY | DELETE FROM reading
            HISTORY | CALL add_partition()
            HISTORY | CREATE TABLE mine (n INT)
            HISTORY | SELECT * FROM sem_views.FluviusMeter
            GRAFANA | SELECT * FROM sem.reading
            GRAFANA | INSERT INTO sem_views.FluviusMeter VALUES (9)
            GRAFANA | DELETE FROM sem_views.FluviusMeter
            GRAFANA | CREATE VIEW sem_views.mine AS SELECT 1
            """)
    void denied(DatabaseUser user, String sql) {
        // SQLSTATE 42000 with one of MariaDB's access errors: 1044 database, 1142 command, 1227 privilege, 1370
        // routine.
        assertThatThrownBy(() -> run(user, sql))
                .isInstanceOfSatisfying(SQLException.class, denial -> assertThat(denial.getErrorCode())
                        .isIn(1044, 1142, 1227, 1370));
    }

    @Test
    void nobody_logs_in_without_the_password() {
        for (DatabaseUser user : DatabaseUser.values()) {
            for (String wrong : new String[] {"", "wrong"}) {
                assertThatThrownBy(() -> new MariaDbDataSource(database.jdbcUrl("information_schema"))
                                .getConnection(user.userName(), wrong))
                        .isInstanceOfSatisfying(SQLException.class, denial -> assertThat(denial.getErrorCode())
                                .isEqualTo(1045));
            }
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

    private static void run(DatabaseUser user, String sql) throws SQLException {
        try (Connection connection = database.connect(user);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
