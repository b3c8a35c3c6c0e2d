package energy.sem.history.api;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

@QuarkusTest
@TestProfile(Configured.class)
class CostsResourceTest {

    @Test
    void a_day_says_what_it_costs_and_of_what_the_cost_is_made() throws SQLException {
        SampleMeters.write("paying", false, 3);
        JsonPath day = given().header("X-API-Key", "one")
                .get("/api/v1/meters/paying/history/day,-1")
                .jsonPath();
        int quarters = day.getList("buckets").size() * 4;
        // 30 Wh and 3 litres a quarter hour; a peak of 0.12 kW counts as 2.5
        BigDecimal imported = new BigDecimal("0.03").multiply(BigDecimal.valueOf(quarters));
        assertThat(part(day, "import-t1")).isEqualByComparingTo(imported.multiply(new BigDecimal("0.3")));
        assertThat(part(day, "gas"))
                .as("to the thousandth that makes the parts add up")
                .isCloseTo(
                        new BigDecimal("0.00315").multiply(BigDecimal.valueOf(quarters)),
                        within(new BigDecimal("0.001")));
        assertThat(part(day, "capacity")).isBetween(new BigDecimal("0.32"), new BigDecimal("0.38"));
        BigDecimal sum = BigDecimal.ZERO;
        for (Object each : day.getList("total.costs.parts.amount")) {
            sum = sum.add(new BigDecimal(each.toString()));
        }
        assertThat(sum).isEqualByComparingTo(day.getString("total.costs.total"));
        BigDecimal buckets = BigDecimal.ZERO;
        for (Object each : day.getList("buckets.costs.total")) {
            buckets = buckets.add(new BigDecimal(each.toString()));
        }
        assertThat(buckets).isEqualByComparingTo(sum);
        assertThat(day.getString("previous.total.costs.total")).isNotNull();
    }

    @Test
    void tariffs_3_to_8_have_the_plain_price_of_a_contract() throws SQLException {
        SampleMeters.fourTariffs("plainprice");
        JsonPath costs = costs("plainprice");
        assertThat(part(costs, "import")).isEqualByComparingTo("0.6");
        assertThat(costs.getMap("total.costs")).containsKey("total").doesNotContainKey("unpriced");
    }

    @Test
    void a_contract_without_a_price_for_what_flowed_has_no_total_and_says_which_setting_it_lacks() throws SQLException {
        SampleMeters.fourTariffs("nightprice");
        JsonPath costs = costs("nightprice");
        assertThat(costs.getMap("total.costs")).doesNotContainKey("total");
        assertThat(costs.getMap("total.costs.unpriced[0]"))
                .containsEntry("reason", "no-price")
                .containsEntry("part", "import")
                .containsEntry("contract", "nightprice")
                .containsEntry("tariffs", List.of(3))
                .containsEntry("quantity", 2)
                .containsEntry("unit", "kWh")
                .containsEntry("setting", "SEM_CONTRACTS_NIGHTPRICE_IMPORT_KWH")
                .containsEntry(
                        "detail",
                        "Contract nightprice has no price for energy from the grid in tariff 3: add"
                                + " SEM_CONTRACTS_NIGHTPRICE_IMPORT_KWH.");
        assertThat(costs.getList("total.costs.unpriced")).hasSize(1);
        assertThat(costs.getList("buckets.costs.total.findAll { it != null }"))
                .as("hours in which nothing flowed have a known cost")
                .allSatisfy(each -> assertThat(new BigDecimal(each.toString())).isZero());
    }

    private static JsonPath costs(String meter) {
        return given().header("X-API-Key", "one")
                .get("/api/v1/meters/" + meter + "/history/day,-1")
                .jsonPath();
    }

    @Test
    void a_finished_day_of_the_running_month_is_not_kept_for_its_capacity_cost_may_rise() throws SQLException {
        SampleMeters.write("rising", false, 40);
        YearMonth running = YearMonth.now(SampleMeters.ZONE);
        LocalDate last = running.atDay(1).minusDays(1);
        String of = "/api/v1/meters/rising/history?step=PT1H&from=";
        assertThat(cacheControl(of + last + "&to=" + last.plusDays(1)))
                .as("of the month before")
                .contains("max-age");
        assertThat(cacheControl(of + last + "&to=" + last.plusDays(1) + "T01:00"))
                .as("into the running month")
                .contains("no-cache");
    }

    private static String cacheControl(String address) {
        return given().header("X-API-Key", "one").get(address).header("Cache-Control");
    }

    @Test
    void the_billing_peak_says_what_it_costs_a_year() throws SQLException {
        SampleMeters.write("peaking", false, 3);
        JsonPath peaks = given().header("X-API-Key", "one")
                .get("/api/v1/meters/peaking/peaks")
                .jsonPath();
        // a peak of 0.12 kW counts as 2.5, at 50 euro a kW
        assertThat(new BigDecimal(peaks.getString("billingPeak.costsYear.total")))
                .isEqualByComparingTo("125");
        assertThat(peaks.getString("billingPeak.costsYear.currency")).isEqualTo("EUR");
    }

    private static BigDecimal part(JsonPath day, String part) {
        return new BigDecimal(day.getString("total.costs.parts.find { it.part == '" + part + "' }.amount"));
    }
}
