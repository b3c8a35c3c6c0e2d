package energy.sem.ingest.past;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import energy.sem.files.made.FluviusFiles;
import energy.sem.files.made.FluviusFiles.Variant;
import energy.sem.files.made.Household;
import energy.sem.ingest.kit.Events;
import energy.sem.ingest.kit.IngestTest;
import energy.sem.ingest.kit.Tables;
import energy.sem.ingest.start.Database;
import energy.sem.ingest.store.Storing;
import energy.sem.p1.Register;
import energy.sem.quarter.EdgeValue;
import energy.sem.quarter.QuarterSeries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Quarter hours of Fluvius' portal beside a meter that is read. */
@IngestTest
class FluviusImportTest {
    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
    static final ImportOptions PLAIN = ImportOptions.of(BRUSSELS, null, null, null, null, List.of(), List.of());
    static final Progress SILENT = (step, share) -> {};

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
    void rows_lead_backwards_from_the_first_edge_that_the_meter_tells() throws InterruptedException {
        for (String[] each :
                new String[][] {{"10:07:12", "4999990"}, {"10:15:00", "5000000"}, {"10:20:00", "5000100"}}) {
            storing.store(List.of(Events.at("worked", "2026-01-14T" + each[0] + "Z")
                    .serial(FluviusFiles.METER)
                    .registers(Long.valueOf(each[1]), 0L, 0L, 0L)
                    .build()));
        }
        String file =
                """
            Van (datum);Van (tijdstip);Tot (datum);Tot (tijdstip);EAN-code;Meter;Metertype;Register;Volume;Eenheid;Validatiestatus;Omschrijving
            14-01-2026;10:45:00;14-01-2026;11:00:00;="541400000000000000";%1$s;Digitale meter;Afname Dag;0,090;kWh;Uitgelezen;
            14-01-2026;11:00:00;14-01-2026;11:15:00;="541400000000000000";%1$s;Digitale meter;Afname Dag;0,120;kWh;Uitgelezen;
            """
                        .formatted(FluviusFiles.METER);

        Plan plan = importing.take("worked", Home.file(file), PLAIN, false, SILENT);

        assertThat(plan.refusal()).isNull();
        assertThat(Tables.lines(
                        "SELECT FROM_UNIXTIME(q.first_at / 1000), q.first_import_t1_wh, q.last_import_t1_wh FROM quarter_hour q"
                                + " JOIN device d ON d.id = q.device_id JOIN meter m ON m.id = d.meter_id WHERE m.name = 'worked'"
                                + " ORDER BY q.quarter"))
                .containsExactly(
                        "2026-01-14 09:45:00.0000 4999790 4999790",
                        "2026-01-14 10:00:00.0000 4999880 4999990",
                        "2026-01-14 10:15:00.0000 5000000 5000100");
    }

    @ParameterizedTest
    @CsvSource({"winter, 2026-01-05", "october, 2025-10-24", "march, 2026-03-27"})
    void every_edge_is_what_the_meter_showed_then(String meter, LocalDate first) throws InterruptedException {
        Home home = home(meter, first, 5);
        int began = home.truth.quarters() - 150;
        storing.store(home.live(home.truth.edge(began).plusSeconds(420), home.truth.edge(home.truth.quarters()), 60));

        Plan plan = take(home, q -> false);

        assertThat(plan.refusal()).isNull();
        assertThat(plan.refused()).isEmpty();
        assertThat(plan.devices().get(0).greatestDifference()).isLessThanOrEqualTo(1);
        assertExact(home, 0, began + 1);
        QuarterSeries series = home.series();
        for (int q = 0; q < began; q++) {
            assertThat(series.demand(home.quarter(q)))
                    .as("the demand of a quarter hour of the file counts")
                    .hasValueSatisfying(demand -> assertThat(demand.watts()).isNotNegative());
        }
    }

