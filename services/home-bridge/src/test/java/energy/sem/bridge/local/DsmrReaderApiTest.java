package energy.sem.bridge.local;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import energy.sem.bridge.history.api.PeriodAnswerJson;
import energy.sem.event.MBusReading;

import static org.assertj.core.api.Assertions.assertThat;

/** DSMR-reader's API at its port, asked as its clients ask. */
class DsmrReaderApiTest {
    private static final String KEY = "A-Key-Of-This-Test";
    private static final Instant NOW = Events.AT.plusSeconds(1);
    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE);

    private static Vertx vertx;

    private final List<String> asked = new ArrayList<>();
    private final ToldMeter meter = new ToldMeter("home", Clock.fixed(NOW, ZoneOffset.UTC));
    private volatile boolean replaced;
    private LocalServer server;

    @BeforeAll
    static void startVertx() {
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void stopVertx() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @BeforeEach
    void listen() {
        Router router = Router.router(vertx);
        new DsmrReaderApi(KEY, meter, new Past(), Clock.fixed(NOW, ZoneOffset.UTC), BRUSSELS).routes(router, "1.2.3");
        server = LocalServer.listen(vertx, "127.0.0.1", 0, router, new LocalHosts(List.of()));
    }

    @AfterEach
    void close() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "X-AUTHKEY, A-Key-Of-This-Test, 200",
        "Authorization, Token A-Key-Of-This-Test, 200",
        "Authorization, Bearer A-Key-Of-This-Test, 403",
        "Authorization, A-Key-Of-This-Test, 403",
        "X-AUTHKEY, another, 403",
        "X-Nothing, x, 403"
    })
    void the_key_comes_in_either_of_its_headers(String header, String value, int status) throws Exception {
        HttpResponse<String> answer = send("/api/v2/application/version", header, value);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).doesNotContain(KEY);
    }

    @Test
    void who_guesses_waits_and_who_has_the_key_does_not() throws Exception {
        for (int i = 0; i < 10; i++) {
            assertThat(send("/api/v2/application/version", "X-AUTHKEY", "guess" + i)
                            .statusCode())
                    .isEqualTo(403);
        }
        HttpResponse<String> refused = send("/api/v2/application/version", "X-AUTHKEY", "guess");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("retry-after")).isPresent();
        assertThat(send("/api/v2/application/version", "X-AUTHKEY", KEY).statusCode())
                .isEqualTo(200);
    }

    @Test
    void what_flows_now_is_in_watts_and_never_old() throws Exception {
        assertThat(ask("/api/v2/consumption/electricity-live").statusCode()).isEqualTo(503);
        speak(Events.gas(100_000));

        assertThat(json("/api/v2/consumption/electricity-live"))
                .isEqualTo(
                        JSON.readTree(
                                """
                                {"timestamp":"2026-11-22T11:15:03+01:00","currently_delivered":0,"currently_returned":1650,
                                 "cost_per_hour":null,"tariff_name":"Tariff 1"}"""));
    }

    @Test
    void gas_is_what_flowed_between_two_readings_of_it() throws Exception {
        speak(Events.gas(100_000));
        assertThat(json("/api/v2/consumption/gas-live")
                        .get("currently_delivered")
                        .isNull())
                .isTrue();

        speak(new MBusReading(1, MBusReading.Kind.GAS, "NGLYD", Events.AT, 100_012L, null, null));
        speak(new MBusReading(1, MBusReading.Kind.GAS, "NGLYD", Events.AT, 100_012L, null, null));

        assertThat(json("/api/v2/consumption/gas-live"))
                .isEqualTo(
                        JSON.readTree(
                                """
                                {"timestamp":"2026-11-22T11:15:03+01:00","currently_delivered":"0.012","cost_per_interval":null}"""));

        speak(new MBusReading(1, MBusReading.Kind.GAS, "another", Events.AT.plusSeconds(1), 5L, null, null));
        assertThat(json("/api/v2/consumption/gas-live")
                        .get("currently_delivered")
                        .isNull())
                .as("a replaced meter begins anew")
                .isTrue();
    }

    @Test
    void today_has_decimals_as_text() throws Exception {
        assertThat(json("/api/v2/consumption/today"))
                .isEqualTo(
                        JSON.readTree(
                                """
                                {"day":"2026-11-22","electricity1":"1.000","electricity2":"0.234","electricity1_returned":"0.000",
                                 "electricity2_returned":"2.100","gas":"0.500","electricity_merged":"1.234",
                                 "electricity_returned_merged":"2.100","electricity1_cost":null,"electricity2_cost":null,
                                 "gas_cost":null,"fixed_cost":null,"total_cost":"0.35"}"""));
    }

    @Test
    void hours_are_a_list_of_pages_and_those_that_nobody_read_are_left_out() throws Exception {
        JsonNode page = json("/api/v2/statistics/hour?limit=2&hour_start__gte=" + encoded("2026-11-22 00:00:00"));

        assertThat(page.get("count").intValue()).isEqualTo(10);
        assertThat(page.get("previous").isNull()).isTrue();
        assertThat(page.get("results")).hasSize(2);
        assertThat(page.get("results").get(0).toString())
                .isEqualTo(
                        "{\"hour_start\":\"2026-11-22T00:00:00+01:00\",\"electricity1\":\"0.001\",\"electricity2\":\"0.000\","
                                + "\"electricity1_returned\":\"0.000\",\"electricity2_returned\":\"0.000\",\"gas\":\"0.100\"}");
        URI next = URI.create(page.get("next").textValue());
        assertThat(next.getQuery()).contains("limit=2", "offset=2", "hour_start__gte=2026-11-22+00:00:00");

        JsonNode second = JSON.readTree(send(next, "X-AUTHKEY", KEY).body());
        assertThat(second.get("results").get(0).get("hour_start").textValue()).isEqualTo("2026-11-22T02:00:00+01:00");
        assertThat(second.get("previous").textValue()).contains("offset=0");
        assertThat(asked).first().isEqualTo("PT1H 2026-11-21T23:00+01:00 2026-11-22T12:00+01:00");
    }

    @Test
    void the_newest_come_first_when_asked_so() throws Exception {
        JsonNode page = json("/api/v2/statistics/hour?ordering=-hour_start&limit=1");

        assertThat(page.get("results").get(0).get("hour_start").textValue()).isEqualTo("2026-11-22T10:00:00+01:00");
    }

    @Test
    void a_quarter_hour_has_its_mean_power() throws Exception {
        JsonNode page = json("/api/v2/consumption/quarter-hour-peak-electricity?read_at_start__gte="
                + encoded("2026-11-22 10:00:00") + "&read_at_start__lte=" + encoded("2026-11-22 10:15:00"));

        assertThat(page.get("count").intValue()).isEqualTo(2);
        assertThat(page.get("results").get(1).toString())
                .isEqualTo(
                        "{\"read_at_start\":\"2026-11-22T10:15:00+01:00\",\"read_at_end\":\"2026-11-22T10:30:00+01:00\","
                                + "\"average_delivered\":\"0.020\"}");
    }

    @Test
    void a_long_list_is_asked_for_in_weeks() throws Exception {
        JsonNode page = json("/api/v2/consumption/quarter-hour-peak-electricity?read_at_start__gte="
                + encoded("2026-10-20 00:00:00") + "&read_at_start__lte=" + encoded("2026-11-03 23:45:00"));

        // 15 days, of which one has 25 hours.
        assertThat(page.get("count").intValue()).isEqualTo(15 * 96 + 4);
        assertThat(asked)
                .containsExactly(
                        "PT15M 2026-10-19T23:00+02:00 2026-10-26T23:00+01:00",
                        "PT15M 2026-10-26T23:00+01:00 2026-11-02T23:00+01:00",
                        "PT15M 2026-11-02T23:00+01:00 2026-11-04T00:00+01:00");
    }

    @Test
    void registers_are_those_at_the_end_of_each_quarter_hour() throws Exception {
        JsonNode results = json("/api/v2/consumption/electricity?read_at__gte=" + encoded("2026-11-22 10:30:00")
                        + "&read_at__lte=" + encoded("2026-11-22 11:00:00"))
                .get("results");

        assertThat(results).hasSize(3);
        JsonNode last = results.get(2);
        assertThat(last.get("read_at").textValue()).isEqualTo("2026-11-22T11:00:00+01:00");
        assertThat(last.get("delivered_1").textValue()).isEqualTo("999.992");
        assertThat(last.get("delivered_2").textValue()).isEqualTo("2000.000");
        assertThat(last.get("currently_delivered").textValue()).isEqualTo("0.028");
        assertThat(results.get(1).get("delivered_1").textValue()).isEqualTo("999.985");
        assertThat(last.get("phase_voltage_l1").isNull()).isTrue();
    }

    @Test
    void gas_is_hourly_with_its_register() throws Exception {
        JsonNode results =
                json("/api/v2/consumption/gas?ordering=-read_at&limit=2").get("results");

        assertThat(results.get(0).toString())
                .isEqualTo("{\"read_at\":\"2026-11-22T11:00:00+01:00\",\"delivered\":\"300.000\","
                        + "\"currently_delivered\":\"0.100\"}");
    }

    @Test
    void from_an_amount_that_is_not_known_on_backwards_no_register_is() throws Exception {
        JsonNode results =
                json("/api/v2/consumption/gas?ordering=-read_at&limit=3").get("results");

        // Nobody read the hour from 9 to 10.
        assertThat(results.get(1).get("read_at").textValue()).isEqualTo("2026-11-22T09:00:00+01:00");
        assertThat(results.get(1).get("delivered").isNull()).isTrue();
        assertThat(results.get(1).get("currently_delivered").textValue()).isEqualTo("0.100");
        assertThat(results.get(2).get("delivered").isNull()).isTrue();
    }

    @Test
    void where_a_meter_was_replaced_its_registers_are_not_known() throws Exception {
        replaced = true;

        JsonNode row =
                json("/api/v2/consumption/electricity?limit=1").get("results").get(0);

        assertThat(row.get("delivered_1").isNull()).isTrue();
        assertThat(row.get("currently_delivered").isNull()).isFalse();
    }

    @Test
    void days_have_every_name_that_clients_know() throws Exception {
        JsonNode day = json("/api/v2/statistics/day?day__gte=2026-11-20&day__lte=2026-11-21")
                .get("results")
                .get(0);

        assertThat(day.get("day").textValue()).isEqualTo("2026-11-20");
        assertThat(day.fieldNames())
                .toIterable()
                .contains(
                        "electricity1",
                        "electricity2_returned",
                        "gas",
                        "total_cost",
                        "lowest_temperature",
                        "gas_reading");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v2/statistics/hour?limit=x",
                "/api/v2/statistics/hour?offset=1.5",
                "/api/v2/statistics/hour?ordering=gas",
                "/api/v2/statistics/hour?hour_start__gte=yesterday",
                "/api/v2/statistics/day?day__lte=2026-13-01",
                "/api/v2/consumption/quarter-hour-peak-electricity?read_at_start__gte=2020-01-01"
            })
    void what_cannot_be_asked_is_said(String path) throws Exception {
        HttpResponse<String> answer = ask(path);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(JSON.readTree(answer.body()).get("detail").textValue()).isNotBlank();
    }

    @Test
    void a_range_that_ends_before_it_begins_is_empty() throws Exception {
        JsonNode page = json("/api/v2/statistics/day?day__gte=2026-11-21&day__lte=2026-11-20");

        assertThat(page.get("count").intValue()).isZero();
        assertThat(asked).isEmpty();
    }

    private void speak(MBusReading gas) {
        meter.heard(Events.heard(Events.event(Events.electricity(Events.twoTariffs()), gas), NOW));
    }

    private JsonNode json(String path) throws Exception {
        HttpResponse<String> answer = ask(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private HttpResponse<String> ask(String path) throws Exception {
        return send(path, "X-AUTHKEY", KEY);
    }

    private HttpResponse<String> send(String path, String header, String value) throws Exception {
        return send(URI.create("http://127.0.0.1:" + server.port() + path), header, value);
    }

    private static HttpResponse<String> send(URI address, String header, String value) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header(header, value)
                .timeout(Duration.ofSeconds(20))
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** A past in which each bucket has one more watt-hour than the one before, from 0; the running bucket is not read yet. */
    private final class Past implements DsmrReaderApi.Periods {
        @Override
        public PeriodAnswerJson today() {
            return read(
                    """
                    {"meter":"home","from":"2026-11-22T00:00:00+01:00","to":"2026-11-23T00:00:00+01:00","buckets":[],
                     "total":{"importKwh":1.234,"importT1Kwh":1,"importT2Kwh":0.234,"exportKwh":2.1,"exportT1Kwh":0,
                              "exportT2Kwh":2.1,"gasM3":0.5,"costs":{"currency":"EUR","total":0.3456}}}""");
        }

        @Override
        public PeriodAnswerJson range(ZonedDateTime from, ZonedDateTime to, String step) {
            asked.add(step + " " + from.toOffsetDateTime() + " " + to.toOffsetDateTime());
            List<String> buckets = new ArrayList<>();
            ZonedDateTime at = from;
            for (int wh = 0; at.isBefore(to); wh++) {
                ZonedDateTime next = step.equals("P1D") ? at.plusDays(1) : at.plus(Duration.parse(step));
                boolean read = at.getHour() != 9 || step.equals("P1D") || step.equals("PT15M");
                boolean running = next.toInstant().isAfter(NOW);
                String amounts = read && !running
                        ? String.format(
                                ",\"importKwh\":0.%03d,\"importT1Kwh\":0.%03d,\"importT2Kwh\":0,\"exportKwh\":0,"
                                        + "\"exportT1Kwh\":0,\"exportT2Kwh\":0,\"gasM3\":0.1",
                                wh % 1000, wh % 1000)
                        : "";
                buckets.add("{\"from\":\"" + text(at) + "\",\"to\":\"" + text(next) + "\"" + amounts + "}");
                at = next;
            }
            String old = replaced
                    ? "{\"serial\":\"1SEM41\",\"kind\":\"electricity\",\"at\":\"2026-11-22T00:00:00+01:00\",\"importT1Kwh\":1}"
                    : "";
            return read("{\"meter\":\"home\",\"buckets\":[" + String.join(",", buckets) + "],\"registers\":{\"from\":["
                    + old
                    + "],\"to\":[{\"serial\":\"1SEM42\",\"kind\":\"electricity\",\"at\":\"2026-11-22T11:00:00+01:00\","
                    + "\"importT1Kwh\":1000,\"importT2Kwh\":2000,\"exportT1Kwh\":0,\"exportT2Kwh\":0},"
                    + "{\"serial\":\"7SEM43\",\"kind\":\"gas\",\"at\":\"2026-11-22T11:00:00+01:00\",\"m3\":300}]}}");
        }

        private static String text(ZonedDateTime at) {
            return OffsetDateTime.from(at).toString();
        }

        private static PeriodAnswerJson read(String json) {
            try {
                return JSON.readValue(json, PeriodAnswerJson.class);
            } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
