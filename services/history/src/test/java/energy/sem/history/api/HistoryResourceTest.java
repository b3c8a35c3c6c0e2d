package energy.sem.history.api;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
class HistoryResourceTest {

    @BeforeAll
    static void meters() throws SQLException {
        SampleMeters.write("home", false, 30);
        SampleMeters.write("shed", true, 1);
    }

    @BeforeEach
    void addresses_are_sent_as_written() {
        RestAssured.urlEncodingEnabled = false;
    }

    @Test
    void a_year_has_twelve_buckets_that_add_up_to_the_total_and_the_registers() {
        JsonPath year = json("/api/v1/meters/home/history/year");
        List<Float> none = year.getList("buckets.importKwh");
        assertThat(none).hasSize(12);
        BigDecimal sum = sum(year, "importKwh");
        assertThat(sum).isEqualByComparingTo(decimal(year, "total.importKwh")).isPositive();
        assertThat(sum(year, "gasM3")).isEqualByComparingTo(decimal(year, "total.gasM3"));
        assertThat(decimal(year, "registers.to[0].importT1Kwh")
                        .subtract(decimal(year, "registers.from[0].importT1Kwh"))
                        .add(decimal(year, "registers.to[0].importT2Kwh"))
                        .subtract(decimal(year, "registers.from[0].importT2Kwh")))
                .isEqualByComparingTo(sum);
        assertThat(year.getString("registers.from[0].serial")).isEqualTo("1SEMhome");
        assertThat(year.getBoolean("stale")).isFalse();
    }

    @Test
    void a_finished_day_is_complete_and_covered() {
        JsonPath day = json("/api/v1/meters/home/history/day?offset=-1");
        assertThat(day.getBoolean("complete")).isTrue();
        assertThat(decimal(day, "coverage")).isEqualByComparingTo("1");
        long hours = day.getList("buckets").size();
        assertThat(hours).isBetween(23L, 25L);
        assertThat(decimal(day, "total.importKwh"))
                .isEqualByComparingTo(new BigDecimal(hours).multiply(new BigDecimal("0.12")));
        assertThat(decimal(day, "total.peakKw")).isEqualByComparingTo("0.12");
        assertThat(json("/api/v1/meters/home/history/day?offset=-1&step=PT15M").getList("buckets"))
                .hasSize((int) hours * 4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"week,-2", "Week,-2", "WEEK,%20-2", "week%2C-2", "week?offset=-2", "week,-2?offset=-2"})
    void a_view_is_written_in_many_ways(String view) {
        JsonPath week = json("/api/v1/meters/home/history/" + view);
        LocalDate monday = LocalDate.now(SampleMeters.ZONE)
                .with(java.time.DayOfWeek.MONDAY)
                .minusWeeks(2);
        assertThat(week.getString("period")).isEqualTo("week");
        assertThat(week.getInt("offset")).isEqualTo(-2);
        assertThat(week.getString("from"))
                .isEqualTo(monday.atStartOfDay(SampleMeters.ZONE)
                        .toOffsetDateTime()
                        .format(java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME));
        assertThat(week.getList("buckets")).hasSize(7);
    }

    @Test
    void what_is_not_known_is_left_out_and_never_zero() {
        JsonPath future = json("/api/v1/meters/home/history/day");
        int last = future.getList("buckets").size() - 1;
        if (ZonedDateTime.now(SampleMeters.ZONE).getHour() < 23) {
            assertThat(future.getMap("buckets[" + last + "]")).containsOnlyKeys("from", "to", "estimated");
        }
        JsonPath before = json("/api/v1/meters/home/history/year,-5");
        assertThat(before.getMap("total")).isEmpty();
        assertThat(before.getList("registers.from")).isEmpty();
        assertThat(before.getBoolean("complete")).isFalse();
    }

    @Test
    void a_simulated_meter_says_so() {
        assertThat(json("/api/v1/meters/shed/history/day").getBoolean("simulated"))
                .isTrue();
        assertThat(json("/api/v1/meters/home/history/day").getMap("$")).doesNotContainKey("simulated");
    }