    @Test
    void undone_it_leaves_every_table_as_it_was() throws InterruptedException {
        Home home = home("undo", LocalDate.of(2026, 1, 5), 6);
        storing.store(home.live(home.truth.edge(300).plusSeconds(300), home.truth.edge(350), 300));
        storing.store(home.live(home.truth.edge(400).plusSeconds(600), home.truth.edge(450), 300));
        Map<String, String> before = Tables.contentSums();

        Plan plan = take(home, q -> q % 40 == 3);
        assertThat(plan.refusal()).isNull();
        assertThat(Tables.contentSums()).isNotEqualTo(before);
        boolean found = undoing.undo(home.meter, plan.imported(), SILENT);

        assertThat(found).isTrue();
        assertThat(Tables.contentSums()).isEqualTo(before);
        assertThat(undoing.list(home.meter)).singleElement().satisfies(run -> assertThat(run.state())
                .isEqualTo("undone"));
    }

    @Test
    void the_same_file_twice_changes_nothing() throws InterruptedException {
        Home home = home("twice", LocalDate.of(2025, 10, 24), 5);
        storing.store(home.live(home.truth.edge(300).plusSeconds(120), home.truth.edge(350), 60));
        storing.store(home.live(home.truth.edge(400).plusSeconds(60), home.truth.edge(450), 60));
        Plan first = take(home, q -> q % 40 == 3);
        Map<String, String> before = Tables.contentSums();

        Plan second = take(home, q -> q % 40 == 3);

        assertThat(first.quarters()).isPositive();
        assertThat(second.refusal()).isNull();
        assertThat(second.quarters()).isZero();
        assertThat(second.imported()).isNull();
        assertThat(Tables.contentSums()).isEqualTo(before);
    }

    @Test
    void live_readings_that_come_later_give_the_same_rows_as_before() throws InterruptedException {
        Home early = home("pastearly", LocalDate.of(2026, 1, 5), 5);
        Home late = home("pastlate", LocalDate.of(2026, 1, 5), 5);
        for (Home home : List.of(early, late)) {
            storing.store(home.live(home.truth.edge(400).plusSeconds(60), home.truth.edge(450), 60));
        }
        storing.store(early.live(
                early.truth.edge(200).plusSeconds(480), early.truth.edge(260).plusSeconds(121), 60));
        take(early, q -> false);

        take(late, q -> false);
        storing.store(late.live(
                late.truth.edge(200).plusSeconds(480), late.truth.edge(260).plusSeconds(121), 60));

        String rows = Tables.QUARTERS;
        assertThat(Tables.lines(rows.formatted("pastlate"))).isEqualTo(Tables.lines(rows.formatted("pastearly")));
        assertThat(Tables.lines(Tables.DAYS.formatted("pastlate")))
                .isEqualTo(Tables.lines(Tables.DAYS.formatted("pastearly")));
    }

    @Test
    void a_quarter_hour_without_a_value_is_a_gap_and_not_zero() throws InterruptedException {
        Home home = home("empty", LocalDate.of(2026, 1, 5), 3);
        storing.store(home.live(home.truth.edge(200), home.truth.edge(250), 60));

        take(home, q -> q == 100);

        QuarterSeries series = home.series();
        assertThat(series.demand(home.quarter(100))).isEmpty();
        assertThat(series.demand(home.quarter(98))).isPresent();
        assertThat(series.demand(home.quarter(102))).isPresent();
        assertThat(series.coveredMilli(
                        home.truth.edge(98).toEpochMilli(),
                        home.truth.edge(103).toEpochMilli(),
                        QuarterSeries.ELECTRICITY_GAP_MILLI))
                .isLessThan(5 * 900_000);
    }

    @Test
    void between_two_times_of_live_readings_what_was_used_unseen_is_in_the_quarter_hours_without_a_value()
            throws InterruptedException {
        Home home = home("unseen", LocalDate.of(2026, 1, 5), 3);
        storing.store(home.live(home.truth.edge(10), home.truth.edge(20), 60));
        storing.store(home.live(home.truth.edge(200), home.truth.edge(250), 60));

        Plan plan = take(home, q -> q >= 100 && q < 104);

        assertThat(plan.refusal()).isNull();
        assertExact(home, 20, 100);
        assertExact(home, 104, 200);
    }

