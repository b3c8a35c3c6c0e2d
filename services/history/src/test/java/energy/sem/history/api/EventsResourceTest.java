package energy.sem.history.api;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import energy.sem.local.test.TestServices;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** What happened at a meter, from what ingest keeps of it. */
@QuarkusTest
class EventsResourceTest {
    private static final String SERIAL = "1SEMtelling";
    private static final String NOVEMBER = "/api/v1/meters/telling/events?from=2026-11-01&to=2026-12-01";

    @BeforeAll
    static void meter() throws SQLException {
        SampleMeters.write("telling", false, 1);
        said("power-failure", 0, "2026-11-04T02:12:07Z", null, null, 3812L);
        said("power-failure", 0, "2026-11-10T00:00:00Z", null, null, 2_147_583_646L);
        said("power-failure", 0, "2026-11-11T00:00:00Z", null, null, Long.MAX_VALUE);
        said("sags", 2, "2026-10-01T10:00:00Z", 11L, null, null);
        said("sags", 2, "2026-11-04T02:14:31Z", 14L, null, null);
        said("breaker", 0, "2026-10-01T10:00:00Z", null, "connected", null);
        said("breaker", 0, "2026-11-05T10:00:00Z", null, "connected", null);
        said("breaker", 0, "2026-11-09T07:30:12Z", null, "disconnected", null);
        said("relay", 3, "2026-11-09T07:30:12Z", null, "connected", null);
        said("limiter-w", 0, "2026-10-01T10:00:00Z", null, "off", null);
        said("limiter-w", 0, "2026-11-12T10:00:00Z", 4600L, null, null);
        said("limiter-va", 0, "2026-11-12T10:00:00Z", 27_648L, null, null);
        said("fuse-centi-a", 0, "2026-11-12T10:00:00Z", 2550L, null, null);
        said("text", 0, "2026-10-01T10:00:00Z", null, null, null);
        said("text", 0, "2026-11-13T10:00:00Z", null, "=1+1; \"call\" us, please", null);
        said("text", 0, "2026-11-14T10:00:00Z", null, null, null);
        said("clock", 0, "2026-11-15T10:00:00Z", -190L, null, null);
        said("of-tomorrow", 7, "2026-11-16T10:00:00Z", 5L, null, null);
        said("telling", "7SEMtelling", "valve", 0, "2026-11-17T10:00:00.001Z", null, "connected", null);
    }

    @Test
    void each_change_of_the_range_is_told_once_in_order_with_what_it_was_before() {
        JsonPath answer = get(NOVEMBER).jsonPath();

        assertThat(answer.getString("zone")).isEqualTo("Europe/Brussels");
        assertThat(answer.getString("from")).isEqualTo("2026-11-01T00:00:00+01:00");
        assertThat(answer.getList("events.what"))
                .containsExactly(
                        "power-failure",
                        "sags",
                        "breaker",
                        "relay",
                        "power-failure",
                        "power-failure",
                        "fuse",
                        "limiter",
                        "limiter",
                        "text",
                        "text",
                        "clock",
                        "of-tomorrow",
                        "valve");
        assertThat(answer.getMap("events[0]"))
                .isEqualTo(Map.of(
                        "at", "2026-11-04T03:12:07+01:00",
                        "what", "power-failure",
                        "kind", "electricity",
                        "serial", SERIAL,
                        "from", "2026-11-04T02:08:35+01:00",
                        "seconds", 3812));
        assertThat(answer.getMap("events[1]"))
                .containsEntry("phase", 2)
                .containsEntry("value", 14)
                .containsEntry("previousValue", 11)
                .doesNotContainKeys("unit", "initial", "relay");
        assertThat(answer.getMap("events[2]"))
                .containsEntry("state", "disconnected")
                .containsEntry("previousState", "connected");
        assertThat(answer.getMap("events[3]")).containsEntry("relay", 3).containsEntry("initial", true);
        assertThat(answer.getMap("events[9]"))
                .containsEntry("text", "=1+1; \"call\" us, please")
                .doesNotContainKeys("previousText", "initial");
        assertThat(answer.getMap("events[10]"))
                .containsEntry("previousText", "=1+1; \"call\" us, please")
                .doesNotContainKey("text");
        assertThat(answer.getMap("events[13]"))
                .containsEntry("kind", "gas")
                .containsEntry("serial", "7SEMtelling")
                .containsEntry("at", "2026-11-17T11:00:00+01:00");
    }

