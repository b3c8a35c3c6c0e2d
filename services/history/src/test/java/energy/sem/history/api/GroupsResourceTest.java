package energy.sem.history.api;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
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
import org.junit.jupiter.params.provider.ValueSource;

import energy.sem.quarter.QuarterHours;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** Groups of the settings: a street with fixed shares, a court without, and one whose meter is not there yet. */
@QuarkusTest
@TestProfile(Configured.class)
class GroupsResourceTest {
    private static final String STREET = "/api/v1/groups/street";
    private static int quarters;

    /** Each quarter hour anna takes 100 Wh, bert 50 Wh, and the roof injects 120 Wh. */
    @BeforeAll
    static void meters() throws SQLException {
        Instant first = LocalDate.now(SampleMeters.ZONE)
                .minusDays(3)
                .atStartOfDay(SampleMeters.ZONE)
                .toInstant();
        write("ganna", first, Map.of("import_t1_wh", 100L));
        write("gbert", first, Map.of("import_t1_wh", 50L));
        write("groof", first, Map.of("export_t1_wh", 120L));
        LocalDate yesterday = LocalDate.now(SampleMeters.ZONE).minusDays(1);
        quarters = QuarterHours.of(
                        yesterday.plusDays(1).atStartOfDay(SampleMeters.ZONE).toInstant())
                - QuarterHours.of(yesterday.atStartOfDay(SampleMeters.ZONE).toInstant());
    }

    private static void write(String name, Instant first, Map<String, Long> rise) throws SQLException {
        SampleMeters.registers(
                name,
                first,
                SampleMeters.rising(
                        Map.of("import_t1_wh", 1_000L, "import_t2_wh", 2_000L, "export_t1_wh", 5L),
                        rise,
                        QuarterHours.of(Instant.now()) - QuarterHours.of(first)));
    }

    @Test
    void groups_are_listed_with_their_members_and_told_beside_the_meters() {
        JsonPath groups = asked().get("/api/v1/groups").jsonPath();
        assertThat(groups.getString("zone")).isEqualTo("Europe/Brussels");
        List<String> names = groups.getList("groups.name");
        assertThat(names).contains("court", "planned", "street").isSorted();
        String street = "groups.find { it.name == 'street' }";
        assertThat(groups.getString(street + ".key")).isEqualTo("fixed");
        assertThat(groups.getList(street + ".members.meter")).isEqualTo(List.of("ganna", "gbert", "groof"));
        assertThat(groups.getList(street + ".members.sharePercent")).isEqualTo(List.of(60, 40, 0));
        assertThat(groups.getMap("groups.find { it.name == 'planned' }.members[0]"))
                .isEqualTo(Map.of("meter", "gnotyet", "known", false));
        assertThat(asked().get("/api/v1/meters").jsonPath().getList("groups")).isEqualTo(names);
    }

    @Test
    void a_day_is_summed_and_shared_by_hour_and_by_member() {
        JsonPath day = asked().get(STREET + "/history/day?offset=-1").jsonPath();
        assertThat(day.getString("group")).isEqualTo("street");
        assertThat(day.getString("step")).isEqualTo("PT1H");
        assertThat(decimal(day, "total.importKwh")).isEqualByComparingTo(kwh(150L * quarters));
        assertThat(decimal(day, "total.exportKwh")).isEqualByComparingTo(kwh(120L * quarters));
        // Of 120 Wh anna may have 72, bert 48.
        assertThat(decimal(day, "total.sharedKwh")).isEqualByComparingTo(kwh(120L * quarters));
        assertThat(day.getList("buckets")).hasSize(quarters / 4);
        assertThat(day.getMap("buckets[12]"))
                .containsEntry("importKwh", 0.6f)
                .containsEntry("exportKwh", 0.48f)
                .containsEntry("sharedKwh", 0.48f)
                .containsEntry("coverage", 1)
                .containsEntry("estimated", false)
                .doesNotContainKey("missing");
        assertThat(day.getList("members.meter")).isEqualTo(List.of("ganna", "gbert", "groof"));
        assertThat(day.getList("members.coverage")).isEqualTo(List.of(1, 1, 1));
        assertThat(decimal(day, "members[1].importKwh")).isEqualByComparingTo(kwh(50L * quarters));
        assertThat(day.getBoolean("complete")).isTrue();
        assertThat(day.getMap("")).doesNotContainKey("until");
    }

