package energy.sem.history.api;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import energy.sem.local.test.TestServices;

import static energy.sem.tests.Waiting.await;
import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
class ReadingsResourceTest {
    private static final int SECONDS = 9000;
    private static final long BEGIN = Instant.parse("2026-10-25T00:00:00Z").toEpochMilli();

    @BeforeAll
    static void meters() throws SQLException {
        SampleMeters.write("raw", false, 40);
        SampleMeters.write("seconds", false, BEGIN, BEGIN + 3_600_000);
        SampleMeters.raw("seconds", BEGIN, SECONDS);
        long minutes = Instant.now().toEpochMilli() - 86_400_000;
        SampleMeters.raw("raw", minutes, 86_400);
    }

    @Test
    void each_reading_is_a_line_of_json_device_by_device_in_order_of_time() throws Exception {
        Response response = get("/api/v1/meters/seconds/readings?from=2026-10-25T02:00:00+02:00&to=2026-10-26");
        assertThat(response.contentType()).startsWith("application/x-ndjson");
        List<String> lines = response.asString().lines().toList();
        assertThat(lines).hasSize(2 * SECONDS);
        JsonNode first = new ObjectMapper().readTree(lines.get(0));
        assertThat(first.get("at").asText()).isEqualTo("2026-10-25T02:00:00+02:00");
        assertThat(first.get("serial").asText()).isEqualTo("1SEMseconds");
        assertThat(first.get("importKw").asText()).isEqualTo("0.12");
        assertThat(first.get("phases").get(0).get("voltageV").asText()).isEqualTo("230.1");
        JsonNode hourLater = new ObjectMapper().readTree(lines.get(3600));
        assertThat(hourLater.get("at").asText()).as("02:00 comes twice").isEqualTo("2026-10-25T02:00:00+01:00");
        JsonNode gas = new ObjectMapper().readTree(lines.get(SECONDS));
        assertThat(gas.get("kind").asText()).isEqualTo("gas");
        assertThat(gas.get("m3").asText()).isEqualTo("50");
        assertThat(gas.has("phases")).isFalse();
    }

    @Test
    void a_range_ends_before_its_end() {
        assertThat(get("/api/v1/meters/seconds/readings?from=2026-10-25T00:00:01Z&to=2026-10-25T00:00:03Z")
                        .asString()
                        .lines())
                .hasSize(4);
        assertThat(get("/api/v1/meters/seconds/readings?from=2020-01-01&to=2020-01-02")
                        .asString())
                .isEmpty();
    }

    @Test
    void csv_has_a_header_and_the_same_lines() {
        String address = "/api/v1/meters/seconds/readings?from=2026-10-25T00:00:00Z&to=2026-10-25T00:00:02Z";
        Response csv = given().accept("text/csv").get(address);
        assertThat(csv.contentType()).startsWith("text/csv");
        List<String> lines = csv.asString().lines().toList();
        assertThat(lines).hasSize(5);
        assertThat(lines.get(0)).startsWith("at,kind,serial,tariff,import_kw,export_kw,import_t1_kwh,");
        assertThat(lines.get(1)).startsWith("2026-10-25T02:00:00+02:00,electricity,1SEMseconds,1,0.12,0,1000,2000,");
        assertThat(get(address + "&excel=be").asString().lines().toList().get(1))
                .contains(";0,12;0;1000;2000;");
    }

