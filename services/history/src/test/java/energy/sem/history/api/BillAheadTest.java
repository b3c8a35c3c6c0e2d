package energy.sem.history.api;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** Forecasts and comparisons of a home that takes 60 Wh each quarter hour, 0.24 kW, since fourteen months; settings price it at 0.30. */
@QuarkusTest
@TestProfile(Configured.class)
class BillAheadTest {
    private static final BigDecimal KWH = new BigDecimal("0.06");
    private static YearMonth month;

    /** Two contracts in one file: one dearer than the other by 10 c/kWh and cheaper by its credit of 12 euro. */
    private static final String FILE =
            """
            contracts:
              - name: plain
                from: 2026-01-01
                components:
                  - {name: energy, flow: import, unit: c/kWh, vat: none, price: 10}
                  - {name: fee, unit: EUR/month, vat: none, price: 5}
                  - {name: credit, unit: EUR/month, vat: none, price: -1}
              - name: dear
                from: 2026-01-01
                components:
                  - {name: energy, flow: import, unit: c/kWh, vat: none, price: 20}
                  - {name: tax, owner: levy, flow: import, unit: c/kWh, vat: none, price: 1}
              - name: unknown
                from: 2026-01-01
                area: NOWHERE
                components:
                  - {name: energy, flow: import, unit: c/kWh, vat: none, formula: 0.1 * spot, step: quarter}
              - {name: heat, utility: gas, from: 2026-01-01, components: [{name: gas, flow: import, unit: EUR/m3, vat: none, price: 1}]}
            """;

    @BeforeAll
    static void home() throws SQLException {
        month = YearMonth.now(SampleMeters.ZONE);
        ZonedDateTime first = month.minusMonths(14).atDay(1).atStartOfDay(SampleMeters.ZONE);
        int quarters = (int) (java.time.Duration.between(first, ZonedDateTime.now(SampleMeters.ZONE))
                        .toMinutes()
                / 15);
        SampleMeters.registers(
                "ahead",
                first.toInstant(),
                SampleMeters.rising(
                        Map.of("import_t1_wh", 1_000L, "export_t1_wh", 7L), Map.of("import_t1_wh", 60L), quarters));
        SampleMeters.write("aheadnew", false, 3);
    }

    @Test
    void a_month_of_a_home_that_is_always_the_same_is_known_ahead() {
        JsonPath forecast = ask("forecast");
        BigDecimal energy = KWH.multiply(
                        quarters(month.atDay(1), month.plusMonths(1).atDay(1)))
                .multiply(new BigDecimal("0.30"));
        BigDecimal capacity = new BigDecimal("2.5")
                .multiply(BigDecimal.valueOf(50))
                .divide(BigDecimal.valueOf(12), 6, RoundingMode.HALF_UP);
        assertThat(decimal(forecast, "total")).isEqualByComparingTo(cents(energy.add(capacity)));
        assertThat(decimal(forecast, "low")).isLessThanOrEqualTo(decimal(forecast, "total"));
        assertThat(decimal(forecast, "high")).isGreaterThanOrEqualTo(decimal(forecast, "total"));
        assertThat(forecast.getString("like")).isEqualTo("last-weeks");
        assertThat(forecast.getString("range")).isEqualTo("past-errors");
        assertThat(forecast.getInt("pastErrors")).isEqualTo(6);
        assertThat(decimal(forecast, "soFar")).isLessThanOrEqualTo(decimal(forecast, "total"));
        assertThat(String.join(" ", forecast.getList("words", String.class))).contains("peak so far");
    }

    @Test
    void a_year_is_like_the_year_before() {
        JsonPath forecast = ask("forecast?period=year");
        assertThat(forecast.getString("like")).isEqualTo("last-year");
        assertThat(forecast.getString("from")).startsWith(month.getYear() + "-01-01");
        BigDecimal year = KWH.multiply(
                        quarters(LocalDate.of(month.getYear(), 1, 1), LocalDate.of(month.getYear() + 1, 1, 1)))
                .multiply(new BigDecimal("0.30"))
                .add(new BigDecimal("125"));
        assertThat(decimal(forecast, "total").subtract(year).abs()).isLessThanOrEqualTo(new BigDecimal("0.05"));
    }

    @Test
    void a_meter_that_was_not_read_for_a_week_has_no_forecast_and_says_why() {
        JsonPath forecast = asked().get("/api/v1/meters/aheadnew/bill/forecast").jsonPath();
        assertThat(forecast.getMap("")).doesNotContainKeys("total", "low", "high");
        assertThat(forecast.getList("words", String.class))
                .contains("A forecast needs a week of the meter's readings.");
    }

