package energy.sem.ingest;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import energy.sem.event.Extremes;
import energy.sem.event.Extremes.VoltageRange;
import energy.sem.event.MBusReading;
import energy.sem.event.MBusReading.Kind;
import energy.sem.event.TelegramEvent;
import energy.sem.ingest.kit.Events;
import energy.sem.ingest.kit.IngestTest;
import energy.sem.ingest.kit.Tables;
import energy.sem.ingest.start.Database;
import energy.sem.ingest.store.Storing;
import energy.sem.quarter.QuarterHours;

import static org.assertj.core.api.Assertions.assertThat;

/** Quarter hours and days, column by column; {@link SameRowsTest} has them in every order. */
@IngestTest
class QuarterRowsTest {
    @Inject
    Database database;

    @Inject
    Storing storing;

    @BeforeEach
    void tables() throws InterruptedException {
        database.awaitReady();
    }

    @Test
    void a_quarter_hour_keeps_its_first_and_last_reading() throws InterruptedException {
        store(
                Events.at("quarter", "2026-11-22T10:00:00Z").importT1Wh(1000).build(),
                Events.at("quarter", "2026-11-22T10:14:59Z").importT1Wh(1100).build(),
                Events.at("quarter", "2026-11-22T10:15:00Z").importT1Wh(1101).build());

        assertThat(quarters(
                        "quarter",
                        "quarter, q.first_at, last_at, first_import_t1_wh, last_import_t1_wh, first_import_t2_wh,"
                                + " last_export_t1_wh, last_export_t2_wh, first_import_wh"))
                .containsExactly(
                        "%d %d %d 1000 1100 500 70 80 null"
                                .formatted(
                                        quarter("2026-11-22T10:00:00Z"),
                                        milli("2026-11-22T10:00:00Z"),
                                        milli("2026-11-22T10:14:59Z")),
                        "%d %d %d 1101 1101 500 70 80 null"
                                .formatted(
                                        quarter("2026-11-22T10:15:00Z"),
                                        milli("2026-11-22T10:15:00Z"),
                                        milli("2026-11-22T10:15:00Z")));
    }

    @Test
    void a_quarter_hour_keeps_the_extremes_of_its_telegrams_and_of_those_between_them() throws InterruptedException {
        String columns = "max_import_w, max_export_w, min_voltage_l1_dv, max_voltage_l1_dv, min_voltage_l2_dv,"
                + " max_voltage_l2_dv, min_voltage_l3_dv, max_voltage_l3_dv";
        store(Events.at("extreme", "2026-11-22T10:00:00Z").importT1Wh(1000).build());
        assertThat(quarters("extreme", columns)).containsExactly("400 0 2301 2301 2310 2310 2297 2297");

        store(Events.at("extreme", "2026-11-22T10:14:59Z")
                .importT1Wh(1100)
                .extremes(new Extremes(
                        3100,
                        Instant.parse("2026-11-22T10:07:00Z"),
                        20,
                        null,
                        List.of(
                                new VoltageRange(1, 2251, 2391),
                                new VoltageRange(2, 2252, 2392),
                                new VoltageRange(3, 2253, 2393))))
                .build());
        assertThat(quarters("extreme", columns)).containsExactly("3100 20 2251 2391 2252 2392 2253 2393");

        store(Events.at("extreme", "2026-11-22T10:07:00Z").importT1Wh(1050).build());
        assertThat(quarters("extreme", columns))
                .as("an ordinary telegram takes nothing back")
                .containsExactly("3100 20 2251 2391 2252 2392 2253 2393");
    }