    @Test
    void readers_that_take_nothing_keep_others_waiting_for_raw_readings_only_and_are_dropped_and_a_slow_one_gets_all()
            throws Exception {
        String all = "/api/v1/meters/raw/readings?from=2020-01-01&to=2100-01-01";
        String few = "/api/v1/meters/seconds/readings?from=2026-10-25T00:00:00Z&to=2026-10-25T00:00:02Z";
        List<Socket> lazy = new ArrayList<>();
        try (Socket slow = asked(all)) {
            for (int i = 1; i < Streams.MOST_AT_ONCE; i++) {
                lazy.add(asked(all));
            }
            Response refused = get(few);
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.header("Retry-After")).isEqualTo("10");
            assertThat(refused.jsonPath().getString("detail")).contains("come back later");
            assertThat(get("/api/v1/meters/seconds/history/day").statusCode()).isEqualTo(200);
            await().atMost(Duration.ofSeconds(60)).until(() -> {
                slow.getInputStream().readNBytes(1024);
                return get(few).statusCode() == 200;
            });
            assertThat(new String(slow.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .endsWith("\r\n0\r\n\r\n");
        } finally {
            for (Socket each : lazy) {
                each.close();
            }
        }
    }

    @Test
    void readers_of_a_long_range_that_go_give_their_places_back() throws Exception {
        String all = "/api/v1/meters/raw/history?from=1971-01-01&to=2200-01-01&step=PT15M&format=ndjson";
        List<Socket> gone = new ArrayList<>();
        for (int i = 0; i < Streams.MOST_AT_ONCE; i++) {
            gone.add(asked(all));
        }
        assertThat(get(all).statusCode()).isEqualTo(429);
        for (Socket each : gone) {
            each.close();
        }
        String few = "/api/v1/meters/seconds/readings?from=2026-10-25T00:00:00Z&to=2026-10-25T00:00:02Z";
        await().atMost(Duration.ofSeconds(60)).until(() -> get(few).statusCode() == 200);
    }

    /** A reader that takes the first line of the answer and no more. */
    private static Socket asked(String address) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.connect(new InetSocketAddress("localhost", RestAssured.port));
        socket.getOutputStream()
                .write(("GET " + address + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        StringBuilder line = new StringBuilder();
        for (int c = socket.getInputStream().read();
                c != '\r' && c != -1;
                c = socket.getInputStream().read()) {
            line.append((char) c);
        }
        assertThat(line.toString()).isEqualTo("HTTP/1.1 200 OK");
        return socket;
    }

    @ParameterizedTest
    @CsvSource({
        "seconds/readings, 400, from",
        "seconds/readings?from=2026-01-02&to=2026-01-01, 400, exchange",
        "seconds/readings?from=2026-01-01&to=2026-01-02&format=xml, 400, csv or json",
        "nobody/readings?from=2026-01-01&to=2026-01-02, 404, no meter",
    })
    void what_cannot_be_answered_is_refused_with_the_reason(String address, int status, String reason) {
        Response response = get("/api/v1/meters/" + address);
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.jsonPath().getString("detail")).contains(reason);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void the_original_display_gets_289_means_newest_first(int selector) {
        Response response = get("/get-esp-data.php?meter=raw&selector=" + selector);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.asString()).endsWith(",").doesNotContain(" ");
        String[] values = response.asString().split(",", -1);
        assertThat(values).hasSize(290);
        assertThat(values[1]).isEqualTo("120");
        assertThat(values[200]).isEqualTo(selector == 3 ? "" : "120");
        assertThat(Arrays.stream(values).filter(value -> !value.isEmpty())).allMatch(value -> value.matches("\\d+"));
    }

    @Test
    void the_original_display_gets_errors_as_text() {
        assertThat(get("/get-esp-data.php").asString()).isEqualTo("No selector given");
        assertThat(get("/get-esp-data.php?selector=7").asString()).isEqualTo("Unknown selector");
        assertThat(get("/get-esp-data.php?selector=0").statusCode()).isEqualTo(200);
    }

    @Test
    void voltages_and_powers_are_told_when_asked_for() throws SQLException {
        try (Connection connection = TestServices.get().connect("sem_ingest");
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE quarter_hour q JOIN device d ON d.id = q.device_id"
                    + " SET max_import_w = 3100, max_export_w = 0, min_voltage_l1_dv = 2298, max_voltage_l1_dv = 2347,"
                    + " min_voltage_l3_dv = 2301, max_voltage_l3_dv = 2301 WHERE d.serial = '1SEMseconds'");
        }
        String range = "/api/v1/meters/seconds/history?from=2026-10-25T00:00:00Z&to=2026-10-25T01:00:00Z";
        JsonPath asked = get(range + "&step=PT15M&fields=voltage,power").jsonPath();
        assertThat(asked.getList("buckets")).hasSize(4);
        assertThat(asked.getList("buckets[3].voltages.phase")).containsExactly(1, 3);
        assertThat(asked.getDouble("buckets[3].voltages[0].minV")).isEqualTo(229.8);
        assertThat(asked.getDouble("buckets[3].voltages[0].maxV")).isEqualTo(234.7);
        assertThat(asked.getDouble("buckets[0].maxImportKw")).isEqualTo(3.1);
        assertThat(get(range).jsonPath().getMap("buckets[0]")).doesNotContainKeys("voltages", "maxImportKw");
        assertThat(get(range + "&fields=colour").statusCode()).isEqualTo(400);
    }
}
