package energy.sem.history.api;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import energy.sem.event.Electricity;
import energy.sem.event.MonthPeak;
import energy.sem.event.TelegramEvent;
import energy.sem.p1.Register;
import energy.sem.p1.RegisterValues;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** What {@code /guard} allows; the arithmetic itself is tested in libs/peak-guard. */
@QuarkusTest
@TestProfile(Configured.class)
class GuardResourceTest {
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
    void in_a_month_without_a_peak_it_defends_two_and_a_half_kilowatt() {
        JsonPath guard = allowed("guarded", 300, 0, 0);
        assertThat(guard.getInt("targetW")).isEqualTo(2400);
        assertThat(guard.getInt("allowedImportW")).isGreaterThanOrEqualTo(2170).isLessThanOrEqualTo(9200);
        assertThat(guard.getInt("projectedW")).isBetween(0, 300);
        assertThat(guard.getInt("secondsLeft")).isBetween(1, 900);
        assertThat(guard.getLong("ageSeconds")).isBetween(0L, 30L);
        assertThat(guard.getBoolean("lost")).isFalse();
        assertThat(Instant.parse(guard.getString("endsAt").replaceAll("\\+0[12]:00$", "Z")))
                .isNotNull();
    }

    @Test
    void a_peak_of_the_running_month_is_the_target() {
        assertThat(allowed("peaked", 300, 0, 4200).getInt("targetW")).isEqualTo(4100);
    }

    @Test
    void a_number_of_the_users_is_the_target_until_the_month_has_passed_it() {
        assertThat(allowed("chosen", 300, 0, 3000).getInt("targetW")).isEqualTo(3900);
    }

    @Test
    void a_quarter_hour_that_is_lost_allows_one_watt_which_is_not_no_limit() {
        JsonPath guard = allowed("lost", 3000, 2600, 0);
        assertThat(guard.getInt("allowedImportW")).isEqualTo(1);
        assertThat(guard.getBoolean("lost")).isTrue();
    }

    @Test
    void a_meter_without_1_4_0_is_guarded_by_its_register() {
        RegisterValues registers = RegisterValues.of(java.util.Map.of(Register.IMPORT_T1_WH, 1_000_000L));
        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            // The first of its quarter hour exactly, so its start is known.
            Instant start = Instant.ofEpochSecond(Instant.now().getEpochSecond() / 900 * 900);
            telegrams.send(Telegrams.event("dutch", start, "4DUTCH", registers, 300, null));
            RegisterValues later = RegisterValues.of(java.util.Map.of(Register.IMPORT_T1_WH, 1_000_700L));
            telegrams.send(Telegrams.event("dutch", Instant.now(), "4DUTCH", later, 300, null));
            Response answer = ask("dutch");
            assertThat(answer.statusCode()).isEqualTo(200);
            // 700 Wh are 2800 W of a quarter hour.
            assertThat(answer.jsonPath().getInt("projectedW")).isGreaterThanOrEqualTo(2800);
            assertThat(answer.jsonPath().getBoolean("lost")).isTrue();
        });
    }

    @Test
    void an_old_number_is_none() {
        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            telegrams.send(event("silent", Instant.now().minusSeconds(95), 300, 100, 0));
            assertThat(given().header("X-API-Key", "one")
                            .get("/api/v1/meters/silent/latest")
                            .statusCode())
                    .isEqualTo(200);
        });
        Response answer = ask("silent");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("10");
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.jsonPath().getString("detail")).contains("90 seconds");
    }

    @Test
    void a_meter_that_is_not_there_is_not_there() {
        assertThat(ask("nosuchmeter").statusCode()).isEqualTo(404);
    }

    @Test
    void without_a_key_nothing_is_said() {
        assertThat(given().get("/api/v1/meters/guarded/guard").statusCode()).isEqualTo(401);
    }

    @Test
    void an_unknown_parameter_is_a_typo() {
        assertThat(given().header("X-API-Key", "one")
                        .get("/api/v1/meters/guarded/guard?x=1")
                        .statusCode())
                .isEqualTo(400);
    }

    private static JsonPath allowed(String meter, int importW, int demandW, int peakW) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            telegrams.send(event(meter, Instant.now(), importW, demandW, peakW));
            assertThat(ask(meter).statusCode()).isEqualTo(200);
        });
        return ask(meter).jsonPath();
    }

    private static Response ask(String meter) {
        return given().header("X-API-Key", "one").get("/api/v1/meters/" + meter + "/guard");
    }

    private static TelegramEvent event(String meter, Instant at, int importW, int demandW, int peakW) {
        TelegramEvent plain = Telegrams.event(meter, at, importW, demandW);
        Electricity electricity = plain.electricity();
        YearMonth month = YearMonth.from(at.atZone(SampleMeters.ZONE));
        return new TelegramEvent(
                plain.version(),
                meter,
                at,
                plain.timeSource(),
                at,
                null,
                plain.identification(),
                plain.dialect(),
                plain.p1Version(),
                plain.crc(),
                electricity,
                peakW == 0 ? List.of() : List.of(new MonthPeak(month, peakW, at, false)),
                List.of(),
                null,
                null,
                List.of());
    }
}
