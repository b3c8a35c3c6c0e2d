package energy.sem.history.api;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import energy.sem.local.test.TestServices;
import energy.sem.quarter.QuarterHours;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
class PricesResourceTest {
    private static final Instant FETCHED = Instant.parse("2026-10-24T11:05:00Z");

    @Test
    void known_prices_are_told_with_their_source_and_its_terms_and_others_are_left_out() throws SQLException {
        price("BE", "2025-10-26T00:00:00Z", "92.10000", "entso-e");
        price("BE", "2025-10-26T01:00:00Z", "-12.40500", "energy-charts");
        price("NL", "2025-10-26T00:15:00Z", "1", "energy-charts");
        terms("BE", "energy-charts", "invented terms");
        JsonPath answer =
                get("/api/v1/prices?area=BE&from=2025-10-26&to=2025-10-27").jsonPath();
        assertThat(answer.getString("unit")).isEqualTo("EUR/MWh");
        assertThat(answer.getList("prices.from"))
                .as("02:00 in summer and in winter")
                .isEqualTo(List.of("2025-10-26T02:00:00+02:00", "2025-10-26T02:00:00+01:00"));
        assertThat(answer.getString("prices[0].to")).isEqualTo("2025-10-26T02:15:00+02:00");
        assertThat(new BigDecimal(answer.getString("prices[1].eurMwh"))).isEqualByComparingTo("-12.405");
        assertThat(answer.getList("sources.source")).isEqualTo(List.of("energy-charts", "entso-e"));
        assertThat(answer.getString("sources[0].terms")).isEqualTo("invented terms");
        assertThat(answer.getMap("sources[1]")).doesNotContainKey("terms");
        assertThat(answer.getString("sources[1].fetchedAt")).isEqualTo("2026-10-24T13:05:00+02:00");
    }

    @Test
    void a_day_without_prices_is_an_answer_without_prices() {
        JsonPath answer =
                get("/api/v1/prices?area=nl&from=1999-01-01&to=1999-01-02").jsonPath();
        assertThat(answer.getString("area")).isEqualTo("NL");
        assertThat(answer.getList("prices")).isEmpty();
        assertThat(answer.getList("sources")).isEmpty();
    }

    @Test
    void why_a_day_has_no_prices_is_said_until_the_source_has_given_them() throws SQLException {
        fault("NL", "2026-07-02", "entso-e", "refused", "it does not let us in");
        fault("NL", "2026-07-03", "file", "not-yet", "it has 1 of the day's 96 quarter hours");
        fault("NL", "2026-07-03", "energy-charts", "wrong", null);
        String day = "/api/v1/prices?area=NL&from=2026-07-01&to=";
        assertThat(get(day + "2026-07-02").jsonPath().getMap("")).doesNotContainKey("faults");
        JsonPath answer = get(day + "2026-07-04").jsonPath();
        assertThat(answer.getList("faults.source")).isEqualTo(List.of("entso-e", "file"));
        assertThat(answer.getMap("faults[0]"))
                .isEqualTo(Map.of(
                        "area", "NL",
                        "day", "2026-07-02",
                        "source", "entso-e",
                        "at", "2026-10-24T13:05:00+02:00",
                        "reason", "refused",
                        "detail", "it does not let us in"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "from=2026-01-01&to=2026-01-02 | use BE or NL",
                "area=FR&from=2026-01-01&to=2026-01-02 | use BE or NL",
                "area=BE&from=2026-01-01 | The parameter to is missing",
                "area=BE&from=2026-01-01&to=2027-01-01 | ask for at most 5000",
                "area=BE&from=2026-01-01&to=2026-01-02&meter=home | meter"
            })
    void what_cannot_be_answered_is_said_in_words(String query, String words) {
        assertThat(get("/api/v1/prices?" + query)
                        .then()
                        .statusCode(400)
                        .extract()
                        .jsonPath()
                        .getString("detail"))
                .contains(words);
    }

    private static void price(String area, String from, String eurMwh, String source) throws SQLException {
        int quarter = QuarterHours.of(Instant.parse(from));
        SpotPrices.write(area, source, quarter, quarter + 1, each -> eurMwh);
    }

    static void fault(String area, String day, String source, String reason, String detail) throws SQLException {
        try (Connection connection = TestServices.get().connect("sem_ingest");
                PreparedStatement insert =
                        connection.prepareStatement("INSERT IGNORE INTO price_fault VALUES (?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, area);
            insert.setString(2, day);
            insert.setString(3, source);
            insert.setLong(4, FETCHED.toEpochMilli());
            insert.setString(5, reason);
            insert.setString(6, detail);
            insert.executeUpdate();
        }
    }

    static void terms(String area, String source, String terms) throws SQLException {
        try (Connection connection = TestServices.get().connect("sem_ingest");
                PreparedStatement insert =
                        connection.prepareStatement("INSERT IGNORE INTO price_source VALUES (?, ?, ?)")) {
            insert.setString(1, area);
            insert.setString(2, source);
            insert.setString(3, terms);
            insert.executeUpdate();
        }
    }
}
