package energy.sem.ingest.past;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import energy.sem.files.made.AllFiles;
import energy.sem.files.made.EmonCmsFiles;
import energy.sem.files.made.Household;
import energy.sem.files.made.SupplierFiles;
import energy.sem.ingest.kit.IngestTest;
import energy.sem.ingest.kit.Tables;
import energy.sem.ingest.start.Database;
import energy.sem.ingest.store.Storing;
import energy.sem.p1.Register;
import energy.sem.quarter.EdgeValue;
import energy.sem.quarter.EdgeValue.Basis;
import energy.sem.quarter.QuarterRow;
import energy.sem.quarter.QuarterSeries;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A household whose registers are known, written as each system writes it, with that system's faults, and read live for a part of the
 * time: what is shown is the truth as far as the file can carry it, and never a Wh more. {@code -Dsem.test.homes=20} tries more of them.
 */
@IngestTest
class EveryFormatTest {
    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
    private static final List<LocalDate> DAYS =
            List.of(LocalDate.of(2025, 10, 24), LocalDate.of(2026, 3, 27), LocalDate.of(2026, 1, 30));

    private static final int DAY = 96;

    /** October's doubled hour, with the hours beside it, as quarter hours of a past that begins on the 24th. */
    private static final int DOUBLED_FROM = 2 * 96 + 4;

    private static final int DOUBLED_TO = 2 * 96 + 20;

    /**
     * What a file carries: a register at each edge that is a multiple of this, give or take some; 0: only what flowed.
     *
     * @param coarseWh by how much less than the meter a register of the file shows at the most
     */
    private record Carries(String name, int quarters, int slack, int coarseWh) {
        Carries(String name, int quarters, int slack) {
            this(name, quarters, slack, 0);
        }

        /** A feed of emonCMS is one register, as a single-precision number: rounded to the nearest. */
        boolean has(Register register) {
            return !name.equals(EMONCMS) || register == Register.IMPORT_T1_WH;
        }

