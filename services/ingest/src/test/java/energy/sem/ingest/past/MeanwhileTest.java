package energy.sem.ingest.past;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import energy.sem.event.TelegramEvent;
import energy.sem.files.made.FluviusFiles;
import energy.sem.files.made.FluviusFiles.Variant;
import energy.sem.files.made.Household;
import energy.sem.ingest.kit.IngestTest;
import energy.sem.ingest.kit.Tables;
import energy.sem.ingest.start.Database;
import energy.sem.ingest.store.Storing;
import energy.sem.p1.Register;

import static energy.sem.tests.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What others write of a meter at a known moment of an import: an import tells how far it is, and something is done there. */
@IngestTest
class MeanwhileTest {
    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
    private static final LocalDate BEGIN = LocalDate.of(2026, 1, 5);

    /** The first of these days are of the file, and of those the first of an earlier meter where it tells of two. */
    private static final int DAYS = 24;

    private static final int FILE_DAYS = 20;
    private static final int OLDER_DAYS = 6;

    /** In pieces of so many rows an import says how far it is. */
    private static final int PIECE = 500;

    private static final int PIECES = FILE_DAYS * 96 / PIECE;

    private static final long PATIENCE_SECONDS = 30;
    private static final String WAITING =
            "SELECT COUNT(*) FROM information_schema.innodb_trx WHERE trx_state = 'LOCK WAIT'";
    private static final String DEADLOCKS =
            "SELECT variable_value FROM information_schema.global_status WHERE variable_name = 'INNODB_DEADLOCKS'";

    @Inject
    Database database;

    @Inject
    Storing storing;

    @Inject
    Importing importing;

    @Inject
    Undoing undoing;

    private final ExecutorService beside = Executors.newSingleThreadExecutor();

    @BeforeEach
    void tables() throws InterruptedException {
        database.awaitReady();
    }

    @AfterEach
    void end() {
        beside.shutdownNow();
    }

    @Test
    void live_readings_go_on_while_the_past_of_their_device_is_written() throws Exception {
        Home home = read("goeson");
        Steps steps = new Steps().at("writing 1", () -> inTime(() -> storing.store(now(home))));

        Plan plan = take(home, quarters(home), steps);

        assertThat(plan.refusal()).isNull();
        assertThat(steps.seen).contains("writing 1").containsOnlyOnce("comparing 1");
    }

    @Test
    void a_backlog_that_comes_between_look_and_lock_is_looked_at_and_counts_as_if_it_had_come_before()
            throws Exception {
        Home home = readSinceTheFirstDay("backlog");
        Home before = readSinceTheFirstDay("nobacklog");
        Steps steps = new Steps().at("writing 1", () -> inTime(() -> storing.store(backlog(home, 10))));

        Plan plan = take(home, quarters(home), steps);
        storing.store(backlog(before, 10));
        take(before, quarters(before), FluviusImportTest.SILENT);

        assertThat(plan.refusal()).isNull();
        assertThat(steps.times("comparing")).as("looked at again").isEqualTo(2);
        assertThat(Tables.lines(Tables.QUARTERS.formatted("backlog")))
                .isEqualTo(Tables.lines(Tables.QUARTERS.formatted("nobacklog")));
        assertThat(Tables.lines(Tables.DAYS.formatted("backlog")))
                .isEqualTo(Tables.lines(Tables.DAYS.formatted("nobacklog")));
    }

    @Test
    void who_is_read_each_time_that_it_is_looked_at_waits_the_third_time() throws Exception {
        Home home = readSinceTheFirstDay("eachtime");
        List<Future<?>> waiting = new ArrayList<>();
        Steps steps = new Steps()
                .at("writing 1", () -> inTime(() -> storing.store(backlog(home, 10))))
                .at("comparing 2", () -> inTime(() -> storing.store(now(home))))
                .at("writing " + (PIECES + 1), () -> inTime(() -> storing.store(backlog(home, 30))))
                .at("comparing 3", () -> {
                    waiting.add(beside.submit(() -> storing.store(backlog(home, 50))));
                    await().pollInterval(Duration.ofMillis(250)).until(() -> Tables.number(WAITING) > 0);
                });

        Plan plan = take(home, quarters(home), steps);

        assertThat(plan.refusal()).isNull();
        assertThat(steps.times("comparing")).isEqualTo(3);
        waiting.get(0).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        for (int edge : new int[] {11, 31, 51}) {
            assertThat(home.series().edge(Register.IMPORT_T1_WH, home.quarter(edge)))
                    .hasValueSatisfying(
                            value -> assertThat(value.value()).isEqualTo(home.truth.at(Register.IMPORT_T1_WH, edge)));
        }
    }

