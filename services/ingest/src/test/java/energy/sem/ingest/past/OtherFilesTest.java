package energy.sem.ingest.past;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import energy.sem.event.Occurrence;
import energy.sem.event.TelegramEvent;
import energy.sem.files.made.FluviusFiles;
import energy.sem.files.made.FluviusFiles.Variant;
import energy.sem.files.made.Household;
import energy.sem.files.made.SemExportFiles;
import energy.sem.ingest.kit.Events;
import energy.sem.ingest.kit.IngestTest;
import energy.sem.ingest.kit.Tables;
import energy.sem.ingest.start.Database;
import energy.sem.ingest.store.Storing;
import energy.sem.p1.Register;
import energy.sem.quarter.QuarterSeries;

import static org.assertj.core.api.Assertions.assertThat;

/** Days, gas, other meters, and what happens at the same time. */
@IngestTest
class OtherFilesTest {
    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

    @TempDir
    Path folder;

    @Inject
    Database database;

    @Inject
    Storing storing;

    @Inject
    Importing importing;

    @Inject
    Undoing undoing;

    @BeforeEach
    void tables() throws InterruptedException {
        database.awaitReady();
    }

    @Test
    void days_have_their_totals_and_no_peaks_and_quarter_hours_replace_them() throws InterruptedException {
        Home home = new Home(Household.of(5, BRUSSELS, LocalDate.of(2025, 10, 23), 7), "days");
        int began = home.truth.quarters() - 100;
        storing.store(home.live(home.truth.edge(began).plusSeconds(60), home.truth.edge(home.truth.quarters()), 60));
        Map<String, String> none = Tables.contentSums();

        Plan days = take(home, FluviusFiles.days(home.truth, Variant.DUTCH_2025_09));

        assertThat(days.refusal()).isNull();
        QuarterSeries series = home.series();
        for (Instant midnight : home.truth.midnights()) {
            if (midnight.isBefore(home.truth.edge(began))) {
                assertThat(series.edge(Register.IMPORT_T1_WH, energy.sem.quarter.QuarterHours.of(midnight))
                                .orElseThrow()
                                .value())
                        .isEqualTo(home.truth.at(Register.IMPORT_T1_WH, midnight));
            }
        }
        assertThat(series.peak(home.quarter(0), home.quarter(4 * 96))).isEmpty();
        Map<String, String> onlyDays = Tables.contentSums();

        Plan quarters = take(home, FluviusFiles.quarters(home.truth, Variant.DUTCH_2025_09, q -> false));

        assertThat(quarters.refusal()).isNull();
        series = home.series();
        for (int edge = 0; edge < home.truth.quarters(); edge++) {
            assertThat(series.edge(Register.IMPORT_T2_WH, home.quarter(edge))
                            .orElseThrow()
                            .value())
                    .isEqualTo(home.truth.at(Register.IMPORT_T2_WH, edge));
        }
        assertThat(series.peak(home.quarter(0), home.quarter(4 * 96))).isPresent();
        assertThat(take(home, FluviusFiles.days(home.truth, Variant.DUTCH_2025_09))
                        .quarters())
                .as("sums replace nothing that is better known")
                .isZero();
        undoing.undo("days", quarters.imported(), FluviusImportTest.SILENT);
        assertThat(Tables.contentSums()).isEqualTo(onlyDays);
        undoing.undo("days", days.imported(), FluviusImportTest.SILENT);
        assertThat(Tables.contentSums()).isEqualTo(none);
    }