        int roundedUpWh() {
            return name.equals(EMONCMS) ? coarseWh : 0;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static final String LIANDER = "Liander's readings";
    private static final String EMONCMS = "a feed of emonCMS";

    private static final List<Carries> FORMATS = List.of(
            new Carries("Fluvius quarters DUTCH_2024", 0, 0),
            new Carries("Fluvius quarters ENGLISH_2025", 0, 0),
            new Carries("Fluvius days", 0, 0),
            new Carries("SEM's export", 1, 0),
            new Carries("DSMR-reader's backup", 4, 1),
            new Carries("DSMR-reader's statistics", DAY, 8),
            new Carries("DSMR-reader's days", DAY, 8),
            new Carries("DSMR-reader's hours", 0, 0),
            new Carries("the original SEM's dump", 1, 0),
            new Carries("Home Assistant's dump", 4, 0),
            new Carries("Home Assistant's statistics", 4, 0),
            new Carries("Home Assistant's history", 1, 0),
            new Carries("Home Assistant's database", 4, 0),
            new Carries("P1 Monitor's export", 1, 0),
            new Carries("P1 Monitor's database", 1, 0),
            new Carries("HomeWizard's electricity", 1, 1),
            new Carries("Domoticz' database", DAY, 8),
            new Carries("Greenchoice's readings", DAY, 8, 999),
            new Carries("ENGIE's hours", 0, 0),
            new Carries(LIANDER, DAY, 8, 99),
            new Carries(EMONCMS, 1, 1, 2));

    private static final List<Carries> GAS_FORMATS = List.of(
            new Carries("Fluvius gas DUTCH_2024", 4, 0),
            new Carries("Fluvius gas ENGLISH_2025", 4, 0),
            new Carries("SEM's export", 1, 0),
            new Carries("DSMR-reader's backup", 4, 0),
            new Carries("DSMR-reader's statistics", DAY, 0),
            new Carries("DSMR-reader's days", DAY, 0),
            new Carries("DSMR-reader's hours", 4, 0),
            new Carries("the original SEM's dump", 1, 0),
            new Carries("Home Assistant's dump", 4, 0),
            new Carries("Home Assistant's statistics", 4, 0),
            new Carries("Home Assistant's database", 4, 0),
            new Carries("P1 Monitor's export", 1, 0),
            new Carries("P1 Monitor's database", 1, 0),
            new Carries("HomeWizard's gas", 1, 0),
            new Carries("Domoticz' database", DAY, 0),
            new Carries("ENGIE's hours", 4, 0));

    /** Of files that do not say it: what their columns and feeds count. */
    private static final List<String> SENSORS = List.of(
            "reading1=import-t1", "reading2=import-t2", "reading3=export-t1", "reading4=export-t2", "12=import-t1");

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

    static Stream<Arguments> homes() {
        return homes(FORMATS, 31);
    }

    @ParameterizedTest
    @MethodSource("homes")
    void what_is_shown_is_what_the_meter_counted(Carries format, long seed) throws Exception {
        Random random = new Random(seed);
        LocalDate first = DAYS.get(random.nextInt(DAYS.size()));
        Home home = new Home(Household.of(seed, BRUSSELS, first, 4), "every" + seed);
        BitSet live = live(home, random);
        Map<String, String> before = Tables.contentSums();

        Plan plan = importing.take(home.meter, file(home, format), options(first), false, FluviusImportTest.SILENT);

        assertThat(plan.refusal()).isNull();
        for (Register register : Home.REGISTERS) {
            compare(home, register, format, live, first.getMonthValue() == 10);
        }
        undoing.undo(home.meter, plan.imported(), FluviusImportTest.SILENT);
        assertThat(Tables.contentSums()).isEqualTo(before);
    }

    /** Each format with seeds of its own. */
    private static Stream<Arguments> homes(List<Carries> formats, long apart) {
        return formats.stream().flatMap(format -> LongStream.rangeClosed(1, Long.getLong("sem.test.homes", 1))
                .mapToObj(seed -> Arguments.of(format, seed * apart + formats.indexOf(format))));
    }

    static Stream<Arguments> gasHomes() {
        return homes(GAS_FORMATS, 37);
    }

    @ParameterizedTest
    @MethodSource("gasHomes")
    void gas_is_what_its_meter_counted(Carries format, long seed) throws Exception {
        Random random = new Random(seed);
        LocalDate first = DAYS.get(random.nextInt(DAYS.size()));
        Home home = new Home(Household.of(seed, BRUSSELS, first, 4), "everygas" + seed);
        List<Instant> hours = home.truth.hours();
        int began = 10 + random.nextInt(hours.size() - 30);
        List<Instant> read = hours.subList(began, began + 15);
        storing.store(
                read.stream().map(hour -> home.withGas(hour.plusSeconds(60))).toList());
        Map<String, String> before = Tables.contentSums();

        Plan plan = importing.take(home.meter, file(home, format), options(first), false, FluviusImportTest.SILENT);

        assertThat(plan.refusal()).isNull();
        Map<Instant, Long> shown = home.gas();
        assertThat(shown).hasSizeGreaterThan(read.size());
        long highest = 0;
        for (Map.Entry<Instant, Long> each : shown.entrySet()) {
            String what = format + ", " + each.getKey();
            assertThat(each.getValue()).as(what + " does not fall").isGreaterThanOrEqualTo(highest);
            highest = each.getValue();
            long slack = read.contains(each.getKey()) ? 0 : Household.QUARTER_S * (long) format.slack();
            assertThat(highest)
                    .as(what)
                    .isBetween(
                            home.truth.at(Register.VOLUME_L, each.getKey().minusSeconds(slack)),
                            home.truth.at(Register.VOLUME_L, each.getKey().plusSeconds(slack)));
        }
        undoing.undo(home.meter, plan.imported(), FluviusImportTest.SILENT);
        assertThat(Tables.contentSums()).isEqualTo(before);
    }

    /** Of who does not read gas its level has to be said. */
    private static ImportOptions options(LocalDate first) {
        return ImportOptions.of(
                BRUSSELS, null, null, null, "gas=15000@" + first.plusDays(2) + "T12:00", List.of(), SENSORS);
    }

    private Upload file(Home home, Carries format) throws IOException, SQLException {
        if (format.name().equals(EMONCMS)) {
            Path feed = EmonCmsFiles.feed(home.truth, Register.IMPORT_T1_WH, folder, "12");
            return new Upload(feed, "sum", Files.size(feed));
        }
        byte[] content = format.name().equals(LIANDER)
                ? SupplierFiles.liander(home.truth).getBytes(StandardCharsets.UTF_8)
                : AllFiles.of(home.truth, folder).get(format.name());
        assertThat(content).as("AllFiles makes %s", format.name()).isNotNull();
        try {
            return new Upload(Files.write(folder.resolve("past.file"), content), "sum", content.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads the meter each minute for one to three stretches; gives the edges that are known by it. */
    private BitSet live(Home home, Random random) throws InterruptedException {
        Household truth = home.truth;
        BitSet live = new BitSet();
        int at = 60 + random.nextInt(60);
        for (int i = 1 + random.nextInt(3); i > 0 && at + 20 < truth.quarters(); i--) {
            int end = Math.min(truth.quarters() - 2, at + 5 + random.nextInt(60));
            storing.store(home.live(
                    truth.edge(at).plusSeconds(60L * random.nextInt(15)),
                    truth.edge(end).plusSeconds(60L * (1 + random.nextInt(14))),
                    60));
            live.set(at + 1, end + 1);
            at = end + 10 + random.nextInt(100);
        }
        return live;
    }

    /** The edge of the midnight at or before an edge (-1), at or after it (1): a day may have 92 or 100 quarter hours. */
    private static int midnight(Household truth, int edge, int step) {
        int at = edge;
        while (at > 0 && at < truth.quarters() && !truth.midnights().contains(truth.edge(at))) {
            at += step;
        }
        return at;
    }

    private static void compare(Home home, Register register, Carries format, BitSet live, boolean october) {
        QuarterSeries series = home.series();
        Household truth = home.truth;
        long before = Long.MIN_VALUE;
        for (int edge = 0; edge < truth.quarters(); edge++) {
            Optional<Long> shown = series.edge(register, home.quarter(edge))
                    .filter(value -> value.basis() == Basis.EXACT || value.basis() == Basis.BETWEEN)
                    .map(EdgeValue::value);
            if (shown.isEmpty()) {
                continue;
            }
            String what = format.name() + ", " + register + ", edge " + edge;
            assertThat(shown.get()).as(what + " does not fall").isGreaterThanOrEqualTo(before);
            before = shown.get();
            if (live.get(edge)) {
                assertThat(before).as(what + ", live").isEqualTo(truth.at(register, edge));
            } else if (format.quarters() > 0 && format.has(register)) {
                boolean doubled = october && edge > DOUBLED_FROM && edge < DOUBLED_TO;
                int each = doubled ? 16 : format.quarters();
                boolean days = format.quarters() == DAY;
                int low = Math.max(0, (days ? midnight(truth, edge, -1) : edge / each * each) - format.slack());
                int high = Math.min(
                        truth.quarters(),
                        (days ? midnight(truth, edge, 1) : (edge + each - 1) / each * each) + format.slack());
                assertThat(before)
                        .as(what)
                        .isBetween(
                                truth.at(register, low) - format.coarseWh(),
                                truth.at(register, high) + format.roundedUpWh());
            }
        }
        List<QuarterRow> rows =
                series.rows().stream().filter(row -> row.first().has(register)).toList();
        QuarterRow first = rows.get(0);
        QuarterRow last = rows.get(rows.size() - 1);
        // A day's first reading is told for its beginning and was taken 3 s later, in which at most 6 Wh flow here.
        long later = (format.slack() > 1 ? 6L : 0L) + format.coarseWh();
        long counted = truth.at(register, Instant.ofEpochMilli(last.lastAtMilli() + 1))
                - truth.at(register, Instant.ofEpochMilli(first.firstAtMilli()));
        assertThat(last.last().get(register) - first.first().get(register))
                .as(format.name() + ", " + register + ", all")
                .isLessThanOrEqualTo(counted + later);
    }
}