    @Test
    void the_same_point_of_the_day_before_is_compared() {
        JsonPath day = json("/api/v1/meters/home/history/day");
        if (day.getString("dataUntil") == null) {
            assertThat(day.getMap("previous")).doesNotContainKey("untilSamePoint");
            return;
        }
        assertThat(day.getString("previous.point").substring(11, 16))
                .isEqualTo(day.getString("dataUntil").substring(11, 16));
        assertThat(decimal(day, "previous.untilSamePoint.importKwh"))
                .isLessThanOrEqualTo(decimal(day, "previous.total.importKwh"));
        assertThat(decimal(day, "previous.coverage")).isEqualByComparingTo("1");
    }

    @Test
    void a_range_has_the_steps_asked_for() {
        JsonPath range =
                json("/api/v1/meters/home/history?from=2026-01-01T00:00:00+01:00&to=2026-01-03&step=P1D&zone=UTC");
        assertThat(range.getList("buckets")).hasSize(3);
        assertThat(range.getString("from")).isEqualTo("2025-12-31T23:00:00Z");
        assertThat(range.getMap("$")).doesNotContainKeys("period", "offset", "previous");
    }

    @Test
    void csv_is_had_by_header_and_by_parameter() {
        Response accept = given().accept("text/csv").get("/api/v1/meters/home/history/day,-1");
        assertThat(accept.contentType()).isEqualTo("text/csv;charset=UTF-8");
        List<String> lines = accept.asString().lines().toList();
        assertThat(lines.get(0))
                .startsWith("from,to,import_kwh,import_t1_kwh,import_t2_kwh,export_kwh,")
                .endsWith(",peak_kw,peak_at,coverage,estimated,cost_eur,peak_from,peak_to");
        assertThat(lines.get(1)).contains(",0.12,0.12,0,0,0,").contains(",1,false,,");
        assertThat(get("/api/v1/meters/home/history/day,-1?format=csv").asString())
                .isEqualTo(accept.asString());
    }

    @Test
    void all_times_of_a_column_have_one_form_also_where_the_offset_is_that_of_utc() {
        String times = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d[+-]\\d\\d:\\d\\d";
        List<String> lines = get("/api/v1/meters/home/history/day,-1?format=csv&zone=Europe/London&step=PT15M")
                .asString()
                .lines()
                .skip(1)
                .toList();
        assertThat(lines).hasSizeGreaterThan(90).allSatisfy(line -> assertThat(line.substring(0, line.indexOf(',')))
                .matches(times));
        assertThat(lines).allSatisfy(line -> assertThat(line).doesNotContain("Z,"));
    }

    @ParameterizedTest
    @CsvSource({"csv, text/csv", "ndjson, application/x-ndjson"})
    void a_range_of_any_length_is_sent_as_lines(String format, String type) {
        String years = "/api/v1/meters/home/history?from=2024-01-01&to=2026-12-31&step=PT15M";
        assertThat(get(years).statusCode()).isEqualTo(400);
        assertThat(get(years).jsonPath().getString("detail")).contains("5000", "format=csv", "format=ndjson");

        Response all = get(years + "&format=" + format);
        assertThat(all.statusCode()).isEqualTo(200);
        assertThat(all.contentType()).startsWith(type);
        List<String> lines = all.asString().lines().toList();
        long quarters = ChronoUnit.MINUTES.between(
                        LocalDate.parse("2024-01-01").atStartOfDay(SampleMeters.ZONE),
                        LocalDate.parse("2026-12-31").atStartOfDay(SampleMeters.ZONE))
                / 15;
        assertThat(lines).hasSize((int) quarters + (format.equals("csv") ? 1 : 0));
    }

    @Test
    void lines_of_json_are_the_buckets_of_the_same_range() throws Exception {
        LocalDate today = LocalDate.now(SampleMeters.ZONE);
        String range = "/api/v1/meters/home/history?from=" + today.minusDays(1) + "&to=" + today.plusDays(1)
                + "&until=last-quarter&step=PT15M";
        ObjectMapper mapper = new ObjectMapper();
        List<JsonNode> lines = new ArrayList<>();
        for (String line : given().accept("application/x-ndjson")
                .get(range)
                .asString()
                .lines()
                .toList()) {
            lines.add(mapper.readTree(line));
        }
        JsonNode buckets = mapper.readTree(get(range).asString()).get("buckets");
        assertThat(lines).hasSize(buckets.size());
        assertThat(lines.subList(0, 90))
                .isEqualTo(StreamSupport.stream(buckets.spliterator(), false)
                        .toList()
                        .subList(0, 90));
    }

