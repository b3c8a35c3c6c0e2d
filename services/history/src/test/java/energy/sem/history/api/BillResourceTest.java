package energy.sem.history.api;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import energy.sem.quarter.QuarterHours;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@TestProfile(Configured.class)
class BillResourceTest {
    private static final long DAY_MILLI = 86_400_000L;

    @BeforeAll
    static void meters() throws SQLException {
        SampleMeters.write("billed", false, 3);
        long now = Instant.now().toEpochMilli() / 900_000 * 900_000;
        SampleMeters.write("feeonly", false, 3);
        SampleMeters.write("feegas", false, 3);
        // Its newest reading is on an edge that is not a whole hour; young enough that time has elapsed up to it.
        long edge = now + 900_000;
        edge += edge % 3_600_000 == 0 ? 900_000 : 0;
        SampleMeters.write("billhour", false, edge - 3 * DAY_MILLI, edge);
        SampleMeters.write("billsilent", false, now - 5 * DAY_MILLI, now - 3 * DAY_MILLI);
    }

    @ParameterizedTest
    @CsvSource({"billsilent, day", "billsilent, month", "billsilent, year", "billed, year"})
    void time_without_readings_has_no_total_and_is_said(String meter, String period) {
        JsonPath bill = bill(meter, period, "?contract=offered");
        assertThat(bill.getMap("")).doesNotContainKeys("total", "vat");
        assertThat(bill.getList("missing.reason")).contains("no-readings");
        assertThat(decimal(bill, "coverage")).isLessThan(BigDecimal.ONE);
        assertThat(bill.getBoolean("complete")).isFalse();
    }