    @Test
    void gas_is_counted_once_in_litres_and_joins_the_hours_that_the_meter_tells() throws InterruptedException {
        Household truth = Household.of(6, BRUSSELS, LocalDate.of(2025, 10, 24), 5);
        List<Instant> hours = truth.hours();
        List<TelegramEvent> events = new ArrayList<>();
        for (Instant hour : hours.subList(hours.size() - 20, hours.size())) {
            events.add(Events.at("pastgas", hour.plusSeconds(30))
                    .importT1Wh(1000)
                    .gas(FluviusFiles.GAS_METER, hour.toString(), truth.at(Register.VOLUME_L, hour))
                    .build());
        }
        storing.store(events);
        Map<String, String> before = Tables.contentSums();

        Plan plan = importing.take(
                "pastgas",
                Home.file(FluviusFiles.gasHours(truth, Variant.ENGLISH_2025)),
                FluviusImportTest.PLAIN,
                false,
                FluviusImportTest.SILENT);

        assertThat(plan.refusal()).isNull();
        assertThat(plan.devices()).singleElement().satisfies(device -> {
            assertThat(device.isNew()).isFalse();
            assertThat(device.overlapping()).isPositive();
            assertThat(device.greatestDifference()).isZero();
        });
        List<String> shown = Tables.lines(
                "SELECT q.first_at, q.first_volume_l FROM quarter_hour q JOIN device d ON d.id = q.device_id"
                        + " JOIN meter m ON m.id = d.meter_id WHERE m.name = 'pastgas' AND d.kind = 'gas' ORDER BY quarter");
        assertThat(shown)
                .isEqualTo(hours.stream()
                        .map(hour -> hour.toEpochMilli() + " " + truth.at(Register.VOLUME_L, hour))
                        .toList());
        undoing.undo("pastgas", plan.imported(), FluviusImportTest.SILENT);
        assertThat(Tables.contentSums()).isEqualTo(before);
    }

    @Test
    void events_of_an_export_become_known_once_and_go_out_with_it_but_for_those_that_the_meter_says_too()
            throws Exception {
        Household truth = Household.of(8, BRUSSELS, LocalDate.of(2026, 1, 9), 2);
        Upload file = Home.file(folder, SemExportFiles.zip(truth));
        Map<String, String> before = Tables.contentSums();

        Plan plan = importing.take("pastevents", file, FluviusImportTest.PLAIN, false, FluviusImportTest.SILENT);

        assertThat(plan.words()).anySatisfy(word -> assertThat(word).contains("3 events", "3 of them become known"));
        String events = "SELECT o.serial, o.kind, o.number, o.value, o.text, o.seconds FROM occurrence o"
                + " JOIN meter m ON m.id = o.meter_id WHERE m.name = 'pastevents' ORDER BY o.at";
        assertThat(Tables.lines(events))
                .containsExactly(
                        "1SEM0000000001 power-failure 0 null null 312",
                        "1SEM0000000001 sags 2 4 null null",
                        "7SEM0000000001 valve 0 null -1 null");
        Plan again = importing.take("pastevents", file, FluviusImportTest.PLAIN, false, FluviusImportTest.SILENT);
        assertThat(again.imported()).isNull();
        undoing.undo("pastevents", plan.imported(), FluviusImportTest.SILENT);
        assertThat(Tables.contentSums()).isEqualTo(before);

        Plan third = importing.take("pastevents", file, FluviusImportTest.PLAIN, false, FluviusImportTest.SILENT);
        storing.store(List.of(Events.at("pastevents", "2026-01-12T08:00:00Z")
                .serial("1SEM0000000001")
                .importT1Wh(30_000_000)
                .occurrences(List.of(new Occurrence(
                        "power-failure",
                        "1SEM0000000001",
                        null,
                        Instant.parse("2025-01-09T17:15:00Z"),
                        null,
                        null,
                        312L)))
                .build()));
        undoing.undo("pastevents", third.imported(), FluviusImportTest.SILENT);
        assertThat(Tables.lines(events)).containsExactly("1SEM0000000001 power-failure 0 null null 312");
    }

    @Test
    void an_earlier_meter_is_one_of_its_own_that_begins_at_0() throws InterruptedException {
        Home home = new Home(Household.of(7, BRUSSELS, LocalDate.of(2026, 1, 5), 3), "swap");
        Household later = Household.of(8, BRUSSELS, LocalDate.of(2026, 1, 9), 1);
        storing.store(List.of(Events.at("swap", later.edge(0))
                .serial("2SEM-new")
                .importT1Wh(50)
                .build()));
        Map<String, String> before = Tables.contentSums();

        Plan plan = take(home, FluviusFiles.quarters(home.truth, Variant.DUTCH_2024, q -> false));

        assertThat(plan.refusal()).isNull();
        assertThat(String.join(" ", plan.words())).contains("an earlier one", "begins at 0");
        QuarterSeries series = home.series();
        int end = home.truth.quarters() - 1;
        assertThat(series.edge(Register.IMPORT_T1_WH, home.quarter(0))
                        .orElseThrow()
                        .value())
                .isZero();
        assertThat(series.edge(Register.IMPORT_T1_WH, home.quarter(end))
                        .orElseThrow()
                        .value())
                .isEqualTo(home.truth.at(Register.IMPORT_T1_WH, end) - home.truth.at(Register.IMPORT_T1_WH, 0));
        undoing.undo("swap", plan.imported(), FluviusImportTest.SILENT);
        assertThat(Tables.contentSums()).isEqualTo(before);
    }

