package energy.sem.ingest.past;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import energy.sem.files.made.FluviusFiles;
import energy.sem.files.made.FluviusFiles.Variant;
import energy.sem.files.made.Household;
import energy.sem.ingest.kit.IngestTest;
import energy.sem.ingest.kit.Tables;
import energy.sem.ingest.start.Database;
import energy.sem.ingest.store.Storing;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Years of quarter hours: how long they take, that they can go again, and how long live readings wait meanwhile. On a machine that has
 * nothing else to do; {@link MeanwhileTest} has what does not depend on its speed.
 */
@IngestTest
@EnabledIfSystemProperty(named = "sem.test.long", matches = "true")
class LargeFileTest {
    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

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

    @ParameterizedTest
    @CsvSource({"3, 90", "10, 300"})
    void years_of_quarter_hours_are_taken_in_time(int years, int mostSeconds) throws Exception {
        Home home = new Home(
                Household.of(years, BRUSSELS, LocalDate.now(BRUSSELS).minusDays(365L * years), 365 * years),
                "large" + years);
        int began = home.truth.quarters() - 40;
        storing.store(home.live(home.truth.edge(began).plusSeconds(60), home.truth.edge(home.truth.quarters()), 60));
        Upload file = Home.file(FluviusFiles.quarters(home.truth, Variant.DUTCH_2025_09, q -> q % 5000 == 17));
        LiveWaits live = new LiveWaits(storing, home);
        live.one();
        Map<String, String> before = Tables.contentSums();

        Instant start = Instant.now();
        Duration processor = processor();
        Plan looked = importing.take(home.meter, file, FluviusImportTest.PLAIN, true, FluviusImportTest.SILENT);
        Duration look = Duration.between(start, Instant.now());
        live.begin();
        Plan plan = importing.take(home.meter, file, FluviusImportTest.PLAIN, false, FluviusImportTest.SILENT);
        Duration longest = live.end();
        Duration taken = processor().minus(processor);
        Duration whole = Duration.between(start, Instant.now());
        Duration alone = whole.minus(look);
        System.out.println(years + " years, " + plan.rows() + " rows: looked in " + look + ", looked and taken in "
                + whole + ", " + taken + " of processor; a live reading waited at most " + longest);

        assertThat(looked.quarters()).isEqualTo(plan.quarters()).isGreaterThan(365L * 96 * years - 200);
        assertThat(whole).isLessThan(Duration.ofSeconds(mostSeconds));
        assertThat(longest).as("a live reading waits for a part of it").isLessThan(alone.dividedBy(2));
        start = Instant.now();
        processor = processor();
        live.begin();
        undoing.undo(home.meter, plan.imported(), FluviusImportTest.SILENT);
        longest = live.end();
        Duration out = Duration.between(start, Instant.now());
        System.out.println(years + " years taken out in " + out + ", "
                + processor().minus(processor) + " of processor; a live reading waited at most " + longest);
        assertThat(longest).as("a live reading waits for a part of it").isLessThan(out.dividedBy(2));
        assertThat(Tables.contentSums()).isEqualTo(before);
    }

    /** What this process and the servers beside it have used of the processor, the live readings' part too. */
    private static Duration processor() {
        return Stream.concat(
                        Stream.of(ProcessHandle.current()),
                        ProcessHandle.current().descendants())
                .map(each -> each.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }
}