    @Test
    void a_member_counts_in_its_group_what_it_counts_alone() {
        JsonPath group = asked().get(STREET + "/history/week,0?step=P1D").jsonPath();
        JsonPath alone = asked().get("/api/v1/meters/gbert/history/week,0?until=last-quarter")
                .jsonPath();
        assertThat(decimal(group, "members[1].importKwh")).isEqualByComparingTo(decimal(alone, "total.importKwh"));
    }

    @ParameterizedTest
    @CsvSource({"street, 72, 48", "court, 50, 50"})
    void the_statement_says_what_each_took_received_and_gave(String group, long first, long second) {
        JsonPath day =
                asked().get("/api/v1/groups/" + group + "/sharing/day,-1").jsonPath();
        assertThat(day.getInt("quarters")).isEqualTo(quarters);
        assertThat(day.getInt("unknownQuarters")).isZero();
        assertThat(decimal(day, "members[0].receivedKwh")).isEqualByComparingTo(kwh(first * quarters));
        if (group.equals("street")) {
            assertThat(decimal(day, "members[1].receivedKwh")).isEqualByComparingTo(kwh(second * quarters));
            assertThat(decimal(day, "members[1].restKwh")).isEqualByComparingTo(kwh(2L * quarters));
        }
        int roof = day.getList("members").size() - 1;
        assertThat(decimal(day, "members[" + roof + "].exportKwh")).isEqualByComparingTo(kwh(120L * quarters));
        assertThat(decimal(day, "members[" + roof + "].givenKwh"))
                .isEqualByComparingTo(decimal(day, "total.receivedKwh"));
        for (String field : List.of("importKwh", "receivedKwh", "restKwh", "exportKwh", "givenKwh", "surplusKwh")) {
            BigDecimal sum =
                    day.getList("members." + field, BigDecimal.class).stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(sum).as(field).isEqualByComparingTo(decimal(day, "total." + field));
        }
    }

    @Test
    void a_running_period_says_up_to_when_it_goes() {
        JsonPath month = asked().get(STREET + "/sharing/month").jsonPath();
        OffsetDateTime until = OffsetDateTime.parse(month.getString("until"));
        assertThat(until).isAfter(OffsetDateTime.parse(month.getString("from")).minusNanos(1));
        assertThat(QuarterHours.isEdge(until.toInstant())).isTrue();
        assertThat(month.getBoolean("complete")).isFalse();
    }

    @Test
    void a_meter_that_is_not_there_yet_is_unknown_and_not_0() {
        JsonPath day = asked().get("/api/v1/groups/planned/sharing/day,-1").jsonPath();
        assertThat(day.getMap("total")).isEmpty();
        assertThat(day.getInt("members[0].unknownQuarters")).isEqualTo(quarters);
        assertThat(day.getInt("members[0].coverage")).isZero();
        assertThat(day.getMap("members[0]")).doesNotContainKeys("importKwh", "receivedKwh", "restKwh");
        JsonPath history = asked().get("/api/v1/groups/planned/history/day,-1").jsonPath();
        assertThat(history.getList("buckets[0].missing")).isEqualTo(List.of("gnotyet"));
    }

