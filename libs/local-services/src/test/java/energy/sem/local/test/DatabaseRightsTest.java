package energy.sem.local.test;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mariadb.jdbc.MariaDbDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** {@code infra/mariadb/users.sql} on the real server: each user can do exactly what it has to. */
class DatabaseRightsTest {

    private static final TestServices SERVICES = TestServices.get();

    @BeforeAll
    static void tables_of_sem_migrate() throws SQLException {
        // First, because Flyway wants an empty schema.
        SERVICES.migrate();
        run(
                "sem_migrate",
                """
                CREATE OR REPLACE TABLE rights (id INT PRIMARY KEY, at BIGINT NOT NULL)
                  PARTITION BY RANGE (id) (PARTITION p0 VALUES LESS THAN (100))""");
        run(
                "sem_migrate",
                """
                CREATE OR REPLACE SQL SECURITY DEFINER VIEW sem_views.rights AS SELECT id FROM sem.rights""");
        run(
                "sem_migrate",
                """
                CREATE OR REPLACE PROCEDURE add_partition_p1() SQL SECURITY DEFINER
                  ALTER TABLE sem.rights ADD PARTITION (PARTITION p1 VALUES LESS THAN (200))""");
        run(
                "sem_migrate",
                """
                CREATE OR REPLACE PROCEDURE drop_partition_p1() SQL SECURITY DEFINER
                  ALTER TABLE sem.rights DROP PARTITION p1""");
        run("sem_migrate", "INSERT INTO rights VALUES (1, 1), (2, 2)");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            sem_migrate | CREATE OR REPLACE TABLE rights_scratch (n INT)
            sem_migrate | DELETE FROM rights WHERE id = 99
            sem_migrate | ALTER TABLE sem.rights COMMENT = 'changed'
            sem_migrate | CREATE OR REPLACE VIEW sem_views.rights_other AS SELECT id FROM sem.rights
            sem_migrate | DO GET_LOCK('Flyway', 1)
            sem_ingest  | SELECT * FROM rights WHERE id = 1 FOR UPDATE
            sem_ingest  | INSERT IGNORE INTO rights VALUES (1, 1), (3, 3)
            sem_ingest  | INSERT INTO rights VALUES (1, 1) ON DUPLICATE KEY UPDATE at = VALUES(at)
            sem_ingest  | UPDATE rights SET at = 5 WHERE id = 2
            sem_ingest  | SELECT partition_name FROM information_schema.partitions WHERE table_name = 'rights'
            sem_history | SELECT * FROM rights
            sem_grafana | SELECT * FROM sem_views.rights
            """)
    void allowed(String user, String sql) {
        assertThatCode(() -> run(user, sql)).doesNotThrowAnyException();
    }

    @Test
    void ingest_makes_and_drops_partitions_through_the_procedures_of_sem_migrate() throws SQLException {
        run("sem_ingest", "CALL add_partition_p1()");
        run("sem_ingest", "INSERT INTO rights VALUES (150, 1)");
        run("sem_ingest", "CALL drop_partition_p1()");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            sem_migrate | CREATE DATABASE other
            sem_migrate | CREATE USER 'guest'@'%'
            sem_migrate | SELECT * FROM mysql.global_priv
            sem_migrate | GRANT SELECT ON sem.* TO 'sem_grafana'@'%'
            sem_ingest  | DELETE FROM rights
            sem_ingest  | REPLACE INTO rights VALUES (1, 1)
            sem_ingest  | TRUNCATE TABLE rights
            sem_ingest  | DROP TABLE rights
            sem_ingest  | ALTER TABLE rights DROP PARTITION p0
            sem_ingest  | CREATE TABLE mine (n INT)
            sem_ingest  | CREATE PROCEDURE mine() SELECT 1
            sem_ingest  | SELECT * FROM sem_views.rights
            sem_history | INSERT INTO rights VALUES (9, 9)
            sem_history | UPDATE rights SET at = 9
            sem_history | DELETE FROM rights
            sem_history | CALL add_partition_p1()
            sem_history | CREATE TABLE mine (n INT)
            sem_history | SELECT * FROM sem_views.rights
            sem_grafana | SELECT * FROM sem.rights
            sem_grafana | INSERT INTO sem_views.rights VALUES (9)
            sem_grafana | DELETE FROM sem_views.rights
            sem_grafana | CREATE VIEW sem_views.mine AS SELECT 1
            """)
    void denied(String user, String sql) {
        // SQLSTATE 42000 with one of MariaDB's access errors: 1044 database, 1142 command, 1227 privilege, 1370
        // routine.
        assertThatThrownBy(() -> run(user, sql))
                .isInstanceOfSatisfying(SQLException.class, denial -> assertThat(denial.getErrorCode())
                        .isIn(1044, 1142, 1227, 1370));
    }

    @Test
    void nobody_logs_in_without_the_password() {
        for (String user : List.of("root", "sem_migrate", "sem_ingest", "sem_history", "sem_grafana")) {
            for (String wrong : new String[] {"", "wrong"}) {
                assertThatThrownBy(() -> new MariaDbDataSource(SERVICES.jdbcUrl("information_schema"))
                                .getConnection(user, wrong))
                        .isInstanceOfSatisfying(SQLException.class, denial -> assertThat(denial.getErrorCode())
                                .isEqualTo(1045));
            }
        }
    }

    private static void run(String user, String sql) throws SQLException {
        try (Connection connection = SERVICES.connect(user);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
