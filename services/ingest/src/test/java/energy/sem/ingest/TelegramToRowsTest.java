package energy.sem.ingest;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import energy.sem.event.MBusReading;
import energy.sem.event.TelegramEvent;
import energy.sem.ingest.kit.Events;
import energy.sem.ingest.kit.IngestTest;
import energy.sem.ingest.kit.Tables;
import energy.sem.ingest.kit.Topic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** From an event on Kafka to rows in every table, by the running service. */
@IngestTest
class TelegramToRowsTest {
    private static Topic topic;

    @BeforeAll
    static void open() {
        topic = new Topic();
    }

    @AfterAll
    static void close() {
        topic.close();
    }

    @Test
    void a_telegram_becomes_a_raw_reading_with_every_value() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        store(Events.at("raw", now)
                .importT1Wh(1234)
                .gas("7SEM-raw", now.toString(), 5000)
                .build());

        Map<String, String> row =
                Tables.row("SELECT r.* FROM reading r JOIN device d ON d.id = r.device_id WHERE d.serial = '1SEM-raw'");
        assertThat(row)
                .containsEntry("at", Long.toString(now.toEpochMilli()))
                .containsEntry("import_t1_wh", "1234")
                .containsEntry("import_t2_wh", "500")
                .containsEntry("import_wh", null)
                .containsEntry("export_t1_wh", "70")
                .containsEntry("export_t2_wh", "80")
                .containsEntry("tariff", "1")
                .containsEntry("import_w", "400")
                .containsEntry("demand_w", "380")
                .containsEntry("voltage_l3_dv", "2297")
                .containsEntry("current_l1_ca", "150")
                .containsEntry("import_l1_w", "400")
                .containsEntry("export_l3_w", "0")
                .containsEntry("gas_l", "5000")
                .containsEntry("water_l", null);
        assertThat(Tables.row("SELECT r.* FROM mbus_reading r JOIN device d ON d.id = r.device_id"
                        + " WHERE d.serial = '7SEM-raw'"))
                .containsEntry("volume_l", "5000");
    }

    @Test
    void month_peaks_keep_the_highest_running_one_and_the_final_one() {
        store(
                Events.at("peaks", "2026-10-03T10:00:00Z")
                        .importT1Wh(1)
                        .peak("2026-10", 3000, "2026-10-02T09:15:00Z", false)
                        .build(),
                Events.at("peaks", "2026-10-09T10:00:00Z")
                        .importT1Wh(2)
                        .peak("2026-10", 4200, "2026-10-08T17:30:00Z", false)
                        .peak("2026-09", 2500, "2026-09-08T17:30:00Z", true)
                        .build(),
                Events.at("peaks", "2026-10-03T10:00:01Z")
                        .importT1Wh(1)
                        .peak("2026-10", 3000, "2026-10-02T09:15:00Z", false)
                        .build());

        assertThat(Tables.rows("SELECT month, running_w, running_at, final_w, final_at FROM month_peak p"
                        + " JOIN device d ON d.id = p.device_id WHERE d.serial = '1SEM-peaks' ORDER BY month"))
                .containsExactly(
                        row("2026-09-01", null, null, "2500", milli("2026-09-08T17:30:00Z")),
                        row("2026-10-01", "4200", milli("2026-10-08T17:30:00Z"), null, null));
    }

    @Test
    void implausible_values_are_kept_aside_and_the_rest_of_the_event_is_stored() {
        store(Events.at("aside", "2026-11-22T10:00:00Z")
                .importT1Wh(5)
                .gas("7SEM-aside", "2026-11-22T10:00:00Z", 4711)
                .implausible("1SEM-aside", "register-fell")
                .build());

        assertThat(Tables.rows("SELECT d.serial FROM quarter_hour q JOIN device d ON d.id = q.device_id"
                        + " WHERE d.serial LIKE '%-aside'"))
                .containsExactly(row("7SEM-aside"));
        assertThat(Tables.rows("SELECT serial, at, cause, detail, JSON_VALUE(event, '$.electricity.importT1Wh')"
                        + " FROM quarantine WHERE serial = '1SEM-aside'"))
                .containsExactly(
                        row("1SEM-aside", milli("2026-11-22T10:00:00Z"), "register-fell", "said the test", "5"));
    }

    @Test
    void an_event_with_an_impossible_time_is_kept_aside_whole() {
        store(Events.at("badtime", "2031-01-01T00:00:00Z")
                .importT1Wh(5)
                .gas("7SEM-badtime", "2026-11-22T10:00:00Z", 4711)
                .implausible(null, "time")
                .build());

        assertThat(Tables.number("SELECT COUNT(*) FROM device WHERE serial LIKE '%-badtime'"))
                .isZero();
        assertThat(Tables.rows("SELECT q.serial, q.cause FROM quarantine q JOIN meter m ON m.id = q.meter_id"
                        + " WHERE m.name = 'badtime'"))
                .containsExactly(row("", "time"));
    }

    @Test
    void a_new_serial_number_is_a_new_device_and_both_are_known_by_channel() {
        store(
                Events.at("swap", "2026-11-22T10:00:00Z")
                        .gas("7SEM-old", "2026-11-22T10:00:00Z", 900_000)
                        .build(),
                Events.at("swap", "2026-11-22T12:00:00Z")
                        .gas("7SEM-new", "2026-11-22T12:00:00Z", 3)
                        .build(),
                Events.at("swap", "2026-11-22T09:00:00Z")
                        .gas("7SEM-old", "2026-11-22T09:00:00Z", 899_990)
                        .build());

        assertThat(Tables.rows("SELECT d.serial, e.kind, e.at FROM device_event e JOIN device d ON d.id = e.device_id"
                        + " JOIN meter m ON m.id = d.meter_id WHERE m.name = 'swap' ORDER BY e.at, e.kind"))
                .containsExactly(
                        row("7SEM-old", "appeared", milli("2026-11-22T09:00:00Z")),
                        row("7SEM-old", "channel-1", milli("2026-11-22T09:00:00Z")),
                        row("7SEM-new", "appeared", milli("2026-11-22T12:00:00Z")),
                        row("7SEM-new", "channel-1", milli("2026-11-22T12:00:00Z")));
    }

    @Test
    void a_gas_meter_whose_clock_was_never_set_is_read_when_its_meter_was_and_not_in_2000() {
        store(
                Events.at("unset", "2026-11-22T10:00:00Z")
                        .importT1Wh(1)
                        .gas("7SEM-unset", "1999-12-31T23:00:00Z", 4711)
                        .device(new MBusReading(
                                2,
                                MBusReading.Kind.WATER,
                                "8SEM-unread",
                                Instant.parse("2000-01-01T00:00:00Z"),
                                0L,
                                null,
                                null))
                        .build(),
                Events.at("unset", "2026-11-22T10:15:00Z")
                        .importT1Wh(2)
                        .gas("7SEM-unset", "2000-01-01T00:00:00Z", 4712)
                        .build());

        assertThat(Tables.lines("SELECT d.serial, q.first_at, q.first_volume_l FROM quarter_hour q"
                        + " JOIN device d ON d.id = q.device_id WHERE d.serial IN ('7SEM-unset', '8SEM-unread')"
                        + " ORDER BY q.quarter"))
                .containsExactly("7SEM-unset 1795341600000 4711", "7SEM-unset 1795342500000 4712");
        assertThat(topic.dead("unset")).isEmpty();
    }

    @Test
    void a_momentary_value_that_its_column_cannot_hold_is_left_out_and_the_rest_is_stored() {
        String at = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        topic.sendRaw(
                "toogreat",
                ("{'version':1,'meter':'toogreat','at':'" + at
                                + "','electricity':{'serial':'1SEM-toogreat','tariff':256,"
                                + "'importT1Wh':1000,'importW':140000,'phases':[{'phase':1,'voltageDeciV':8388608,"
                                + "'currentCentiA':100},{'phase':2,'voltageDeciV':2301,'currentCentiA':8388608},"
                                + "{'phase':4,'voltageDeciV':2301}]}}")
                        .replace('\'', '"')
                        .getBytes(UTF_8));
        topic.awaitConsumed();

        assertThat(Tables.lines("SELECT tariff, import_t1_wh, import_w, voltage_l1_dv, current_l1_ca, voltage_l2_dv,"
                        + " current_l2_ca, voltage_l3_dv FROM reading r JOIN device d ON d.id = r.device_id"
                        + " WHERE d.serial = '1SEM-toogreat'"))
                .containsExactly("null 1000 140000 null 100 2301 null null");
        assertThat(Tables.lines("SELECT first_import_t1_wh, max_import_w, max_voltage_l1_dv, max_voltage_l2_dv"
                        + " FROM quarter_hour q JOIN device d ON d.id = q.device_id WHERE d.serial = '1SEM-toogreat'"))
                .containsExactly("1000 140000 null 2301");
        assertThat(topic.dead("toogreat")).isEmpty();
    }

    @Test
    void the_gas_beside_a_reading_is_of_the_device_that_was_read_last() {
        Instant at = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        store(Events.at("twogas", at)
                .importT1Wh(1)
                .gas("7SEM-unhooked", "2017-09-04T09:25:08Z", 110)
                .gas("7SEM-living", at.minusSeconds(20).toString(), 6_990_193)
                .build());

        assertThat(
                        Tables.lines(
                                "SELECT gas_l FROM reading r JOIN device d ON d.id = r.device_id WHERE d.serial = '1SEM-twogas'"))
                .containsExactly("6990193");
    }

    @Test
    void once_simulated_is_always_simulated() {
        store(
                Events.at("demo", "2026-11-22T10:00:00Z")
                        .importT1Wh(1)
                        .simulated()
                        .build(),
                Events.at("demo", "2026-11-22T10:15:00Z").importT1Wh(2).build(),
                Events.at("genuine", "2026-11-22T10:15:00Z").importT1Wh(2).build());

        assertThat(Tables.rows("SELECT name, simulated FROM meter WHERE name IN ('demo', 'genuine') ORDER BY name"))
                .containsExactly(row("demo", "1"), row("genuine", "0"));
    }

    @Test
    void a_reading_older_than_the_raw_retention_still_counts_in_its_quarter_hour() {
        store(Events.at("old", "2020-02-29T10:00:00Z").importT1Wh(77).build());

        assertThat(Tables.number("SELECT COUNT(*) FROM reading r JOIN device d ON d.id = r.device_id"
                        + " WHERE d.serial = '1SEM-old'"))
                .isZero();
        assertThat(Tables.number("SELECT first_import_t1_wh FROM quarter_hour q JOIN device d ON d.id = q.device_id"
                        + " WHERE d.serial = '1SEM-old'"))
                .isEqualTo(77);
    }

    private static void store(TelegramEvent... events) {
        topic.send(List.of(events));
        topic.awaitConsumed();
    }

    private static List<String> row(String... columns) {
        return Arrays.asList(columns);
    }

    private static String milli(String instant) {
        return Long.toString(Instant.parse(instant).toEpochMilli());
    }
}
