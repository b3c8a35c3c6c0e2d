package energy.sem.history.api;

import java.sql.SQLException;
import java.time.Instant;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
class PowerResourceTest {
    private static final String BEGIN = "2026-10-25T00:00:00Z";

    @BeforeAll
    static void meter() throws SQLException {
        long begin = Instant.parse(BEGIN).toEpochMilli();
        SampleMeters.write("curve", false, begin, begin + 3_600_000);
        SampleMeters.raw("curve", begin + 90_000, 120);
    }

    @Test
    void each_minute_has_the_mean_of_its_readings_and_one_without_any_has_none() {
        JsonPath power = get("/api/v1/meters/curve/power?from=2026-10-25T00:00:30Z&to=2026-10-25T00:05:00Z")
                .jsonPath();
        assertThat(power.getString("from")).as("whole minutes").isEqualTo("2026-10-25T02:00:00+02:00");
        assertThat(power.getString("to")).isEqualTo("2026-10-25T02:05:00+02:00");
        assertThat(power.getString("step")).isEqualTo("PT1M");
        assertThat(power.getList("importKw", Double.class)).containsExactly(null, 0.12, 0.12, 0.12, null);
        assertThat(power.getList("exportKw", Double.class)).containsExactly(null, 0.0, 0.0, 0.0, null);
    }

    @Test
    void the_last_24_hours_are_shown_when_nothing_else_is_asked_for() {
        assertThat(get("/api/v1/meters/curve/power").jsonPath().getList("importKw"))
                .hasSizeBetween(1440, 1441);
    }

    @ParameterizedTest
    @CsvSource({
        "from=2026-10-25&to=2026-10-24, 400, from is not before to",
        "from=2026-10-20&to=2026-10-25, 400, more than 48 hours",
        "from=yesterday, 400, yesterday",
    })
    void what_cannot_be_drawn_is_refused_with_a_word_on_why(String query, int status, String detail) {
        Response refused = get("/api/v1/meters/curve/power?" + query);
        assertThat(refused.statusCode()).isEqualTo(status);
        assertThat(refused.jsonPath().getString("detail")).contains(detail);
    }

    @Test
    void a_meter_that_nobody_knows_is_not_found() {
        assertThat(get("/api/v1/meters/nobody/power").statusCode()).isEqualTo(404);
    }
}