    @Test
    void a_day_that_was_read_is_complete_and_covered() {
        JsonPath bill = bill("billed", "day,-1", "");
        assertThat(bill.getBoolean("complete")).isTrue();
        assertThat(decimal(bill, "coverage")).isEqualByComparingTo("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"day,-1", "day,-2"})
    void contracts_of_settings_cost_what_the_period_costs(String period) {
        JsonPath bill = bill("billed", period, "");
        JsonPath history =
                asked().get("/api/v1/meters/billed/history/" + period).jsonPath();
        assertThat(bill.getList("contracts")).isEqualTo(List.of("old", "gas"));
        assertThat(decimal(bill, "total")).isEqualByComparingTo(decimal(history, "total.costs.rounded"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"day,-1", "day,-2"})
    void lines_add_up_to_the_total_as_shown(String period) {
        JsonPath bill = bill("billed", period, "?contract=offered");
        assertThat(sum(bill, "lines.amount")).isEqualByComparingTo(decimal(bill, "total"));
        assertThat(sum(bill, "lines.vat")).isEqualByComparingTo(decimal(bill, "vat"));
        assertThat(sum(bill, "lines.withoutVat").add(sum(bill, "lines.vat")))
                .isEqualByComparingTo(decimal(bill, "total"));
    }

    @Test
    void another_contract_is_priced_over_the_same_quarter_hours() {
        JsonPath bill = bill("billed", "day,-1", "?contract=offered");
        int quarters = edge(bill, "to") - edge(bill, "from");
        BigDecimal kwh = new BigDecimal("0.03").multiply(BigDecimal.valueOf(quarters));
        assertThat(bill.getString("contract")).isEqualTo("offered");
        assertThat(decimal(bill, "lines[0].quantity")).isEqualByComparingTo(kwh);
        assertThat(decimal(bill, "lines[0].withoutVat"))
                .isBetween(
                        cents(kwh.multiply(new BigDecimal("0.2")), RoundingMode.FLOOR),
                        cents(kwh.multiply(new BigDecimal("0.2")), RoundingMode.CEILING));
        assertThat(bill.getString("lines[0].rule")).isEqualTo("20 c/kWh");
        assertThat(decimal(bill, "lines[1].quantity"))
                .as("a peak of 0.12 kW counts as 2.5")
                .isEqualByComparingTo("2.5");
    }

    @Test
    void a_dynamic_contract_is_unknown_until_each_quarter_hour_has_its_price_and_then_exact() throws SQLException {
        JsonPath before = bill("billed", "day,-1", "?contract=dynamic");
        assertThat(before.getMap("")).doesNotContainKeys("total", "vat");
        assertThat(before.getString("missing[0].reason")).isEqualTo("no-spot");
        assertThat(before.getString("missing[0].from"))
                .isEqualTo(before.getString("from").substring(0, 10));
        BigDecimal expected = BigDecimal.ZERO;
        IntFunction<BigDecimal> spot = quarter -> BigDecimal.valueOf(quarter % 200 - 50L);
        int first = edge(before, "from");
        int end = edge(before, "to");
        SpotPrices.write(
                "BE", "file", first, end, quarter -> spot.apply(quarter).toString());
        for (int quarter = first; quarter < end; quarter++) {
            expected = expected.add(spot.apply(quarter)
                    .multiply(new BigDecimal("0.1"))
                    .add(BigDecimal.ONE)
                    .multiply(new BigDecimal("0.0003"))
                    .multiply(new BigDecimal("1.06")));
        }
        JsonPath after = bill("billed", "day,-1", "?contract=dynamic");
        assertThat(decimal(after, "total")).isEqualByComparingTo(cents(expected, RoundingMode.HALF_UP));
        assertThat(after.getMap("")).doesNotContainKey("missing");
        assertThat(after.getString("lines[0].rule")).isEqualTo("0.1 × spot + 1 c/kWh, by quarter");
    }

    @Test
    void a_meter_whose_contract_stands_in_the_file_has_no_costs_of_the_settings_beside_its_bill() throws SQLException {
        SampleMeters.write("infile", false, 3);
        assertThat(asked().get("/api/v1/meters/infile/history/day,-1")
                        .jsonPath()
                        .getMap("total"))
                .containsKey("importKwh")
                .doesNotContainKey("costs");
        assertThat(bill("infile", "day,-1", "").getList("contracts")).isEqualTo(List.of("infile", "gas"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"feeonly", "feegas"})
    void what_flows_without_a_price_of_the_settings_is_unpriced_in_history_and_missing_here(String meter) {
        JsonPath history =
                asked().get("/api/v1/meters/" + meter + "/history/day,-1").jsonPath();
        assertThat(history.getList("total.costs.unpriced")).isNotEmpty();
        JsonPath bill = bill(meter, "day,-1", "");
        assertThat(bill.getMap("")).doesNotContainKey("total");
        assertThat(bill.getList("missing.reason")).contains("no-price");
    }

    @Test
    void an_hour_that_has_not_ended_has_its_price() throws SQLException {
        JsonPath before = bill("billhour", "day", "?contract=hourly");
        SpotPrices.write("NL", "file", edge(before, "from"), edge(before, "to"), quarter -> "100");
        assertThat(bill("billhour", "day", "?contract=hourly").getList("missing"))
                .isNull();
    }

    @Test
    void a_bill_is_a_table_too() {
        String csv = asked().get("/api/v1/meters/billed/bill/day,-1?contract=offered&format=csv")
                .asString();
        assertThat(csv.lines())
                .hasSize(4)
                .first()
                .isEqualTo(
                        "utility,owner,name,part,quantity,unit,rule,vat_percent,without_vat_eur,vat_eur,amount_eur,marks,missing");
    }

    @Test
    void a_line_that_is_not_known_has_no_amount_and_says_why() {
        JsonPath bill = bill("billed", "day,-2", "?contract=dynamic");
        assertThat(bill.getMap("lines[0]")).doesNotContainKeys("amount", "vat", "withoutVat");
        assertThat(bill.getList("lines[0].missing")).isEqualTo(List.of("no-spot"));
        assertThat(asked().get("/api/v1/meters/billed/bill/day,-2?contract=dynamic&format=csv")
                        .asString())
                .contains(",by quarter,6,,,,,no-spot".replace(",by quarter", "\"0.1 × spot + 1 c/kWh, by quarter\""));
        assertThat(asked().get("/api/v1/meters/billsilent/bill/day?contract=offered&format=csv")
                        .asString()
                        .lines())
                .last()
                .isEqualTo("electricity,,,,,,,,,,,,no-readings");
    }

    @Test
    void a_contract_that_there_is_not_is_said_with_those_that_there_are() {
        assertThat(asked().get("/api/v1/meters/billed/bill/day?contract=none")
                        .then()
                        .statusCode(404)
                        .extract()
                        .jsonPath()
                        .getString("detail"))
                .contains(
                        "There is no contract \"none\"; there are dynamic, feegas, feeonly, filed, gas, hourly, infile, nightprice, offered, old, pagefault, pagenight, pagequarterly, quarterly.");
    }

    private static JsonPath bill(String meter, String period, String query) {
        return asked().get("/api/v1/meters/" + meter + "/bill/" + period + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static RequestSpecification asked() {
        return given().header("X-API-Key", "one");
    }

    private static int edge(JsonPath bill, String key) {
        return QuarterHours.of(OffsetDateTime.parse(bill.getString(key)).toInstant());
    }

    private static BigDecimal decimal(JsonPath json, String path) {
        return new BigDecimal(json.getString(path));
    }

    private static BigDecimal cents(BigDecimal euro, RoundingMode rounding) {
        return euro.setScale(2, rounding);
    }

    private static BigDecimal sum(JsonPath json, String path) {
        List<BigDecimal> all = new ArrayList<>();
        for (Object each : json.getList(path)) {
            all.add(new BigDecimal(each.toString()));
        }
        return all.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
