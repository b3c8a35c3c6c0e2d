package energy.sem.ingest.past;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Random;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import energy.sem.files.made.FluviusFiles;
import energy.sem.files.made.FluviusFiles.Variant;
import energy.sem.files.made.Household;
import energy.sem.ingest.kit.IngestTest;
import energy.sem.ingest.kit.Tables;
import energy.sem.ingest.start.Database;
import energy.sem.ingest.store.Storing;
import energy.sem.p1.Register;
import energy.sem.quarter.QuarterSeries;

import static org.assertj.core.api.Assertions.assertThat;

/** Households of whom everything is random, but whose registers are known: a file and live readings never count a Wh too much. */
@IngestTest
class RandomHomesTest {
    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
    private static final List<LocalDate> DAYS =
            List.of(LocalDate.of(2025, 10, 24), LocalDate.of(2026, 3, 27), LocalDate.of(2026, 1, 30));

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

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
    void totals_are_those_of_the_meter(long seed) throws InterruptedException {
        Random random = new Random(seed);
        Household truth = Household.of(seed, BRUSSELS, DAYS.get(random.nextInt(DAYS.size())), 4);
        Home home = new Home(truth, "random" + seed);
        BitSet live = new BitSet();
        List<int[]> stretches = stretches(random, truth.quarters());
        for (int[] each : stretches) {
            storing.store(home.live(
                    truth.edge(each[0]).plusSeconds(60L * random.nextInt(15)),
                    truth.edge(each[1]).plusSeconds(60L * random.nextInt(15)),
                    60));
            live.set(each[0], each[1] + 1);
        }
        BitSet unknown = new BitSet();
        for (int i = random.nextInt(6); i > 0; i--) {
            int from = random.nextInt(truth.quarters());
            unknown.set(from, Math.min(truth.quarters(), from + 1 + random.nextInt(5)));
        }
        Map<String, String> before = Tables.contentSums();

        Plan plan = importing.take(
                home.meter,
                Home.file(FluviusFiles.quarters(truth, List.of(Variant.values()).get(random.nextInt(4)), unknown::get)),
                FluviusImportTest.PLAIN,
                false,
                FluviusImportTest.SILENT);

        assertThat(plan.refusal()).isNull();
        assertThat(plan.refused()).isEmpty();
        compare(home, stretches, unknown);
        undoing.undo(home.meter, plan.imported(), FluviusImportTest.SILENT);
        assertThat(Tables.contentSums()).isEqualTo(before);
    }

    private static List<int[]> stretches(Random random, int quarters) {
        List<int[]> stretches = new ArrayList<>();
        int at = random.nextInt(100);
        for (int i = 1 + random.nextInt(3); i > 0 && at + 20 < quarters; i--) {
            int end = Math.min(quarters - 2, at + 5 + random.nextInt(80));
            stretches.add(new int[] {at, end});
            at = end + 10 + random.nextInt(100);
        }
        return stretches;
    }

    private static void compare(Home home, List<int[]> stretches, BitSet unknown) {
        QuarterSeries series = home.series();
        int first = stretches.get(0)[0];
        int last = stretches.get(stretches.size() - 1)[1];
        for (Register register : Home.REGISTERS) {
            long[] shown = new long[home.truth.quarters()];
            for (int edge = 0; edge < shown.length; edge++) {
                shown[edge] =
                        series.edge(register, home.quarter(edge)).orElseThrow().value();
                if (edge > 0) {
                    assertThat(shown[edge])
                            .as("%s does not fall, edge %d", register, edge)
                            .isGreaterThanOrEqualTo(shown[edge - 1]);
                }
            }
            String what = register + " from ";
            for (int[] each : stretches) {
                for (int edge = each[0] + 1; edge <= each[1]; edge++) {
                    assertThat(shown[edge]).as(what + "live, edge %d", edge).isEqualTo(home.truth.at(register, edge));
                }
            }
            for (int edge = first; edge > 0 && !unknown.get(edge - 1); edge--) {
                assertThat(shown[edge - 1])
                        .as(what + "the file before, edge %d", edge - 1)
                        .isEqualTo(home.truth.at(register, edge - 1));
            }
            for (int edge = last + 1; edge < shown.length && !unknown.get(edge - 1); edge++) {
                assertThat(shown[edge])
                        .as(what + "the file after, edge %d", edge)
                        .isEqualTo(home.truth.at(register, edge));
            }
            assertThat(shown[shown.length - 1] - shown[0])
                    .as(what + "all")
                    .isLessThanOrEqualTo(home.truth.at(register, shown.length - 1) - home.truth.at(register, 0));
        }
    }
}
