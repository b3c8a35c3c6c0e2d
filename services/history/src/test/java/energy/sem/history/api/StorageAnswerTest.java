package energy.sem.history.api;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

import io.quarkus.test.junit.QuarkusTest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import energy.sem.local.test.TestServices;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;

/** Values that were kept aside are told by the answer about all meters, and so by the page. */
@QuarkusTest
class StorageAnswerTest {
    @AfterEach
    void none() throws SQLException {
        sql("DELETE FROM quarantine WHERE cause = 'storage-test'");
        sql("DELETE FROM meter WHERE name = 'aside'");
    }

    @Test
    void values_that_were_kept_aside_lately_are_counted() throws SQLException {
        sql("INSERT INTO meter (name, first_at) VALUES ('aside', 0)");
        for (String ago : List.of("86400000", "172800000", "900000000")) {
            sql(
                    "INSERT INTO quarantine (meter_id, serial, at, cause, detail, event) SELECT id, '', UNIX_TIMESTAMP() * 1000 - "
                            + ago + ", 'storage-test', 'a register never falls', '{}' FROM meter WHERE name = 'aside'");
        }

        Awaitility.await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> assertThat(
                        get("/api/v1/meters").jsonPath().getList("storage.troubles"))
                .contains("kept-aside"));
        assertThat(get("/api/v1/meters").jsonPath().getInt("storage.keptAside")).isGreaterThanOrEqualTo(2);
    }

    private static void sql(String sql) throws SQLException {
        try (Connection connection = TestServices.get().connect("sem_migrate");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