    @ParameterizedTest(name = "the greater first: {0}, in one batch: {1}")
    @CsvSource({"true, true", "true, false", "false, true", "false, false"})
    void of_two_readings_at_one_time_the_greater_registers_count_and_nothing_known_is_lost(
            boolean greaterFirst, boolean oneBatch) throws InterruptedException {
        String meter = "twice" + greaterFirst + oneBatch;
        List<TelegramEvent> both = new ArrayList<>(List.of(
                Events.at(meter, "2026-11-22T10:00:00Z")
                        .registers(11L, 20L, null, 4L)
                        .build(),
                Events.at(meter, "2026-11-22T10:00:00Z")
                        .registers(10L, 21L, 3L, null)
                        .build()));
        if (!greaterFirst) {
            Collections.reverse(both);
        }
        if (oneBatch) {
            store(both.get(0), both.get(1));
        } else {
            store(both.get(0));
            store(both.get(1));
        }

        assertThat(quarters(
                        meter,
                        "first_import_t1_wh, first_import_t2_wh, first_export_t1_wh, first_export_t2_wh,"
                                + " last_import_t1_wh, last_import_t2_wh, last_export_t1_wh, last_export_t2_wh"))
                .containsExactly("11 21 3 4 11 21 3 4");
    }

    @Test
    void gas_belongs_to_the_quarter_hour_of_its_capture() throws InterruptedException {
        store(Events.at("gas", "2026-11-22T10:07:00Z")
                .importT1Wh(1)
                .gas("7SEM-gas", "2026-11-22T09:00:00Z", 4711)
                .build());

        assertThat(Tables.lines("SELECT quarter, first_volume_l, last_volume_l, first_import_t1_wh FROM quarter_hour q"
                        + " JOIN device d ON d.id = q.device_id WHERE d.serial = '7SEM-gas'"))
                .containsExactly(quarter("2026-11-22T09:00:00Z") + " 4711 4711 null");
    }

    @Test
    void water_heat_and_a_submeter_count_in_their_own_registers() throws InterruptedException {
        for (int i = 0; i < 2; i++) {
            Instant at = Instant.parse("2026-11-22T10:00:00Z").plusSeconds(300L * i);
            store(Events.at("mbus", at)
                    .device(new MBusReading(1, Kind.WATER, "8SEM", at, 4000L + i, null, null))
                    .device(new MBusReading(2, Kind.HEAT, "6SEM", at, null, 812L + i, null))
                    .device(new MBusReading(3, Kind.ELECTRICITY, "2SEM", at, null, null, 99L + i))
                    .device(new MBusReading(4, Kind.WATER, "8SEM-never-read", at, null, null, null))
                    .build());
        }

        assertThat(quarters(
                        "mbus",
                        "d.kind, first_volume_l, last_volume_l, first_heat_mj, last_heat_mj, first_import_wh,"
                                + " last_import_wh"))
                .containsExactlyInAnyOrder(
                        "water 4000 4001 null null null null",
                        "heat null null 812 813 null null",
                        "submeter null null null null 99 100");
        assertThat(Tables.number("SELECT COUNT(*) FROM device WHERE serial = '8SEM-never-read'"))
                .as("an M-Bus value never read opens no device")
                .isZero();
    }

    @Test
    void one_serial_number_of_two_kinds_is_two_devices() throws InterruptedException {
        Instant at = Instant.parse("2026-11-22T10:00:00Z");
        store(Events.at("namesakes", at)
                .device(new MBusReading(1, Kind.GAS, "9SEM-same", at, 5L, null, null))
                .device(new MBusReading(2, Kind.WATER, "9SEM-same", at, 6L, null, null))
                .build());

        assertThat(quarters("namesakes", "d.kind, d.serial, first_volume_l"))
                .containsExactlyInAnyOrder("gas 9SEM-same 5", "water 9SEM-same 6");
    }

    @Test
    void a_meter_counts_in_whatever_registers_it_has_and_one_without_any_is_raw_only() throws InterruptedException {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        store(
                Events.at("onetariff", now).registers(null, 9L, null, 5L).build(),
                Events.at("rawonly", now).registers(null, null, null, null).build(),
                Events.at("exportonly", now).registers(null, null, 7L, null).build());

        assertThat(quarters("onetariff", "first_import_t1_wh, first_import_t2_wh, first_import_wh, last_export_t2_wh"))
                .containsExactly("null 9 null 5");
        assertThat(quarters("exportonly", "first_import_t1_wh, first_export_t1_wh"))
                .containsExactly("null 7");
        assertThat(quarters("rawonly", "quarter")).isEmpty();
        assertThat(Tables.number("SELECT COUNT(*) FROM reading r JOIN device d ON d.id = r.device_id"
                        + " WHERE d.serial = '1SEM-rawonly'"))
                .isEqualTo(1);
    }

