package energy.sem.history.api;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import energy.sem.local.test.TestServices;

import static energy.sem.tests.Waiting.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** Contracts of a meter: of the settings, of the file, of the page, and one that is only tried. */
@QuarkusTest
@TestProfile(Configured.class)
class ContractsResourceTest {
    private static final String METER = "contracted";

    @BeforeAll
    static void meter() throws SQLException {
        SampleMeters.write(METER, false, 40);
        SampleMeters.write("filed", false, 2);
    }

    private static String document(String name, String from, String price) {
        return "contracts: [{name: " + name + ", meter: " + METER + ", from: " + from
                + ", components: [{name: energy, flow: import, unit: EUR/kWh, vat: 6 included, price: " + price
                + "}]}]";
    }

    @Test
    void each_contract_says_where_it_is_said() {
        assertThat(said("filed"))
                .containsEntry("old", "settings")
                .containsEntry("gas", "settings")
                .containsEntry("filed", "file");
    }

    @Test
    void what_the_page_keeps_counts_within_seconds_in_place_of_the_costs_of_the_settings_and_goes_again()
            throws SQLException {
        assertThat(costs()).isNotNull();
        keep("page25", document("page25", "2025-01-01", "0.2"));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> "page".equals(said(METER).get("page25")));
        assertThat(costs()).as("one kind of money a meter").isNull();
        JsonPath bill = asked().get("/api/v1/meters/" + METER + "/bill/day,-1").jsonPath();
        assertThat(bill.getList("contracts")).contains("page25");
        assertThat(bill.getString("lines[0].rule")).isEqualTo("0.2 EUR/kWh");
        keep("page25", null);
        await().atMost(Duration.ofSeconds(30)).until(() -> !said(METER).containsKey("page25"));
        assertThat(costs()).isNotNull();
    }

    @Test
    void one_of_the_settings_or_the_file_wins_and_the_other_says_why_it_does_not_count() throws SQLException {
        keep("infile", document("infile", "2025-02-01", "0.2"));
        keep("sameday", document("sameday", "2020-01-01", "0.2"));
        keep("broken", "contracts: [{name: broken");
        await().atMost(Duration.ofSeconds(30)).until(() -> said(METER).containsKey("broken"));
        JsonPath answer = asked().get("/api/v1/meters/" + METER + "/contracts").jsonPath();
        assertThat(answer.getString("contracts.find { it.name == 'infile' }.fault"))
                .contains("choose another name");
        assertThat(answer.getString("contracts.find { it.name == 'sameday' }.fault"))
                .contains("contract \"old\" begins on the same day, 2020-01-01");
        assertThat(answer.getString("contracts.find { it.name == 'broken' }.fault"))
                .contains("YAML");
        assertThat(answer.getList("contracts.findAll { it.fault == null }.name"))
                .doesNotContain("sameday");
        for (String each : List.of("infile", "sameday", "broken")) {
            keep(each, null);
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> !said(METER).containsKey("broken"));
    }

    @Test
    void a_contract_that_is_tried_prices_a_month_and_is_not_kept() {
        JsonPath answer = check(document("tried", "2026-01-01", "0.25"), 0).jsonPath();
        assertThat(answer.getList("questions")).isEmpty();
        assertThat(answer.getString("bill.contract")).isEqualTo("tried");
        assertThat(answer.getString("bill.period")).isEqualTo("month");
        double kwh = answer.getDouble("bill.lines[0].quantity");
        assertThat(answer.getDouble("bill.total")).isCloseTo(kwh * 0.25, org.assertj.core.data.Offset.offset(0.006));
        assertThat(said(METER)).doesNotContainKey("tried");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "price: 25                        | unit            | c/kWh-number in EUR",
                "price: 0.00025                   | unit            | MWh-number in EUR",
                "formula: 0.111 * spot + 0.9, step: quarter | unit-of-formula | cents in EUR",
                "formula: 0.000111 * spot, step: quarter    | unit-of-formula | too small",
                "formula: 0.00118 * spot + 0.02, step: hour | vat-twice | with VAT, and VAT on top"
            })
    void numbers_of_another_unit_and_vat_that_counts_twice_are_asked_about(String price, String reason, String why) {
        String document = "contracts: [{name: odd, meter: " + METER + ", from: 2026-01-01, area: BE, components: ["
                + "{name: energy, flow: import, unit: EUR/kWh, vat: 6, " + price + "}]}]";
        JsonPath answer = check(document, 0).jsonPath();
        assertThat(answer.getString("questions[0].reason")).as(why).isEqualTo(reason);
        assertThat(answer.getString("questions[0].line")).isEqualTo("energy");
        assertThat(answer.getString("questions[0].detail")).startsWith("Look again: \"energy\" of odd");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "contracts: []                                             | 400 | it must be one contract",
                "contracts: [{name: x, from: 2026-01-01, components: []}]  | 400 | needs the meter",
                "'{{{'                                                     | 400 | no YAML",
                "contracts: [{name: x, meter: other, from: 2026-01-01, components: []}] | 400 | not for contracted",
                "contracts: [{name: x, meter: contracted, from: 2026-01-01, sets: [nowhere], components: []}] | 400 | there is no set",
                "contracts: [{name: infile, meter: contracted, from: 2026-01-01, components: []}] | 409 | choose another name",
                "contracts: [{name: x, meter: contracted, from: 2020-01-01, components: []}] | 409 | begins on the same day",
            })
    void what_could_not_be_kept_is_said_before(String document, int status, String words) {
        Response answer = check(document, 0);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.jsonPath().getString("detail")).contains(words);
    }

    @Test
    void what_is_too_large_or_empty_is_refused() {
        assertThat(check("#" + "x".repeat(70_000), 0).statusCode()).isEqualTo(400);
        assertThat(check("#" + "x".repeat(1_100_000), 0).statusCode()).isEqualTo(413);
        assertThat(check(" ", 0).statusCode()).isEqualTo(400);
        assertThat(given().contentType("text/plain")
                        .body("x")
                        .post("/api/v1/meters/" + METER + "/contracts/check")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void sets_say_what_they_need_and_how_far_they_go() {
        JsonPath answer = asked().get("/api/v1/tariff-sets").jsonPath();
        assertThat(answer.getList("sets.name"))
                .contains("fluvius-imewo", "belgium-gas")
                .doesNotContain("flanders");
        String imewo = "sets.find { it.name == 'fluvius-imewo' }.";
        assertThat(answer.getList(imewo + "facts[0].words")).isEqualTo(List.of("no", "yes"));
        assertThat(answer.getString(imewo + "until")).isEqualTo("2027-01-01");
        assertThat(answer.getString(imewo + "owner")).isEqualTo("grid");
        assertThat(answer.getString("sets.find { it.name == 'belgium-electricity' }.owner"))
                .isEqualTo("levy");
        assertThat(answer.getList("sets.find { it.name == 'ores' }.facts.name"))
                .isEqualTo(List.of("compensation", "prosumer-kva", "tariff"));
    }

    private static Object costs() {
        return asked().get("/api/v1/meters/" + METER + "/history/day,-1")
                .jsonPath()
                .get("total.costs");
    }

    private static Map<String, String> said(String meter) {
        JsonPath answer = asked().get("/api/v1/meters/" + meter + "/contracts").jsonPath();
        Map<String, String> said = new java.util.HashMap<>();
        answer.getList("contracts", Map.class)
                .forEach(each -> said.put((String) each.get("name"), (String) each.get("said")));
        return said;
    }

    private static Response check(String document, int offset) {
        return asked().contentType("text/plain")
                .body(document)
                .post("/api/v1/meters/" + METER + "/contracts/check?offset=" + offset);
    }

    private static RequestSpecification asked() {
        return given().header("X-API-Key", "one");
    }

    /** As ingest keeps it; without a document it is taken away. */
    static void keep(String name, String document) throws SQLException {
        try (Connection connection = TestServices.get().connect("sem_ingest");
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO page_contract VALUES (?, ?, 0) ON DUPLICATE KEY UPDATE document = VALUES(document)")) {
            insert.setString(1, name);
            insert.setString(2, document);
            insert.executeUpdate();
        }
    }
}