    @Test
    void a_belgian_excel_opens_it_as_it_is() {
        Response excel = get("/api/v1/meters/home/history/day,-1?excel=be");
        assertThat(excel.asByteArray()).startsWith(0xEF, 0xBB, 0xBF);
        assertThat(excel.asString().lines().toList().get(1)).contains(";0,12;0,12;0;0;0;");
    }

    @Test
    void an_answer_that_is_there_already_is_not_sent_again() {
        Response first = get("/api/v1/meters/home/history/month,-1");
        String tag = first.header("ETag");
        assertThat(tag).startsWith("W/\"");
        Response again = given().header("If-None-Match", tag).get("/api/v1/meters/home/history/month,-1");
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.asByteArray()).isEmpty();
        assertThat(again.header("ETag")).isEqualTo(tag);
        assertThat(given().header("If-None-Match", "\"other\"")
                        .get("/api/v1/meters/home/history/month,-1")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_finished_period_may_be_kept_and_a_running_one_is_asked_for_again() {
        String kept = get("/api/v1/meters/home/history/day,-1").header("Cache-Control");
        assertThat(kept).contains("private").doesNotContain("no-cache");
        assertThat(Integer.parseInt(kept.replaceAll(".*max-age=(\\d+).*", "$1")))
                .isBetween(0, 3600);
        for (String running : List.of("history/day", "history/year", "peaks")) {
            assertThat(get("/api/v1/meters/home/" + running).header("Cache-Control"))
                    .contains("private", "no-cache")
                    .doesNotContain("max-age");
        }
        assertThat(get("/api/v1/meters/home/history/year,-5").header("Cache-Control"))
                .as("not complete: readings may still come")
                .contains("no-cache");
    }

    @Test
    void pages_of_other_origins_read_nothing() {
        Response response =
                given().header("Origin", "https://elsewhere.example").get("/api/v1/meters/home/history/day");
        assertThat(response.headers().asList())
                .noneMatch(each ->
                        each.getName().toLowerCase(java.util.Locale.ROOT).startsWith("access-control"));
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/meters/nobody/history/day, 404, no meter",
        "/api/v1/meters/no%27%20OR%201=1%20--/history/day, 404, no meter",
        "/api/v1/meters/nobody/latest, 404, no meter",
        "/api/v1/meters/nobody/live, 404, no meter",
        "/api/v1/meters/nobody/peaks, 404, no meter",
        "/api/v1/meters/home/history/fortnight, 400, 'day, week, month or year'",
        "'/api/v1/meters/home/history/week,2', 400, 'The past is negative: week,-2'",
        "/api/v1/meters/home/history/week?offset=1, 400, 'The past is negative: week,-1'",
        "/api/v1/meters/home/history/week?offset=x, 400, whole number",
        "/api/v1/meters/home/history/week?offset=-99999999, 400, farther back",
        "/api/v1/meters/home/history/year?step=PT15M, 400, 5000",
        "/api/v1/meters/home/history/day?step=PT5M, 400, PT15M",
        "/api/v1/meters/home/history/day?zone=Mars/Olympus, 400, Europe/Brussels",
        "/api/v1/meters/home/history/day?until=never, 400, last-quarter",
        "/api/v1/meters/home/history/day?format=xml, 400, csv or json",
        "/api/v1/meters/home/history/day?excel=fr, 400, excel=be",
        "/api/v1/meters/home/history, 400, from",
        "/api/v1/meters/home/history?from=2026-01-01, 400, to",
        "/api/v1/meters/home/history?from=2026-01-01T00:07:00&to=2026-01-02, 400, quarter hour",
        "/api/v1/meters/home/history?from=2026-01-01&to=2026-12-31&step=PT15M, 400, 5000",
        "/api/v1/meters/home/peaks?months=0, 400, months",
        "/api/v1/meters/home/peaks?months=many, 400, months",
        // what is not there is named, with what there is
        "/api/v1/meters/home/history/week?offst=-1, 400, 'no parameter \"offst\" here: there is excel, fields, format, offset,'",
        "/api/v1/meters/home/history/week?from=2026-01-01, 400, '\"from\"'",
        "/api/v1/meters/home/history?from=2026-01-01&to=2026-01-02&Step=P1D, 400, '\"Step\"'",
        "/api/v1/meters/home/history/week?key=secret, 400, '\"key\"'",
        "/api/v1/meters/home/history/week?format=ndjson, 400, of ranges and readings",
        "/api/v1/meters/home/peaks?month=13, 400, 'there is months.'",
        "/api/v1/meters/home/latest?pretty, 400, 'there is zone.'",
        "/api/v1/meters/home/live?zoom=1, 400, 'there is key, zone.'",
        "/api/v1/meters/home/readings?from=2026-01-01&to=2026-01-02&until=now, 400, '\"until\"'",
        "/api/v1/meters/home/events?since=2026-01-01, 400, '\"since\"'",
        "/api/v1/groups?meter=home, 400, takes none",
        "/api/v1/meters/home/nothing, 404, openapi",
        "/api/v2/meters, 404, openapi",
    })
    void what_cannot_be_answered_is_refused_with_the_reason(String address, int status, String reason) {
        Response response = get(address);
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
        assertThat(response.contentType()).startsWith("application/problem+json");
        assertThat(response.jsonPath().getString("detail")).contains(reason);
        assertThat(response.jsonPath().getInt("status")).isEqualTo(status);
    }