    @Test
    void a_day_has_its_highest_demand_and_its_covered_time() throws InterruptedException {
        store(
                Events.at("day", "2026-11-22T09:00:00Z").importT1Wh(1000).build(),
                Events.at("day", "2026-11-22T09:15:00Z").importT1Wh(1100).build(),
                Events.at("day", "2026-11-22T09:30:00Z").importT1Wh(1400).build(),
                Events.at("day", "2026-11-22T09:45:00Z").importT1Wh(1500).build(),
                Events.at("day", "2026-11-22T23:00:00Z").importT1Wh(9999).build());

        assertThat(days("day"))
                .containsExactly(
                        "2026-11-22 1200 " + quarter("2026-11-22T09:15:00Z") + " 2700", "2026-11-23 null null 0");
    }

    @Test
    void a_day_is_computed_anew_when_the_first_readings_of_the_next_day_come() throws InterruptedException {
        store(
                Events.at("evening", "2026-11-22T22:30:00Z").importT1Wh(100).build(),
                Events.at("evening", "2026-11-22T22:45:00Z").importT1Wh(200).build());
        assertThat(days("evening")).containsExactly("2026-11-22 400 " + quarter("2026-11-22T22:30:00Z") + " 900");

        // Midnight in Brussels.
        store(
                Events.at("evening", "2026-11-22T23:00:00Z").importT1Wh(600).build(),
                Events.at("evening", "2026-11-22T23:15:00Z").importT1Wh(610).build());

        assertThat(days("evening"))
                .containsExactly(
                        "2026-11-22 1600 " + quarter("2026-11-22T22:45:00Z") + " 1800",
                        "2026-11-23 40 " + quarter("2026-11-22T23:00:00Z") + " 900");
    }

    @Test
    void a_day_is_computed_anew_when_the_last_reading_of_the_day_before_comes_late() throws InterruptedException {
        store(
                Events.at("morning", "2026-11-22T23:00:30Z").importT1Wh(640).build(),
                Events.at("morning", "2026-11-22T23:15:00Z").importT1Wh(700).build());
        assertThat(days("morning")).containsExactly("2026-11-23 null null 870");

        store(Events.at("morning", "2026-11-22T22:59:50Z").importT1Wh(600).build());

        // At midnight it stood at 600 + 40 * 10 / 40 Wh.
        assertThat(days("morning"))
                .containsExactly(
                        "2026-11-22 null null 10", "2026-11-23 360 " + quarter("2026-11-22T23:00:00Z") + " 900");
    }

    private void store(TelegramEvent... events) throws InterruptedException {
        assertThat(storing.store(List.of(events))).isEmpty();
    }

    private static List<String> days(String meter) {
        return Tables.lines("SELECT day, peak_w, peak_quarter, covered_s FROM electricity_day e"
                + " JOIN device d ON d.id = e.device_id WHERE d.serial = '1SEM-" + meter + "' ORDER BY day");
    }

    /** These columns of all quarter hours of a meter. */
    private static List<String> quarters(String meter, String columns) {
        return Tables.lines("SELECT " + columns + " FROM quarter_hour q JOIN device d ON d.id = q.device_id"
                + " JOIN meter m ON m.id = d.meter_id WHERE m.name = '" + meter + "' ORDER BY quarter");
    }

    private static long milli(String instant) {
        return Instant.parse(instant).toEpochMilli();
    }

    private static int quarter(String instant) {
        return QuarterHours.of(Instant.parse(instant));
    }
}
