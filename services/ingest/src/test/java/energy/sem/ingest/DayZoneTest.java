package energy.sem.ingest;

import java.util.Arrays;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import energy.sem.ingest.kit.Events;
import energy.sem.ingest.kit.IngestTest;
import energy.sem.ingest.kit.Sql;
import energy.sem.ingest.kit.Tables;
import energy.sem.ingest.quarter.DayZone;
import energy.sem.ingest.start.Database;
import energy.sem.ingest.store.Storing;

import static org.assertj.core.api.Assertions.assertThat;

/** Days belong to a zone; when the household's setting changes they are all computed anew. */
@IngestTest
class DayZoneTest {
    @Inject
    Database database;

    @Inject
    Storing storing;

    @Inject
    DayZone zone;

    @BeforeEach
    void tables() throws InterruptedException {
        database.awaitReady();
    }

    @AfterEach
    void own_zone_again() {
        zone.follow();
    }

    @Test
    void the_zone_of_the_days_is_remembered() {
        assertThat(Tables.rows("SELECT day_zone FROM raw_window")).containsExactly(List.of("Europe/Brussels"));
    }

    @Test
    void days_that_another_zone_left_are_computed_anew() throws Exception {
        storing.store(List.of(
                Events.at("rezoned", "2026-11-22T22:30:00Z").importT1Wh(100).build(),
                Events.at("rezoned", "2026-11-22T22:45:00Z").importT1Wh(200).build(),
                Events.at("rezoned", "2026-11-22T23:00:00Z").importT1Wh(400).build(),
                Events.at("rezoned", "2026-11-22T23:15:00Z").importT1Wh(500).build()));
        List<List<String>> right = days();
        assertThat(right).hasSize(2);
        // As UTC would have left them: one day for all, and a figure on a day without readings.
        Sql.run("root", "UPDATE raw_window SET day_zone = 'UTC'");
        Sql.run("root", "DELETE FROM electricity_day WHERE day = '2026-11-23' AND device_id = " + device());
        Sql.run(
                "root",
                "INSERT INTO electricity_day VALUES (" + device() + ", '2026-11-21', 9999, 1, 900) ON DUPLICATE KEY"
                        + " UPDATE peak_w = 9999");

        zone.follow();

        assertThat(days()).containsAll(right).hasSize(3).contains(Arrays.asList("2026-11-21", null, "0"));
    }

    private static List<List<String>> days() {
        return Tables.rows(
                "SELECT day, peak_w, covered_s FROM electricity_day WHERE device_id = " + device() + " ORDER BY day");
    }

    private static long device() {
        return Tables.number("SELECT id FROM device WHERE serial = '1SEM-rezoned'");
    }
}