    @Test
    void a_device_that_the_file_brings_waits_for_the_meters_lock_and_nobody_waits_for_each_other() throws Exception {
        Home home = read("brings");
        long deadlocks = Tables.number(DEADLOCKS);
        List<Future<?>> waiting = new ArrayList<>();
        int last = (FILE_DAYS - OLDER_DAYS) * 96 / PIECE + OLDER_DAYS * 96 / PIECE;
        Steps steps = new Steps()
                .at("writing 1", () -> inTime(() -> storing.store(now(home))))
                .at("writing " + last, () -> {
                    waiting.add(beside.submit(() -> storing.store(now(home))));
                    await().pollInterval(Duration.ofMillis(250)).until(() -> Tables.number(WAITING) > 0);
                });

        Plan plan = take(home, ofTwoMeters(home), steps);

        assertThat(plan.refusal()).isNull();
        assertThat(plan.devices()).extracting(Plan.OfDevice::isNew).containsExactlyInAnyOrder(true, false);
        assertThat(waiting).hasSize(1);
        waiting.get(0).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(Tables.number(DEADLOCKS)).isEqualTo(deadlocks);
    }

    @Test
    void what_is_taken_out_meanwhile_waits_for_the_import_to_be_there_and_is_refused_because_it_is_newer()
            throws Exception {
        Home home = read("takenout");
        int older = take(home, String.join("\n", lines(home, 2)), FluviusImportTest.SILENT)
                .imported();
        List<Future<Boolean>> undone = new ArrayList<>();
        Steps steps = new Steps().at("writing 1", () -> {
            undone.add(beside.submit(() -> undoing.undo(home.meter, older, FluviusImportTest.SILENT)));
            await().pollInterval(Duration.ofMillis(250)).until(() -> Tables.number(WAITING) > 0);
        });

        int newer = take(home, quarters(home), steps).imported();

        assertThatThrownBy(() -> undone.get(0).get(PATIENCE_SECONDS, TimeUnit.SECONDS))
                .hasRootCauseInstanceOf(Refusal.class)
                .hasStackTraceContaining("Import " + newer + " came later");
        assertThat(undoing.list(home.meter)).extracting(ImportRun::state).containsExactly("done", "done");
    }

    /** A meter that is read from where the household's time ends. */
    private Home read(String meter) throws InterruptedException {
        Home home = new Home(Household.of(13, BRUSSELS, BEGIN, DAYS), meter);
        storing.store(home.live(home.truth.edge(end(home) - 2), home.truth.edge(end(home)), 60));
        return home;
    }

    /** Readings that are older than all others change what is known of the device, and wait for an import that does so too. */
    private Home readSinceTheFirstDay(String meter) throws InterruptedException {
        Home home = read(meter);
        storing.store(home.live(home.truth.edge(0), home.truth.edge(2), 60));
        storing.store(home.live(home.truth.edge(FILE_DAYS * 96 - 2), home.truth.edge(FILE_DAYS * 96 + 1), 60));
        return home;
    }

    private static int end(Home home) {
        return home.truth.quarters();
    }

    /** What the meter itself goes on to say. */
    private static List<TelegramEvent> now(Home home) {
        return home.live(home.truth.edge(end(home)), home.truth.edge(end(home)).plusSeconds(1), 60);
    }

    /** What came too late: an hour of the household's time. */
    private static List<TelegramEvent> backlog(Home home, int edge) {
        return home.live(home.truth.edge(edge), home.truth.edge(edge + 4), 60);
    }

    private static String quarters(Home home) {
        return String.join("\n", lines(home, FILE_DAYS));
    }

    private static List<String> lines(Home home, int days) {
        return FluviusFiles.quarters(home.truth, Variant.DUTCH_2024, q -> false)
                .lines()
                .filter(line -> day(line) < days)
                .toList();
    }

    /** Which day of the household a line is of; the header is of none. */
    private static int day(String line) {
        return Character.isDigit(line.charAt(0)) ? Integer.parseInt(line.substring(0, 2)) - BEGIN.getDayOfMonth() : -1;
    }

    /** Of an earlier meter, of which nobody has heard yet, and of the one that is read. */
    private static String ofTwoMeters(Home home) {
        return lines(home, FILE_DAYS).stream()
                .map(line -> day(line) < OLDER_DAYS ? line.replace(FluviusFiles.METER, "1SEM0000000009") : line)
                .collect(Collectors.joining("\n"));
    }

    private Plan take(Home home, String file, Progress progress) {
        return importing.take(home.meter, Home.file(file), FluviusImportTest.PLAIN, false, progress);
    }

    /** Of a transaction of its own, which must not wait for the import. */
    private void inTime(Callable<?> what) throws Exception {
        beside.submit(what).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
}
