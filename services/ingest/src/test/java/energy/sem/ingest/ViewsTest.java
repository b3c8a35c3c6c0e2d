package energy.sem.ingest;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import energy.sem.event.Electricity;
import energy.sem.ingest.kit.Events;
import energy.sem.ingest.kit.IngestTest;
import energy.sem.ingest.kit.Tables;
import energy.sem.ingest.start.Database;
import energy.sem.ingest.store.Storing;
import energy.sem.local.test.TestServices;
import energy.sem.p1.Register;
import energy.sem.p1.RegisterValues;

import static org.assertj.core.api.Assertions.assertThat;

/** What Grafana sees. */
@IngestTest
class ViewsTest {
    @Inject
    Database database;

    @Inject
    Storing storing;

    @BeforeEach
    void tables() throws InterruptedException {
        database.awaitReady();
    }

    @Test
    void a_reading_shows_under_the_columns_of_the_original_sensor_in_its_units() throws InterruptedException {
        Instant at = Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(Duration.ofMinutes(5));
        storing.store(List.of(Events.at("viewed", at)
                .registers(1_234_567L, 2_000L, 30L, 4_000L)
                .gas("7SEM-viewed", at.toString(), 4711)
                .build()));

        Map<String, String> row = Tables.row("SELECT * FROM sem_views.FluviusMeter WHERE meter = 'viewed'");

        assertThat(row.keySet())
                .containsExactly(
                        "reading_time",
                        "UL1",
                        "UL2",
                        "UL3",
                        "IL1",
                        "IL2",
                        "IL3",
                        "Pcl",
                        "Pch",
                        "Ppl",
                        "Pph",
                        "Pp",
                        "Pc",
                        "Vg",
                        "Vw",
                        "meter");
        assertThat(row)
                .containsEntry("UL1", "230.1000")
                .containsEntry("IL3", "0.1200")
                .containsEntry("Pch", "1234.5670")
                .containsEntry("Pcl", "2.0000")
                .containsEntry("Ppl", "0.0300")
                .containsEntry("Pph", "4.0000")
                .containsEntry("Pc", "0.4000")
                .containsEntry("Pp", "0.0000")
                .containsEntry("Vg", "4.7110")
                .containsEntry("Vw", "-1.0000");
    }

    @Test
    void import_is_the_meters_own_total_or_else_the_sum_over_all_its_tariffs() throws InterruptedException {
        Instant at = Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(Duration.ofMinutes(7));
        RegisterValues three = RegisterValues.builder()
                .set(Register.IMPORT_T1_WH, 1_000)
                .set(Register.IMPORT_T2_WH, 2_000)
                .set(Register.IMPORT_T3_WH, 4_000)
                .set(Register.EXPORT_T8_WH, 5_000)
                .build();
        storing.store(List.of(
                Events.at("threetariffs", at).electricity(withRegisters(three)).build(),
                Events.at("owntotal", at)
                        .electricity(withRegisters(three.with(Register.IMPORT_WH, 9_000)))
                        .build()));

        assertThat(Tables.lines("SELECT meter, import_kwh, export_kwh FROM sem_views.readings"
                        + " WHERE meter IN ('threetariffs', 'owntotal') ORDER BY meter"))
                .containsExactly("owntotal 9.0000 5.0000", "threetariffs 7.0000 5.0000");
        assertThat(Tables.lines("SELECT meter, import_kwh, export_kwh FROM sem_views.quarter_hours"
                        + " WHERE meter IN ('threetariffs', 'owntotal') ORDER BY meter"))
                .containsExactly("owntotal 9.0000 5.0000", "threetariffs 7.0000 5.0000");
        assertThat(Tables.lines("SELECT meter, first_import_kwh, last_export_kwh FROM sem_views.registers"
                        + " WHERE meter IN ('threetariffs', 'owntotal') ORDER BY meter"))
                .containsExactly("owntotal 9.0000 5.0000", "threetariffs 7.0000 5.0000");
    }

    private static Electricity withRegisters(RegisterValues registers) {
        return new Electricity("1SEM", null, registers, 100, 0, null, List.of());
    }

    @Test
    void grafanas_time_is_right_in_whatever_zone_its_session_is() throws InterruptedException, SQLException {
        Instant at = Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(Duration.ofMinutes(6));
        storing.store(List.of(Events.at("zoned", at).importT1Wh(1).build()));

        for (String zone : List.of("+00:00", "+02:00", "-05:30")) {
            try (Connection grafana = TestServices.get().connect("sem_grafana");
                    Statement statement = grafana.createStatement()) {
                statement.execute("SET time_zone = '" + zone + "'");
                try (ResultSet time = statement.executeQuery(
                        "SELECT UNIX_TIMESTAMP(reading_time) FROM FluviusMeter WHERE meter = 'zoned' AND reading_time"
                                + " BETWEEN FROM_UNIXTIME(" + at.getEpochSecond() + ") AND FROM_UNIXTIME("
                                + at.getEpochSecond() + ")")) {
                    assertThat(time.next()).as(zone).isTrue();
                    assertThat(time.getLong(1)).isEqualTo(at.getEpochSecond());
                }
            }
        }
    }

    @Test
    void quarter_hours_show_one_register_whether_the_meter_has_tariffs_or_not() throws InterruptedException {
        Electricity withoutTariffs = new Electricity(
                "1SEM-plain", null, RegisterValues.of(Register.IMPORT_WH, 5_500), 100, 0, null, List.of());
        storing.store(List.of(
                Events.at("tariffs", "2026-11-22T10:00:00Z")
                        .registers(1_000L, 500L, 70L, 80L)
                        .build(),
                Events.at("plain", "2026-11-22T10:00:00Z")
                        .electricity(withoutTariffs)
                        .build()));

        assertThat(Tables.rows("SELECT meter, import_kwh, export_kwh, UNIX_TIMESTAMP(quarter_start)"
                        + " FROM sem_views.quarter_hours WHERE meter IN ('tariffs', 'plain') ORDER BY meter"))
                .containsExactly(
                        Arrays.asList("plain", "5.5000", null, "1795341600"),
                        List.of("tariffs", "1.5000", "0.1500", "1795341600"));
    }

    @Test
    void of_a_month_the_final_peak_shows_before_the_running_one() throws InterruptedException {
        storing.store(List.of(
                Events.at("peakview", "2026-10-31T10:00:00Z")
                        .importT1Wh(1)
                        .peak("2026-10", 4200, "2026-10-08T17:30:00Z", false)
                        .build(),
                Events.at("peakview", "2026-11-01T10:00:00Z")
                        .importT1Wh(2)
                        .peak("2026-10", 4100, "2026-10-08T17:30:00Z", true)
                        .peak("2026-11", 800, "2026-11-01T09:30:00Z", false)
                        .build()));

        assertThat(Tables.rows("SELECT month, peak_kw, final FROM sem_views.month_peaks WHERE meter = 'peakview'"
                        + " ORDER BY month"))
                .containsExactly(List.of("2026-10-01", "4.1000", "1"), List.of("2026-11-01", "0.8000", "0"));
    }
}
