package energy.sem.history.api;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import energy.sem.quarter.QuarterHours;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** Prices of a meter whose contract follows the day-ahead price: its own area, today and tomorrow until 20:00. */
@QuarkusTest
@TestProfile(Configured.class)
class PriceResourceTest {
    private static final String METER = "quarterly";
    private static LocalDate today;
    private static int from;
    private static int to;

    @BeforeAll
    static void prices() throws SQLException {
        today = LocalDate.now(SampleMeters.ZONE);
        from = edge(today);
        to = edge(today.plusDays(1)) + 80;
        SampleMeters.write(METER, false, 2);
        SampleMeters.write("pricefixed", false, 2);
        SpotPrices.write("TEST-A", "file", from, to, quarter -> spot(quarter).toString());
    }

    /** Falls towards 14:00 of each day, below 0 there. */
    private static BigDecimal spot(int quarter) {
        int ofDay = (quarter - from) % 96;
        return BigDecimal.valueOf(Math.abs(ofDay - 56) * 4L - 30);
    }

    private static BigDecimal imported(int quarter) {
        return spot(quarter)
                .multiply(new BigDecimal("0.001"))
                .add(new BigDecimal("0.06"))
                .multiply(new BigDecimal("1.06"));
    }

    @Test
    void a_price_holds_all_that_depends_on_the_quarter_hour_with_vat() {
        JsonPath answer = price("");
        assertThat(answer.getList("contracts")).isEqualTo(List.of("quarterly"));
        assertThat(answer.getString("unit")).isEqualTo("EUR/kWh");
        assertThat(answer.getList("prices")).hasSize(to - from);
        for (int i = 0; i < to - from; i++) {
            assertThat(decimal(answer, "prices[" + i + "].importEurKwh"))
                    .isEqualByComparingTo(imported(from + i).setScale(6, RoundingMode.HALF_UP));
            assertThat(decimal(answer, "prices[" + i + "].exportEurKwh"))
                    .as("what it earns")
                    .isEqualByComparingTo(
                            spot(from + i).multiply(new BigDecimal("0.001")).subtract(new BigDecimal("0.01")));
        }
    }

    @Test
    void now_and_next_are_the_running_quarter_hour_and_the_one_after() {
        JsonPath answer = price("");
        OffsetDateTime now = OffsetDateTime.parse(answer.getString("current.from"));
        assertThat(now.toInstant()).isBetween(Instant.now().minusSeconds(1000), Instant.now());
        assertThat(answer.getString("next.from")).isEqualTo(answer.getString("current.to"));
    }

    @Test
    void the_cheapest_quarter_hours_are_ahead_and_in_order() {
        JsonPath answer = price("");
        int now = edge(answer, "current.from");
        List<Integer> expected = new ArrayList<>();
        for (int quarter = now; quarter < to; quarter++) {
            expected.add(quarter);
        }
        expected.sort(java.util.Comparator.comparing(PriceResourceTest::spot).thenComparing(x -> x));
        assertThat(answer.getList("cheapest.from", String.class).stream()
                        .map(each -> QuarterHours.of(OffsetDateTime.parse(each).toInstant())))
                .isEqualTo(expected.subList(0, 4));
    }

    @ParameterizedTest
    @CsvSource({"'', 8, 2", "?hours=1.25&kwh=3, 5, 3", "?hours=0.25, 1, 0.25"})
    void the_cheapest_stretch_is_the_cheapest_of_all_and_says_what_it_saves(
            String query, int quarters, BigDecimal kwh) {
        JsonPath answer = price(query);
        int now = edge(answer, "current.from");
        BigDecimal least = null;
        for (int quarter = now; quarter + quarters <= to; quarter++) {
            BigDecimal cost = cost(quarter, quarters, kwh);
            least = least == null ? cost : least.min(cost);
        }
        int found = edge(answer, "stretch.from");
        assertThat(cost(found, quarters, kwh)).isEqualByComparingTo(least);
        assertThat(edge(answer, "stretch.to") - found).isEqualTo(quarters);
        assertThat(decimal(answer, "stretch.kwh")).isEqualByComparingTo(kwh);
        assertThat(decimal(answer, "stretch.eur")).isEqualByComparingTo(least.setScale(2, RoundingMode.HALF_UP));
        assertThat(decimal(answer, "stretch.lessThanNowEur"))
                .isEqualByComparingTo(cost(now, quarters, kwh).subtract(least).setScale(2, RoundingMode.HALF_UP));
    }