    @Test
    void offers_of_a_file_are_compared_over_twelve_whole_months_the_cheapest_first() {
        JsonPath compared = post("", FILE);
        assertThat(compared.getString("from")).startsWith(month.minusMonths(12).toString());
        assertThat(compared.getBoolean("wholeYear")).isTrue();
        assertThat(compared.getList("contracts.contract")).isEqualTo(List.of("plain", "dear", "old", "unknown"));
        BigDecimal kwh = KWH.multiply(quarters(month.minusMonths(12).atDay(1), month.atDay(1)));
        assertThat(decimal(compared, "contracts[0].energy")).isEqualByComparingTo(cents(kwh.movePointLeft(1)));
        assertThat(decimal(compared, "contracts[0].fees")).isEqualByComparingTo("60");
        assertThat(decimal(compared, "contracts[0].credits")).isEqualByComparingTo("-12");
        assertThat(decimal(compared, "contracts[1].gridAndLevies")).isEqualByComparingTo(cents(kwh.movePointLeft(2)));
        assertThat(compared.getString("contracts[0].basis")).isEqualTo("todays-price");
        assertThat(compared.getBoolean("contracts[2].holds")).isTrue();
        assertThat(decimal(compared, "contracts[0].moreThanHolding"))
                .isEqualByComparingTo(
                        decimal(compared, "contracts[0].total").subtract(decimal(compared, "contracts[2].total")));
    }

    @Test
    void what_has_no_price_has_no_total_says_which_share_has_one_and_comes_last() {
        JsonPath compared = post("", FILE);
        assertThat(compared.getMap("contracts[3]")).doesNotContainKeys("total", "energy", "moreThanHolding");
        assertThat(decimal(compared, "contracts[3].pricedShare")).isEqualByComparingTo("0");
        assertThat(compared.getString("contracts[3].missing[0].reason")).isEqualTo("no-spot");
        assertThat(compared.getString("contracts[3].basis")).isEqualTo("past-prices");
    }

    @Test
    void offers_that_sem_knows_are_compared_by_name() {
        JsonPath compared = ask("comparison?contract=offered,dynamic&from="
                + month.minusMonths(2).atDay(1));
        assertThat(compared.getList("contracts.contract")).isEqualTo(List.of("offered", "old", "dynamic"));
        assertThat(compared.getBoolean("wholeYear")).isFalse();
        assertThat(String.join(" ", compared.getList("words", String.class)))
                .contains("not a promise", "It is not a year");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "forecast?period=week | 400 | period=month or period=year",
                "forecast?contract=none | 404 | There is no contract",
                "comparison?contract=none | 404 | There is no contract",
                "comparison?contract=gas | 400 | utility=gas",
                "comparison?utility=oil | 400 | electricity, gas or water",
                "comparison?from=yesterday | 400 | no day such as",
                "comparison?from=2026-01-02&to=2026-01-01 | 400 | from must be before to"
            })
    void what_cannot_be_answered_is_said_in_words(String path, int status, String words) {
        assertThat(asked().get("/api/v1/meters/ahead/bill/" + path)
                        .then()
                        .statusCode(status)
                        .extract()
                        .jsonPath()
                        .getString("detail"))
                .contains(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "contracts: [{name: x} | line",
                "contracts: [{name: x, from: 2026-01-01, components: [{name: e, unit: EUR/fortnight, vat: none, price: 1}]}] | the unit",
                "'{}' | no contract for electricity",
                "'  ' | Send a file"
            })
    void a_file_that_is_wrong_is_said_with_its_line(String yaml, String words) {
        assertThat(asked().contentType("application/yaml")
                        .body(yaml)
                        .post("/api/v1/meters/ahead/bill/comparison")
                        .then()
                        .statusCode(400)
                        .extract()
                        .jsonPath()
                        .getString("detail"))
                .contains(words);
    }

    @Test
    void a_body_that_is_too_long_is_not_read_and_elsewhere_none_is_taken() {
        String path = "/api/v1/meters/ahead/bill/";
        asked().contentType("application/yaml")
                .body("#".repeat(1 << 20) + "#")
                .post(path + "comparison")
                .then()
                .statusCode(413);
        asked().contentType("application/yaml")
                .body(FILE)
                .post(path + "forecast")
                .then()
                .statusCode(405);
        given().contentType("text/plain")
                .body(FILE)
                .post(path + "comparison")
                .then()
                .statusCode(401);
    }

    private static JsonPath ask(String path) {
        return asked().get("/api/v1/meters/ahead/bill/" + path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static JsonPath post(String query, String yaml) {
        return asked().contentType("application/yaml")
                .body(yaml)
                .post("/api/v1/meters/ahead/bill/comparison" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static RequestSpecification asked() {
        return given().config(RestAssured.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .encodeContentTypeAs("application/yaml", ContentType.TEXT)))
                .header("X-API-Key", "one");
    }

    private static BigDecimal quarters(LocalDate from, LocalDate to) {
        return BigDecimal.valueOf(
                java.time.Duration.between(from.atStartOfDay(SampleMeters.ZONE), to.atStartOfDay(SampleMeters.ZONE))
                                .toMinutes()
                        / 15);
    }

    private static BigDecimal cents(BigDecimal euro) {
        return euro.setScale(2, RoundingMode.HALF_UP);
    }

    private static BigDecimal decimal(JsonPath json, String path) {
        return new BigDecimal(json.getString(path));
    }
}