    @Test
    void a_method_that_is_not_there_is_405() {
        Response response = given().delete("/api/v1/meters/home/history/day");
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(405);
        assertThat(response.contentType()).startsWith("application/problem+json");
    }

    @Test
    void all_meters_are_listed_with_their_devices() {
        JsonPath meters = json("/api/v1/meters");
        assertThat(meters.getString("zone")).isEqualTo("Europe/Brussels");
        String home = "meters.find { it.name == 'home' }.";
        assertThat(meters.getBoolean(home + "simulated")).isFalse();
        assertThat(meters.getBoolean(home + "everExported")).isFalse();
        assertThat(meters.getList(home + "devices.kind")).containsExactly("electricity", "gas");
        assertThat(meters.getList(home + "devices.serial")).containsExactly("1SEMhome", "7SEMhome");
        assertThat(Instant.parse(ZonedDateTime.parse(meters.getString(home + "lastReadingAt"))
                        .toInstant()
                        .toString()))
                .isBeforeOrEqualTo(Instant.now());
        assertThat(meters.getBoolean("meters.find { it.name == 'shed' }.simulated"))
                .isTrue();
    }

    @Test
    void a_restarted_history_knows_the_newest_reading_from_the_tables() {
        JsonPath latest = json("/api/v1/meters/home/latest");
        assertThat(latest.getString("meter")).isEqualTo("home");
        assertThat(latest.getLong("ageSeconds")).isBetween(0L, 600L);
        assertThat(latest.getString("registers.serial")).isEqualTo("1SEMhome");
        assertThat(decimal(latest, "registers.importT2Kwh")).isEqualByComparingTo("2000");
        assertThat(latest.getString("devices[0].kind")).isEqualTo("gas");
        assertThat(decimal(latest, "devices[0].m3")).isGreaterThan(new BigDecimal("50"));
        assertThat(latest.getBoolean("stale")).isFalse();
    }

    private static JsonPath json(String address) {
        Response response = get(address);
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        return response.jsonPath(io.restassured.path.json.config.JsonPathConfig.jsonPathConfig()
                .numberReturnType(io.restassured.path.json.config.JsonPathConfig.NumberReturnType.BIG_DECIMAL));
    }

    private static BigDecimal decimal(JsonPath json, String path) {
        Object value = json.get(path);
        return value == null ? null : new BigDecimal(value.toString());
    }

    private static BigDecimal sum(JsonPath json, String field) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < json.getList("buckets").size(); i++) {
            BigDecimal value = decimal(json, "buckets[" + i + "]." + field);
            sum = value == null ? sum : sum.add(value);
        }
        return sum;
    }
}