    @ParameterizedTest
    @CsvSource({
        "6, fuse, 25.5, A,",
        "7, limiter, 27.648, kVA,",
        "8, limiter, 4.6, kW, off",
        "11, clock, -190, s,",
        "12, of-tomorrow, 5, ,",
    })
    void a_value_has_its_unit(int index, String what, double value, String unit, String previousState) {
        JsonPath event = get(NOVEMBER).jsonPath().setRootPath("events[" + index + "]");

        assertThat(event.getString("what")).isEqualTo(what);
        assertThat(event.getDouble("value")).isEqualTo(value);
        assertThat(event.getString("unit")).isEqualTo(unit);
        assertThat(event.getString("previousState")).isEqualTo(previousState);
    }

    @Test
    void a_failure_that_would_have_begun_before_clocks_were_set_has_no_begin() {
        assertThat(get(NOVEMBER).jsonPath().getMap("events[4]"))
                .containsEntry("seconds", 2_147_583_646L)
                .doesNotContainKey("from");
        assertThat(get(NOVEMBER).jsonPath().getMap("events[5]"))
                .containsEntry("seconds", Long.MAX_VALUE)
                .doesNotContainKey("from");
    }

    @ParameterizedTest(name = "{0} to {1}: {2}")
    @CsvSource({
        // began 02:08:35, over at 03:12:07
        "2026-11-04T02:00, 2026-11-04T02:08:35, 0",
        "2026-11-04T02:00, 2026-11-04T02:08:36, 1",
        "2026-11-04T02:30, 2026-11-04T03:00, 1",
        "2026-11-04T03:12:07, 2026-11-04T03:13, 1",
        "2026-11-04T03:12:08, 2026-11-04T03:13, 0",
    })
    void a_power_failure_is_in_every_range_that_it_lies_in(String from, String to, int failures) {
        assertThat(get("/api/v1/meters/telling/events?from=" + from + "&to=" + to)
                        .jsonPath()
                        .getList("events"))
                .hasSize(failures);
    }

    @Test
    void what_holds_at_the_end_is_told_since_when() {
        JsonPath october = get("/api/v1/meters/telling/events?from=2026-10-02&to=2026-10-03")
                .jsonPath();
        assertThat(october.getList("events")).isEmpty();
        assertThat(october.getList("states.what")).containsExactly("breaker", "limiter", "sags", "text");
        assertThat(october.getMap("states[0]"))
                .isEqualTo(Map.of(
                        "what", "breaker",
                        "since", "2026-10-01T12:00:00+02:00",
                        "kind", "electricity",
                        "serial", SERIAL,
                        "state", "connected"));
        JsonPath afterRestart = get("/api/v1/meters/telling/events?from=2026-11-06&to=2026-11-07")
                .jsonPath();
        assertThat(afterRestart.getString("states.find { it.what == 'breaker' }.since"))
                .as("a gateway that says it again is no change")
                .isEqualTo("2026-10-01T12:00:00+02:00");
        assertThat(get(NOVEMBER).jsonPath().getString("states.find { it.what == 'breaker' }.state"))
                .isEqualTo("disconnected");
    }

    @Test
    void devices_that_came_are_told_and_one_that_was_replaced_holds_nothing() throws SQLException {
        SampleMeters.write("swapped", false, 5);
        said("swapped", "7SEMswapped", "valve", 0, "2026-01-01T00:00:00Z", null, "connected", null);
        said("swapped", "7SEMnew", "valve", 0, "2026-01-01T00:00:00Z", null, "disconnected", null);
        said("swapped", "8SEMnew", "valve", 0, "2026-01-01T00:00:00Z", null, "connected", null);
        DeviceChangesTest.gasIsReplacedAndBecomesWater("swapped");

        JsonPath answer = get("/api/v1/meters/swapped/events?from=2020-01-01&to=2100-01-01")
                .jsonPath();

        List<Map<String, Object>> devices = answer.getList("events.findAll { it.what.startsWith('device-') }");
        assertThat(devices)
                .extracting(each -> each.get("what"))
                .containsExactly("device-appeared", "device-appeared", "device-replaced", "device-kind-changed");
        assertThat(devices.get(2))
                .containsEntry("kind", "gas")
                .containsEntry("serial", "7SEMnew")
                .containsEntry("channel", 1)
                .containsEntry("previousKind", "gas")
                .containsEntry("previousSerial", "7SEMswapped");
        assertThat(answer.getList("states.serial")).containsExactly("8SEMnew");
    }

