package energy.sem.history.api;

import java.math.BigDecimal;
import java.sql.SQLException;

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

    private static BigDecimal part(JsonPath day, String part) {
        return new BigDecimal(day.getString("total.costs.parts.find { it.part == '" + part + "' }.amount"));
    }
}
