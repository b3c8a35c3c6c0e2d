package energy.sem.history.api;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

import io.quarkus.test.junit.QuarkusTest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import energy.sem.local.test.TestServices;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;

/** What ./sem backup writes down is told by the answer about all meters, health and metrics. */
@QuarkusTest
class BackupAnswerTest {
    @AfterEach
    void none() throws SQLException {
        sql("DELETE FROM backup_run");
    }

    @Test
    void a_night_that_failed_is_told_everywhere_with_its_reason() throws SQLException {
        sql("INSERT INTO backup_run (kind, scheduled, started_at, ended_at, ok, detail) VALUES"
                + " ('backup', 1, 0, UNIX_TIMESTAMP() * 1000 - 86400000, 1, '12 rows'),"
                + " ('backup', 1, 0, UNIX_TIMESTAMP() * 1000, 0, 'the disk is full')");

        Awaitility.await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> assertThat(
                        get("/api/v1/meters").jsonPath().getString("backup.trouble"))
                .isEqualTo("backup-failed"));

        assertThat(get("/api/v1/meters").jsonPath().getString("backup.detail")).isEqualTo("the disk is full");
        assertThat(get("/q/health/well").asString()).contains("backup-failed");
        assertThat(get("/q/health/ready").statusCode()).isEqualTo(200);
        assertThat(get("/q/metrics").asString())
                .contains("sem_backup_trouble 1.0")
                .containsPattern("sem_backup_age_seconds 86[4-9]\\d\\d\\.0")
                .contains("sem_backup_drill_age_seconds NaN");
    }

    private static void sql(String sql) throws SQLException {
        try (Connection connection = TestServices.get().connect("sem_migrate");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