    @Test
    void as_csv_it_has_a_line_an_event_and_no_text_is_a_formula() {
        Response csv = given().accept("text/csv").get(NOVEMBER);
        assertThat(csv.contentType()).startsWith("text/csv");
        assertThat(csv.header("Content-Disposition")).contains("telling-events-2026-11-01.csv");
        List<String> lines = csv.asString().lines().toList();
        assertThat(lines).hasSize(15);
        assertThat(lines.get(0))
                .isEqualTo("at,what,initial,kind,serial,phase,relay,channel,from,seconds,value,unit,previous_value,"
                        + "state,previous_state,text,previous_text,previous_kind,previous_serial");
        assertThat(lines.get(1))
                .isEqualTo("2026-11-04T03:12:07+01:00,power-failure,,electricity,1SEMtelling,,,,"
                        + "2026-11-04T02:08:35+01:00,3812,,,,,,,,,");
        assertThat(lines.get(9)).startsWith("2026-11-12T11:00:00+01:00,limiter,,electricity,1SEMtelling,,,,,,4.6,kW,,");
        assertThat(lines.get(10)).contains(",\"'=1+1; \"\"call\"\" us, please\",");
        assertThat(get(NOVEMBER + "&excel=be").asString().lines().toList().get(9))
                .contains(";4,6;kW;");
    }

    @Test
    void who_has_the_answer_already_is_told_so() {
        String tag = get(NOVEMBER).header("ETag");
        assertThat(given().header("If-None-Match", tag).get(NOVEMBER).statusCode())
                .isEqualTo(304);
    }

    @Test
    void another_zone_writes_other_times() {
        assertThat(get(NOVEMBER.replace("2026-11-01", "2026-11-01T00:00Z") + "&zone=UTC")
                        .jsonPath()
                        .getString("events[0].at"))
                .isEqualTo("2026-11-04T02:12:07Z");
    }

    @ParameterizedTest
    @CsvSource({
        "telling/events, 400, from",
        "telling/events?from=2026-01-01, 400, to",
        "telling/events?from=yesterday&to=2026-01-01, 400, not a time",
        "telling/events?from=2026-01-02&to=2026-01-01, 400, exchange",
        "telling/events?from=2026-01-01&to=2026-01-02&format=xml, 400, csv or json",
        "telling/events?from=2026-01-01&to=2026-01-02&zone=Mars, 400, time zone",
        "nobody/events?from=2026-01-01&to=2026-01-02, 404, no meter",
    })
    void what_cannot_be_answered_is_refused_with_the_reason(String address, int status, String reason) {
        Response response = get("/api/v1/meters/" + address);
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.contentType()).startsWith("application/problem+json");
        assertThat(response.jsonPath().getString("detail")).contains(reason);
    }

    private static void said(String kind, int number, String at, Long value, String text, Long seconds)
            throws SQLException {
        said("telling", SERIAL, kind, number, at, value, text, seconds);
    }

    /** A row as ingest writes it. */
    static void said(
            String meter, String serial, String kind, int number, String at, Long value, String text, Long seconds)
            throws SQLException {
        String sql = "INSERT INTO occurrence (meter_id, serial, kind, number, at, value, text, seconds)"
                + " SELECT id, ?, ?, ?, ?, ?, ?, ? FROM meter WHERE name = ?";
        try (Connection connection = TestServices.get().connect("sem_ingest");
                PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, serial);
            insert.setString(2, kind);
            insert.setInt(3, number);
            insert.setLong(4, Instant.parse(at).toEpochMilli());
            insert.setObject(5, value);
            insert.setString(6, text);
            insert.setObject(7, seconds);
            insert.setString(8, meter);
            insert.executeUpdate();
        }
    }
}
