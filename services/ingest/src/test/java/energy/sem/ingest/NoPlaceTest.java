package energy.sem.ingest;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import io.restassured.RestAssured;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import energy.sem.event.MBusReading;
import energy.sem.event.MBusReading.Kind;
import energy.sem.event.TelegramEvent;
import energy.sem.ingest.kit.Events;
import energy.sem.ingest.kit.IngestTest;
import energy.sem.ingest.kit.Metrics;
import energy.sem.ingest.kit.Sql;
import energy.sem.ingest.kit.Tables;
import energy.sem.ingest.kit.Topic;

import static energy.sem.tests.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tables that have no place for what is right are no fault of the event: it waits until they are mended, which is said, and
 * does not go to the dead topic.
 */
@IngestTest
class NoPlaceTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long BEYOND_32_BITS = 3_000_000_000L;

    private static Topic topic;

    @BeforeAll
    static void open() {
        topic = new Topic();
    }

    @AfterAll
    static void close() {
        topic.close();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lacks")
    void an_event_waits_for_tables_that_have_a_place_for_it(Lack lack) throws SQLException {
        topic.awaitConsumed();
        double before = retries();
        Sql.run("root", lack.made);
        try {
            topic.send(List.of(event(lack)));
            await().atMost(PATIENCE).until(() -> retries() > before + 1);
            assertThat(RestAssured.get("/q/health/ready").statusCode()).isEqualTo(503);
            assertThat(RestAssured.get("/q/health/ready").asString()).contains("no place", lack.named, "operations.md");
            assertThat(RestAssured.get("/q/health/live").statusCode()).isEqualTo(200);
        } finally {
            Sql.run("root", lack.mended);
        }
        topic.awaitConsumed();

        assertThat(Tables.lines("SELECT d.serial, COALESCE(last_volume_l, last_heat_mj, last_import_wh)"
                        + " FROM quarter_hour q JOIN device d ON d.id = q.device_id JOIN meter m ON m.id = d.meter_id"
                        + " WHERE m.name = '" + lack.meter() + "'"))
                .containsExactly(lack.reading.serial() + " " + lack.value());
        assertThat(topic.dead(lack.meter())).isEmpty();
        await().atMost(PATIENCE).until(() -> RestAssured.get("/q/health/ready").statusCode() == 200);
    }

    static Stream<Lack> lacks() {
        Instant read = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        return Stream.of(
                Lack.ofNumbers("meter", read, "4294967296"),
                Lack.ofNumbers("device", read, "4294967296"),
                Lack.ofNumbers("device_event", read, "18446744073709551615"),
                Lack.ofNumbers("quarantine", read, "18446744073709551615"),
                new Lack(
                        "'serial'",
                        "ALTER TABLE device MODIFY serial VARCHAR(95) NOT NULL",
                        "ALTER TABLE device MODIFY serial VARCHAR(96) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL",
                        new MBusReading(2, Kind.WATER, "8SEM-" + "0".repeat(91), read, 815L, null, null)),
                new Lack(
                        "'energy_wh'",
                        "ALTER TABLE mbus_reading MODIFY energy_wh INT NULL",
                        "ALTER TABLE mbus_reading MODIFY energy_wh BIGINT NULL",
                        new MBusReading(2, Kind.ELECTRICITY, "5SEM-noplace", read, null, null, BEYOND_32_BITS)),
                new Lack(
                        "'first_heat_mj'",
                        "ALTER TABLE quarter_hour MODIFY first_heat_mj INT NULL",
                        "ALTER TABLE quarter_hour MODIFY first_heat_mj BIGINT NULL",
                        new MBusReading(2, Kind.HEAT, "6SEM-noplace", read, null, BEYOND_32_BITS, null)));
    }

    /** It takes a number or two in each table that has them, for its own value is kept aside. */
    private static TelegramEvent event(Lack lack) {
        return Events.at(lack.meter(), lack.reading.at().plusSeconds(30))
                .importT1Wh(1)
                .implausible("1SEM-" + lack.meter(), "register-fell")
                .device(lack.reading)
                .build();
    }

    private static double retries() {
        return Metrics.sum(RestAssured.get("/q/metrics"), "sem_ingest_retries_total");
    }

    /**
     * What tables lack.
     *
     * @param named what is said to lack
     * @param made brings it about
     * @param mended ends it
     * @param reading has no place then
     */
    record Lack(String named, String made, String mended, MBusReading reading) {

        /** The next number is beyond what the column holds. */
        static Lack ofNumbers(String table, Instant read, String beyond) {
            String counter = "ALTER TABLE " + table + " AUTO_INCREMENT = ";
            MBusReading reading = new MBusReading(1, Kind.GAS, "7SEM-" + table, read, 4711L, null, null);
            return new Lack("insert into " + table, counter + beyond, counter + "1", reading);
        }

        String meter() {
            return "noplace" + named.replaceAll("[^a-z]", "");
        }

        long value() {
            return Stream.of(reading.volumeLitre(), reading.heatMj(), reading.energyWh())
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElseThrow();
        }

        @Override
        public String toString() {
            return named;
        }
    }
}