    @Test
    void a_file_of_a_meter_with_another_number_that_counted_at_the_same_time_is_asked_about()
            throws InterruptedException {
        Home home = new Home(Household.of(9, BRUSSELS, LocalDate.of(2026, 1, 5), 3), "named");
        List<TelegramEvent> events = new ArrayList<>();
        for (int edge = 100; edge < 200; edge++) {
            events.add(Events.at("named", home.truth.edge(edge))
                    .serial("named")
                    .registers(
                            home.truth.at(Register.IMPORT_T1_WH, edge),
                            home.truth.at(Register.IMPORT_T2_WH, edge),
                            home.truth.at(Register.EXPORT_T1_WH, edge),
                            home.truth.at(Register.EXPORT_T2_WH, edge))
                    .build());
        }
        storing.store(events);
        Upload file = Home.file(FluviusFiles.quarters(home.truth, Variant.DUTCH_2024, q -> false));

        Plan asked = importing.take("named", file, FluviusImportTest.PLAIN, false, FluviusImportTest.SILENT);
        Plan told = importing.take(
                "named",
                file,
                ImportOptions.of(BRUSSELS, null, null, null, null, List.of(FluviusFiles.METER + "=named"), List.of()),
                false,
                FluviusImportTest.SILENT);

        assertThat(asked.refusal()).contains("device=" + FluviusFiles.METER + "=named");
        assertThat(told.refusal()).isNull();
        assertThat(told.devices().get(0).serial()).isEqualTo("named");
    }

    @Test
    void times_that_are_off_by_an_hour_are_found_out() throws InterruptedException {
        Home home = new Home(Household.of(10, BRUSSELS, LocalDate.of(2026, 1, 5), 3), "shifted");
        storing.store(home.live(home.truth.edge(50), home.truth.edge(250), 60));
        String file = FluviusFiles.quarters(home.truth, Variant.DUTCH_2024, q -> false);

        Plan plan = importing.take(
                "shifted",
                Home.file(file),
                ImportOptions.of(BRUSSELS, "Europe/London", null, null, null, List.of(), List.of()),
                true,
                FluviusImportTest.SILENT);

        assertThat(plan.refusal()).contains("-60 minutes");
    }

    @Test
    void two_imports_and_live_readings_at_the_same_time_come_out_as_one_after_the_other() throws Exception {
        Home together = new Home(Household.of(11, BRUSSELS, LocalDate.of(2026, 1, 5), 6), "together");
        Home after = new Home(together.truth, "after");
        for (Home home : List.of(together, after)) {
            storing.store(home.live(home.truth.edge(480), home.truth.edge(490), 60));
        }
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                all.add(threads.submit(
                        () -> take(together, FluviusFiles.quarters(together.truth, Variant.DUTCH_2024, q -> false))));
            }
            all.add(threads.submit(() -> {
                for (int edge = 490; edge < 560; edge++) {
                    storing.store(together.live(together.truth.edge(edge), together.truth.edge(edge + 1), 60));
                }
                return null;
            }));
            for (Future<?> each : all) {
                each.get();
            }
        } finally {
            threads.shutdown();
        }
        take(after, FluviusFiles.quarters(after.truth, Variant.DUTCH_2024, q -> false));
        storing.store(after.live(after.truth.edge(490), after.truth.edge(560), 60));

        assertThat(Tables.lines(Tables.QUARTERS.formatted("together")))
                .isEqualTo(Tables.lines(Tables.QUARTERS.formatted("after")));
        assertThat(Tables.lines(Tables.DAYS.formatted("together")))
                .isEqualTo(Tables.lines(Tables.DAYS.formatted("after")));
    }

    private Plan take(Home home, String file) {
        return importing.take(home.meter, Home.file(file), FluviusImportTest.PLAIN, false, FluviusImportTest.SILENT);
    }
}
