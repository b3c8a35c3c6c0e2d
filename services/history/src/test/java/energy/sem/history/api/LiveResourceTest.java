package energy.sem.history.api;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import energy.sem.event.EventJson;
import energy.sem.event.TelegramEvent;
import energy.sem.event.Topics;
import energy.sem.event.Verdict;

import static energy.sem.history.api.Telegrams.event;
import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
class LiveResourceTest {
    private static Telegrams telegrams;

    @BeforeAll
    static void open() throws Exception {
        telegrams = new Telegrams();
    }

    @AfterAll
    static void close() {
        telegrams.close();
    }

    @Test
    void the_newest_telegram_is_the_latest_reading_before_it_is_in_any_table() {
        await().untilAsserted(() -> {
            telegrams.send(event("attic", Instant.now(), 642, null));
            Response latest = get("/api/v1/meters/attic/latest");
            assertThat(latest.statusCode()).isEqualTo(200);
            assertThat(latest.jsonPath().getDouble("importKw")).isEqualTo(0.642);
        });
        Response latest = get("/api/v1/meters/attic/latest");
        assertThat(latest.jsonPath().getLong("ageSeconds")).isBetween(0L, 30L);
        assertThat(latest.jsonPath().getBoolean("stale")).isFalse();
        assertThat(new BigDecimal(latest.jsonPath().getString("phases[0].voltageV")))
                .isEqualByComparingTo("234.7");
        assertThat(latest.jsonPath().getString("devices[0].serial")).isEqualTo("7SEM1");
        assertThat(latest.jsonPath().getMap("$")).doesNotContainKeys("simulated", "monthPeak");
    }

    @Test
    void the_running_quarter_hour_is_projected_to_its_end() {
        await().untilAsserted(() -> {
            telegrams.send(event("cellar", Instant.now(), 3000, 1200));
            Response latest = get("/api/v1/meters/cellar/latest");
            assertThat(latest.statusCode()).isEqualTo(200);
            assertThat(latest.jsonPath().getDouble("quarter.demandKw")).isEqualTo(1.2);
            assertThat(latest.jsonPath().getDouble("quarter.projectedKw")).isBetween(1.2, 4.2);
            assertThat(latest.jsonPath().getDouble("quarter.limitKw")).isEqualTo(2.5);
            assertThat(latest.jsonPath().getDouble("quarter.freeKw")).isNotNegative();
        });
    }

    @Test
    void a_backlog_that_arrives_late_is_not_the_latest() {
        Instant now = Instant.now();
        await().untilAsserted(() -> {
            telegrams.send(event("loft", now, 700, null));
            assertThat(get("/api/v1/meters/loft/latest").statusCode()).isEqualTo(200);
        });
        telegrams.send(event("loft", now.minusSeconds(60), 99, null));
        telegrams.send(event("loft", now.plusSeconds(1), 701, null));
        await().untilAsserted(() -> assertThat(
                        get("/api/v1/meters/loft/latest").jsonPath().getDouble("importKw"))
                .isEqualTo(0.701));
    }

    @Test
    void what_publish_every_leaves_out_is_the_latest_all_the_same() {
        Instant now = Instant.now();
        await().untilAsserted(() -> {
            telegrams.send(event("porch", now, 700, null));
            assertThat(get("/api/v1/meters/porch/latest").statusCode()).isEqualTo(200);
        });
        telegrams.send(Topics.LIVE, "porch", EventJson.write(event("porch", now.plusSeconds(1), 701, null)));
        await().untilAsserted(() -> assertThat(
                        get("/api/v1/meters/porch/latest").jsonPath().getDouble("importKw"))
                .isEqualTo(0.701));
    }

    @Test
    void a_meter_whose_clock_was_ahead_and_is_set_right_goes_on_at_once() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        TelegramEvent ahead = event("attic", now.plus(Duration.ofHours(2)), 700, null);
        await().untilAsserted(() -> {
            telegrams.send(new TelegramEvent(
                    ahead.version(),
                    ahead.meter(),
                    ahead.at(),
                    ahead.timeSource(),
                    now,
                    ahead.simulated(),
                    ahead.identification(),
                    ahead.dialect(),
                    ahead.p1Version(),
                    ahead.crc(),
                    ahead.electricity(),
                    ahead.monthPeaks(),
                    ahead.devices(),
                    ahead.extremes(),
                    ahead.verdict(),
                    ahead.unknown()));
            assertThat(get("/api/v1/meters/attic/latest").statusCode()).isEqualTo(200);
        });
        telegrams.send(event("attic", now.plusSeconds(1), 701, null));
        await().untilAsserted(() -> assertThat(
                        get("/api/v1/meters/attic/latest").jsonPath().getDouble("importKw"))
                .isEqualTo(0.701));
    }

    @Test
    void what_the_gateway_finds_implausible_is_not_shown() {
        Instant now = Instant.now();
        await().untilAsserted(() -> {
            telegrams.send(event("barn", now, 500, null));
            assertThat(get("/api/v1/meters/barn/latest").statusCode()).isEqualTo(200);
        });
        telegrams.send(with(
                event("barn", now.plusSeconds(1), 999_999, null),
                new Verdict(false, List.of(new Verdict.Finding("1SEM1", "power", "more than the fuse lets through")))));
        telegrams.send(with(
                event("barn", now.plusSeconds(2), 502, null),
                new Verdict(false, List.of(new Verdict.Finding("7SEM1", "register-fell", "gas fell")))));
        await().untilAsserted(() -> assertThat(
                        get("/api/v1/meters/barn/latest").jsonPath().getDouble("importKw"))
                .isEqualTo(0.502));
        assertThat(get("/api/v1/meters/barn/latest").jsonPath().getList("devices"))
                .isEmpty();
    }

    @Test
    void garbage_on_the_topic_is_passed_over() {
        telegrams.send(Topics.TELEGRAMS, "x", "no json".getBytes(StandardCharsets.UTF_8));
        telegrams.send(Topics.TELEGRAMS, "x", null);
        await().untilAsserted(() -> {
            telegrams.send(event("afterwards", Instant.now(), 1, null));
            assertThat(get("/api/v1/meters/afterwards/latest").statusCode()).isEqualTo(200);
        });
    }

    @Test
    void a_meters_health_is_passed_through() throws Exception {
        SampleMeters.write("healthy", false, 1);
        telegrams.send(
                Topics.METERS, "healthy", "{\"state\":\"receiving\",\"backlog\":3}".getBytes(StandardCharsets.UTF_8));
        await().untilAsserted(() -> assertThat(
                        get("/api/v1/meters").jsonPath().getString("meters.find { it.name == 'healthy' }.health.state"))
                .isEqualTo("receiving"));
    }

    private static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(300));
    }

    private static TelegramEvent with(TelegramEvent event, Verdict verdict) {
        return new TelegramEvent(
                event.version(),
                event.meter(),
                event.at(),
                event.timeSource(),
                event.receivedAt(),
                event.simulated(),
                event.identification(),
                event.dialect(),
                event.p1Version(),
                event.crc(),
                event.electricity(),
                event.monthPeaks(),
                event.devices(),
                event.extremes(),
                verdict,
                event.unknown(),
                event.meterAt(),
                event.leftOut(),
                event.occurrences());
    }
}