    @Test
    void a_file_that_ends_days_before_the_next_reading_counts_from_the_readings_before_its_end()
            throws InterruptedException {
        LocalDate first = LocalDate.of(2026, 1, 5);
        Home home = home("endsearly", first, 5);
        storing.store(home.live(home.truth.edge(10), home.truth.edge(20), 60));
        storing.store(home.live(home.truth.edge(400), home.truth.edge(410), 60));
        Household twoDays = home("endsearly", first, 2).truth;

        Plan plan = importing.take(
                home.meter,
                Home.file(FluviusFiles.quarters(twoDays, Variant.DUTCH_2025_09, q -> false)),
                PLAIN,
                false,
                SILENT);

        assertThat(plan.refusal()).isNull();
        assertExact(home, 20, twoDays.quarters() - 1);
        assertThat(home.series().demand(home.quarter(300)))
                .as("what is in no file stays unknown")
                .isEmpty();
    }

    @Test
    void a_meter_that_is_read_each_five_minutes_never_at_an_edge_takes_its_file_too() throws InterruptedException {
        Home home = home("seldom", LocalDate.of(2026, 1, 5), 4);
        storing.store(home.live(home.truth.edge(200).plusSeconds(100), home.truth.edge(350), 300));

        Plan plan = take(home, q -> false);

        assertThat(plan.refusal()).isNull();
        QuarterSeries series = home.series();
        for (int edge = 0; edge < 200; edge++) {
            long shown = series.edge(Register.IMPORT_T1_WH, home.quarter(edge))
                    .orElseThrow()
                    .value();
            assertThat(shown - home.truth.at(Register.IMPORT_T1_WH, edge)).isBetween(-500L, 500L);
        }
    }

    @Test
    void a_file_that_does_not_fit_the_meter_is_refused() throws InterruptedException {
        Home home = home("other", LocalDate.of(2026, 1, 5), 3);
        Home stranger = new Home(Household.of(4711, BRUSSELS, LocalDate.of(2026, 1, 5), 3), "other");
        storing.store(home.live(home.truth.edge(100), home.truth.edge(250), 60));
        Map<String, String> before = Tables.contentSums();

        Plan plan = importing.take(
                "other",
                Home.file(FluviusFiles.quarters(stranger.truth, Variant.DUTCH_2025_09, q -> false)),
                PLAIN,
                false,
                SILENT);

        assertThat(plan.refusal()).contains("more than a thousandth");
        assertThat(plan.imported()).isNull();
        assertThat(Tables.contentSums()).isEqualTo(before);
    }

    @Test
    void without_a_live_reading_the_display_gives_the_level() {
        Home home = home("typed", LocalDate.of(2026, 1, 5), 3);
        Upload file = Home.file(FluviusFiles.quarters(home.truth, Variant.ENGLISH_2025, q -> false));

        Plan without = importing.take("typed", file, PLAIN, false, SILENT);
        assertThat(without.refusal()).contains("anchor");
        assertThat(Tables.rows("SELECT 1 FROM meter WHERE name = 'typed'")).isEmpty();
        Map<String, String> before = Tables.contentSums();

        Instant read = home.truth.edge(80);
        String anchors = "importT1=%s@%5$s,importT2=%s@%5$s,exportT1=%s@%5$s,exportT2=%s@%5$s"
                .formatted(
                        Household.decimal(home.truth.at(Register.IMPORT_T1_WH, 80), '.'),
                        Household.decimal(home.truth.at(Register.IMPORT_T2_WH, 80), '.'),
                        Household.decimal(home.truth.at(Register.EXPORT_T1_WH, 80), '.'),
                        Household.decimal(home.truth.at(Register.EXPORT_T2_WH, 80), '.'),
                        read);
        Plan plan = importing.take(
                "typed",
                file,
                ImportOptions.of(BRUSSELS, null, null, null, anchors, List.of(), List.of()),
                false,
                SILENT);

        assertThat(plan.refusal()).isNull();
        assertExact(home, 0, home.truth.quarters());
        undoing.undo("typed", plan.imported(), SILENT);
        assertThat(Tables.contentSums()).isEqualTo(before);
    }

