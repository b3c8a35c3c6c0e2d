package energy.sem.history.api;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import energy.sem.event.MonthPeak;
import energy.sem.event.TelegramEvent;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** What is free is at most what the connection has left: of one phase, 500 W taken, after a month peak of 50 kW. */
@QuarkusTest
@TestProfile(Configured.class)
class ConnectionTest {
    private static Telegrams telegrams;

    @BeforeAll
    static void open() throws Exception {
        telegrams = new Telegrams();
    }

    @AfterAll
    static void close() {
        telegrams.close();
    }

    @ParameterizedTest(name = "{0}, {1} {2}{3}: {4} kW free")
    @CsvSource({
        // 40 A, the usual
        "usual, grid, , 400, 8.7",
        // sem.meters.wired.connection=1x63A
        "wired, grid, , 400, 13.99",
        // the meter's fuse where nothing is set, and a limiter
        "fused, fuse-centi-a, 2000, , 4.1",
        "unfused, fuse-centi-a, , off, 8.7",
        "limited, limiter-w, 3000, , 2.5",
        "unlimited, limiter-w, , off, 8.7",
        "smarty, limiter-va, 27648, , 8.7",
    })
    void what_is_free(String meter, String kind, Long value, String text, double freeKw) throws SQLException {
        SampleMeters.write(meter, false, 1);
        EventsResourceTest.said(meter, "1SEM1", kind, 0, "2026-01-01T00:00:00Z", value, text, null);

        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            telegrams.send(event(meter, Instant.now()));
            Response latest = given().header("X-API-Key", "one").get("/api/v1/meters/" + meter + "/latest");
            assertThat(latest.statusCode()).isEqualTo(200);
            assertThat(latest.jsonPath().getString("quarter.freeAfterKw"))
                    .as("of the running quarter hour")
                    .isNotNull();
            assertThat(latest.jsonPath().getDouble("quarter.freeAfterKw")).isEqualTo(freeKw);
            assertThat(latest.jsonPath().getDouble("quarter.freeKw")).isEqualTo(freeKw);
        });
    }

    private static TelegramEvent event(String meter, Instant at) {
        TelegramEvent plain = Telegrams.event(meter, at, 500, 100);
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
                plain.electricity(),
                List.of(new MonthPeak(month, 50_000, at, false)),
                plain.devices(),
                null,
                null,
                List.of());
    }
}
