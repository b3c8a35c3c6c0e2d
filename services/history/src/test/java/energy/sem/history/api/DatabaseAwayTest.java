package energy.sem.history.api;

import java.sql.SQLException;
import java.time.Duration;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import energy.sem.local.test.TestServices;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
class DatabaseAwayTest {
    private static final String[] ADDRESSES = {
        "/api/v1/meters",
        "/api/v1/meters/away/history/week",
        "/api/v1/meters/away/history?from=2026-01-01&to=2026-01-02",
        "/api/v1/meters/away/readings?from=2026-01-01&to=2026-01-02",
        "/api/v1/meters/away/peaks",
        "/api/v1/meters/away/events?from=2026-01-01&to=2026-01-02",
        "/api/v1/meters/away/latest",
        "/get-esp-data.php?selector=0&meter=away"
    };

    @AfterEach
    void back() {
        TestServices.get().startMariaDb();
    }

    @Test
    void is_said_with_503_too_when_it_goes_between_the_last_question_and_the_end_of_the_transaction() {
        Response away = get("/api/v1/test/cut-off");

        assertThat(away.statusCode()).as(away.asString()).isEqualTo(503);
        assertThat(away.header("Retry-After")).isEqualTo("5");
        assertThat(away.jsonPath().getString("detail")).contains("database");
    }

    @Test
    void is_said_with_503_until_it_is_back_and_then_answers_by_itself() throws SQLException {
        SampleMeters.write("away", false, 1);
        for (String address : ADDRESSES) {
            assertThat(get(address).statusCode()).as(address).isEqualTo(200);
        }
        TestServices.get().killMariaDb();
        for (String address : ADDRESSES) {
            Response away = get(address);
            assertThat(away.statusCode()).as(address).isEqualTo(503);
            assertThat(away.header("Retry-After")).isEqualTo("5");
            assertThat(away.contentType()).startsWith("application/problem+json");
            assertThat(away.jsonPath().getString("detail")).contains("database");
        }
        TestServices.get().startMariaDb();
        for (String address : ADDRESSES) {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> get(address).statusCode() == 200);
        }
    }
}