    @Test
    void what_is_not_published_yet_is_left_out_and_said_with_the_source_of_the_rest() {
        JsonPath answer = price("");
        assertThat(answer.getString("prices[-1].to")).isEqualTo(time(to));
        assertThat(answer.getString("missing[0].reason")).isEqualTo("no-spot");
        assertThat(answer.getString("missing[0].from"))
                .isEqualTo(today.plusDays(1).toString());
        assertThat(answer.getList("sources.source")).isEqualTo(List.of("file"));
    }

    @Test
    void a_contract_of_the_settings_has_prices_too() {
        JsonPath answer = given().header("X-API-Key", "one")
                .get("/api/v1/meters/pricefixed/price")
                .jsonPath();
        assertThat(answer.getList("contracts")).isEqualTo(List.of("old"));
        assertThat(decimal(answer, "current.importEurKwh")).isEqualByComparingTo("0.3");
        assertThat(decimal(answer, "current.exportEurKwh")).isEqualByComparingTo("0.05");
        assertThat(answer.getList("sources")).isEmpty();
    }

    /** evcc: api.Rates, a list by start of half-open slots; At(time) finds the one of a moment by a binary search. */
    @ParameterizedTest
    @ValueSource(strings = {"import", "export"})
    void evcc_finds_the_rate_of_every_moment(String flow) {
        JsonPath rates = price("?format=evcc&flow=" + flow);
        List<Object> all = rates.getList("");
        assertThat(all).hasSize(to - from);
        Instant before = Instant.MIN;
        for (int i = 0; i < all.size(); i++) {
            assertThat(rates.getMap("[" + i + "]").keySet()).isEqualTo(java.util.Set.of("start", "end", "value"));
            Instant start = Instant.parse(rates.getString("[" + i + "].start"));
            Instant end = Instant.parse(rates.getString("[" + i + "].end"));
            assertThat(start).isAfterOrEqualTo(before).isBefore(end);
            assertThat(rates.<Object>get("[" + i + "].value")).isInstanceOf(Number.class);
            before = end;
        }
        Instant now = Instant.now();
        assertThat(all.stream()
                        .map(each -> (java.util.Map<?, ?>) each)
                        .filter(each -> !now.isBefore(
                                        Instant.parse(each.get("start").toString()))
                                && now.isBefore(Instant.parse(each.get("end").toString()))))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hours=0 | must lie on quarters of an hour",
                "hours=25 | must lie on quarters of an hour",
                "hours=1.1 | must lie on quarters of an hour",
                "hours=1e9 | no number such as",
                "kwh=-1 | no number such as",
                "kwh=0 | more than 0",
                "format=xml | use evcc or json",
                "flow=export | together with format=evcc",
                "format=evcc&flow=up | together with format=evcc"
            })
    void what_cannot_be_answered_is_said_in_words(String query, String words) {
        assertThat(given().header("X-API-Key", "one")
                        .get("/api/v1/meters/" + METER + "/price?" + query)
                        .then()
                        .statusCode(400)
                        .extract()
                        .jsonPath()
                        .getString("detail"))
                .contains(words);
    }

    private static JsonPath price(String query) {
        return given().header("X-API-Key", "one")
                .get("/api/v1/meters/" + METER + "/price" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static BigDecimal cost(int start, int quarters, BigDecimal kwh) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int quarter = start; quarter < start + quarters; quarter++) {
            sum = sum.add(imported(quarter));
        }
        return sum.multiply(kwh).divide(BigDecimal.valueOf(quarters), 12, RoundingMode.HALF_UP);
    }

    private static BigDecimal decimal(JsonPath json, String path) {
        return new BigDecimal(json.getString(path));
    }

    private static int edge(JsonPath json, String path) {
        return QuarterHours.of(OffsetDateTime.parse(json.getString(path)).toInstant());
    }

    private static int edge(LocalDate day) {
        return QuarterHours.of(day.atStartOfDay(SampleMeters.ZONE).toInstant());
    }

    private static String time(int quarter) {
        return QuarterHours.start(quarter)
                .atZone(SampleMeters.ZONE)
                .toOffsetDateTime()
                .format(java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }
}