    @Test
    void quarter_hours_as_csv() {
        Response csv = asked().get(STREET + "/history/day?offset=-1&step=PT15M&format=csv");
        assertThat(csv.contentType()).isEqualTo("text/csv;charset=UTF-8");
        LocalDate yesterday = LocalDate.now(SampleMeters.ZONE).minusDays(1);
        assertThat(csv.header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"street-group-" + yesterday + ".csv\"");
        List<String> lines = csv.asString().lines().toList();
        assertThat(lines.get(0)).isEqualTo("from,to,import_kwh,export_kwh,shared_kwh,coverage,estimated,missing");
        assertThat(lines).hasSize(quarters + 1);
        assertThat(lines.get(1)).startsWith(yesterday + "T00:00:00+").endsWith(",0.15,0.12,0.12,1,false,");
    }

    @Test
    void the_statement_as_csv_in_both_dialects() {
        List<String> lines = asked().header("Accept", "text/csv")
                .get(STREET + "/sharing/day,-1")
                .asString()
                .lines()
                .toList();
        assertThat(lines.get(0))
                .isEqualTo(
                        "from,to,meter,share_percent,import_kwh,received_kwh,rest_kwh,export_kwh,given_kwh,surplus_kwh,"
                                + "unknown_quarters,estimated_quarters,coverage");
        assertThat(lines).hasSize(4);
        assertThat(lines.get(2))
                .endsWith(",gbert,40," + plain(50L * quarters) + "," + plain(48L * quarters) + ","
                        + plain(2L * quarters) + ",0,0,0,0,0,1");
        String belgian = asked().get(STREET + "/sharing/day,-1?excel=be").asString();
        assertThat(belgian)
                .startsWith("\uFEFFfrom;to;meter;")
                .contains(";gbert;40;" + plain(50L * quarters).replace('.', ',') + ";");
    }

    @Test
    void the_same_answer_has_the_same_tag() {
        Response first = asked().get(STREET + "/sharing/day,-1");
        assertThat(first.header("ETag")).startsWith("W/\"");
        assertThat(asked().header("If-None-Match", first.header("ETag"))
                        .get(STREET + "/sharing/day,-1")
                        .statusCode())
                .isEqualTo(304);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/v1/groups/nobody/history/day          | 404 | There is no group \"nobody\"",
                "/api/v1/groups/STREET/sharing/month        | 404 | There is no group \"STREET\"",
                "/api/v1/groups/street/history/fortnight    | 400 | There is no period \"fortnight\"",
                "/api/v1/groups/street/history/day?step=P2D | 400 | There is no step \"P2D\"",
                "/api/v1/groups/street/history/year?step=PT15M | 400 | more than 5000 buckets",
                "/api/v1/groups/street/sharing/month?offset=1  | 400 | The past is negative",
                "/api/v1/groups/street/sharing/month?offset=x  | 400 | offset=x is not a whole number",
                "/api/v1/groups/street/sharing/month?zone=Mars | 400 | Mars",
                "/api/v1/groups/street/sharing/month?format=ndjson | 400 | use csv or json",
                "/api/v1/groups/street/sharing/month?until=now | 400 | There is no parameter \"until\"",
            })
    void what_makes_no_sense_is_said(String address, int status, String words) {
        Response response = asked().get(address);
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.contentType()).startsWith("application/problem+json");
        assertThat(response.jsonPath().getString("detail")).contains(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/street/history/day", "/street/sharing/month", "/nobody/sharing/month"})
    void without_a_key_nothing_is_told_not_even_which_groups_there_are(String rest) {
        assertThat(get("/api/v1/groups" + rest).statusCode()).isEqualTo(401);
    }

    private static RequestSpecification asked() {
        return given().header("X-API-Key", "one");
    }

    private static BigDecimal decimal(JsonPath answer, String path) {
        return new BigDecimal(answer.getString(path));
    }

    private static BigDecimal kwh(long wh) {
        return BigDecimal.valueOf(wh, 3);
    }

    private static String plain(long wh) {
        return kwh(wh).stripTrailingZeros().toPlainString();
    }
}