    @Test
    void a_display_that_was_read_after_the_files_end_gives_no_level_as_what_flowed_between_is_in_no_file() {
        Home home = home("afterwards", LocalDate.of(2026, 1, 5), 3);
        Upload file = Home.file(FluviusFiles.quarters(home.truth, Variant.ENGLISH_2025, q -> false));
        String anchors = "importT1=9@%1$s,importT2=9@%1$s,exportT1=9@%1$s,exportT2=9@%1$s"
                .formatted(home.truth.edge(home.truth.quarters()).plusSeconds(43_200));

        Plan plan = importing.take(
                "afterwards",
                file,
                ImportOptions.of(BRUSSELS, null, null, null, anchors, List.of(), List.of()),
                false,
                SILENT);

        assertThat(plan.refusal()).contains("a time that the file tells of");
        assertThat(Tables.rows("SELECT 1 FROM meter WHERE name = 'afterwards'")).isEmpty();
    }

    @Test
    void a_newer_file_replaces_what_the_earlier_one_did_not_know_and_both_can_be_taken_out()
            throws InterruptedException {
        Home home = home("newer", LocalDate.of(2026, 1, 5), 4);
        storing.store(home.live(home.truth.edge(300).plusSeconds(180), home.truth.edge(380), 60));
        Map<String, String> none = Tables.contentSums();
        Plan first = take(home, q -> q >= 100 && q < 110);
        Map<String, String> one = Tables.contentSums();

        Plan second = take(home, q -> false);

        assertThat(second.refusal()).isNull();
        assertExact(home, 0, 300);
        assertThatThrownBy(() -> undoing.undo(home.meter, first.imported(), SILENT))
                .isInstanceOf(Refusal.class);
        undoing.undo(home.meter, second.imported(), SILENT);
        assertThat(Tables.contentSums()).isEqualTo(one);
        undoing.undo(home.meter, first.imported(), SILENT);
        assertThat(Tables.contentSums()).isEqualTo(none);
    }

    @Test
    void live_readings_that_came_since_stay_when_an_import_is_taken_out() throws InterruptedException {
        Home home = home("since", LocalDate.of(2026, 1, 5), 4);
        storing.store(home.live(home.truth.edge(300).plusSeconds(180), home.truth.edge(380), 60));
        Home alone = new Home(home.truth, "alone");
        storing.store(alone.live(home.truth.edge(300).plusSeconds(180), home.truth.edge(380), 60));
        Plan plan = take(home, q -> false);
        for (Home each : List.of(home, alone)) {
            storing.store(each.live(each.truth.edge(50).plusSeconds(180), each.truth.edge(80), 60));
        }

        undoing.undo(home.meter, plan.imported(), SILENT);

        for (String what : List.of(Tables.QUARTERS, Tables.DAYS)) {
            assertThat(Tables.lines(what.formatted("since"))).isEqualTo(Tables.lines(what.formatted("alone")));
        }
        assertThat(Tables.lines("SELECT first_at FROM meter WHERE name = 'since'"))
                .isEqualTo(Tables.lines("SELECT first_at FROM meter WHERE name = 'alone'"));
    }

    private Home home(String meter, LocalDate first, int days) {
        return new Home(Household.of(first.toEpochDay(), BRUSSELS, first, days), meter);
    }

    private Plan take(Home home, java.util.function.IntPredicate unknown) {
        return importing.take(
                home.meter,
                Home.file(FluviusFiles.quarters(home.truth, Variant.DUTCH_2025_09, unknown)),
                PLAIN,
                false,
                SILENT);
    }

    private static void assertExact(Home home, int fromEdge, int toEdge) {
        QuarterSeries series = home.series();
        for (int edge = fromEdge; edge <= toEdge && edge < home.truth.quarters(); edge++) {
            for (Register register : Set.copyOf(Home.REGISTERS)) {
                assertThat(series.edge(register, home.quarter(edge)).map(EdgeValue::value))
                        .as("%s at %s", register, home.truth.edge(edge))
                        .contains(home.truth.at(register, edge));
            }
        }
    }
}
