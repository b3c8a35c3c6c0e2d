package energy.sem.history.api;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;

/** What semctl doctor writes down is told by the answer about all meters. */
@QuarkusTest
class FindingsAnswerTest {
    private static final String FULL =
            "[{\"check\": \"disk\", \"what\": \"only 5 MiB are left in /var\", \"advice\": \"make room\"},"
                    + " {\"check\": \"Kafka\", \"what\": \"Kafka does not answer\", \"advice\": \"\"}]";

    @AfterEach
    void none() throws SQLException {
        DoctorRow.remove();
        await(() -> assertThat(findings()).isNull());
    }

    @Test
    void faults_are_told_in_doctors_words_until_a_look_finds_them_gone() throws SQLException {
        DoctorRow.write(Duration.ofMinutes(2), FULL);

        await(() -> assertThat(answer().getList("findings.faults"))
                .isEqualTo(List.of(
                        Map.of("check", "disk", "what", "only 5 MiB are left in /var", "advice", "make room"),
                        Map.of("check", "Kafka", "what", "Kafka does not answer"))));
        assertThat(answer().getBoolean("findings.stale")).isFalse();
        assertThat(OffsetDateTime.parse(answer().getString("findings.at")).toInstant())
                .isBetween(Instant.now().minusSeconds(180), Instant.now().minusSeconds(110));

        DoctorRow.write(Duration.ZERO, "[]");

        await(() -> assertThat(answer().getList("findings.faults")).isEmpty());
    }

    @Test
    void a_look_of_more_than_an_hour_ago_is_not_of_now() throws SQLException {
        DoctorRow.write(Duration.ofMinutes(61), FULL);

        await(() -> assertThat(answer().getBoolean("findings.stale")).isTrue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"[{\"check\": \"di", "{}", "[7]", "[{\"check\": \"disk\"}]", ""})
    void a_row_that_is_broken_is_not_told_and_takes_nothing_with_it(String broken) throws SQLException {
        DoctorRow.write(Duration.ZERO, FULL);
        await(() -> assertThat(findings()).isNotNull());

        DoctorRow.write(Duration.ZERO, broken);

        await(() -> assertThat(findings()).isNull());
        assertThat(answer().getString("zone")).isEqualTo("Europe/Brussels");
    }

    @Test
    void a_database_of_before_has_no_such_table_and_all_else_is_answered() throws SQLException {
        DoctorRow.sql("RENAME TABLE doctor_look TO doctor_look_of_later");
        try {
            Instant end = Instant.now().plusSeconds(1);
            while (Instant.now().isBefore(end)) {
                assertThat(get("/api/v1/meters").statusCode()).isEqualTo(200);
            }
            assertThat(findings()).isNull();
            assertThat(get("/q/health/ready").statusCode()).isEqualTo(200);
        } finally {
            DoctorRow.sql("RENAME TABLE doctor_look_of_later TO doctor_look");
        }
    }

    private static Object findings() {
        return answer().get("findings");
    }

    private static JsonPath answer() {
        return get("/api/v1/meters").jsonPath();
    }

    private static void await(ThrowingRunnable isSo) {
        Awaitility.await().atMost(Duration.ofMinutes(1)).untilAsserted(isSo);
    }
}
