package energy.sem.ingest;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import energy.sem.event.Electricity;
import energy.sem.event.TelegramEvent;
import energy.sem.ingest.kit.Events;
import energy.sem.ingest.kit.IngestTest;
import energy.sem.ingest.kit.Tables;
import energy.sem.ingest.start.Database;
import energy.sem.ingest.store.Storing;
import energy.sem.p1.Direction;
import energy.sem.p1.Register;
import energy.sem.p1.RegisterValues;
import energy.sem.quarter.QuarterHours;
import energy.sem.quarter.QuarterRow;
import energy.sem.quarter.QuarterSeries;

import static org.assertj.core.api.Assertions.assertThat;

/** The tables and views say of registers what the vocabulary and its rule say. */
@IngestTest
class RegisterColumnsTest {
    private static final long SEED = 20261129;

    @Inject
    Database database;

    @Inject
    Storing storing;

    @BeforeEach
    void tables() throws InterruptedException {
        database.awaitReady();
    }

    @Test
    void every_register_has_its_columns_and_every_column_of_a_register_is_in_the_vocabulary() {
        assertThat(columns("quarter_hour", "^(first|last)_.*_(wh|varh|l|mj)$"))
                .containsExactlyInAnyOrderElementsOf(withTotals(List.of("first_", "last_"), Set.of(Register.values())));
        assertThat(columns("import_quarter", "^(first|last)_.*_(wh|varh|l|mj)$"))
                .as("an import's rows have them too, but no totals")
                .containsExactlyInAnyOrderElementsOf(Stream.of(Register.values())
                        .flatMap(each -> Stream.of(each.firstColumn(), each.lastColumn()))
                        .toList());
        assertThat(columns("reading", "^(.*_)?(import|export)_.*(wh|varh)$|^reactive_"))
                .containsExactlyInAnyOrderElementsOf(
                        withTotals(List.of(""), Set.copyOf(Register.ofElectricityMeter())));
    }

    private static Set<String> columns(String table, String pattern) {
        return new HashSet<>(
                Tables.lines("SELECT column_name FROM information_schema.columns WHERE table_schema = 'sem'"
                        + " AND table_name = '" + table + "' AND column_name REGEXP '" + pattern + "'"));
    }

    private static Set<String> withTotals(List<String> prefixes, Set<Register> registers) {
        Set<String> names = registers.stream().map(Register::column).collect(Collectors.toSet());
        names.addAll(List.of("import_total_wh", "export_total_wh"));
        return prefixes.stream()
                .flatMap(prefix -> names.stream().map(name -> prefix + name))
                .collect(Collectors.toSet());
    }

    @Test
    void the_total_of_a_row_is_the_rule_of_register_values() throws InterruptedException {
        Random random = new Random(SEED);
        Instant from = Instant.now().truncatedTo(ChronoUnit.MINUTES).minus(2, ChronoUnit.HOURS);
        List<TelegramEvent> events = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            RegisterValues values = RegisterValues.of(
                    register -> register.obis() == null || random.nextInt(4) > 0 ? null : oneOf(random));
            events.add(event("ruled", from.plusSeconds(60L * i), values));
        }
        storing.store(events);

        List<String> totals = Tables.lines(
                "SELECT import_total_wh, export_total_wh FROM reading r"
                        + " JOIN device d ON d.id = r.device_id JOIN meter m ON m.id = d.meter_id WHERE m.name = 'ruled' ORDER BY at");
        assertThat(totals)
                .as("seed %d", SEED)
                .containsExactlyElementsOf(events.stream()
                        .map(event -> event.electricity().registers())
                        .filter(RegisterValues::hasElectricity)
                        .map(values -> values.total(Direction.IMPORT) + " " + values.total(Direction.EXPORT))
                        .toList());
    }

    private static Long oneOf(Random random) {
        return random.nextBoolean() ? 0 : random.nextLong(1_000_000_000L);
    }

    @Test
    void in_views_nothing_jumps_where_a_register_begins_later_than_its_meter() throws InterruptedException {
        Random random = new Random(SEED);
        for (int meter = 0; meter < 20; meter++) {
            List<TelegramEvent> events = life("begins" + meter, random);
            storing.store(events);
            assertThat(Tables.rows("SELECT first_import_kwh * 1000, last_import_kwh * 1000, first_export_kwh * 1000,"
                            + " last_export_kwh * 1000 FROM sem_views.registers WHERE meter = 'begins" + meter
                            + "' ORDER BY quarter"))
                    .as("meter %d of seed %d", meter, SEED)
                    .hasSize(6)
                    .satisfies(rows -> follows(rows, series(events)));
        }
    }

    /** Six quarter hours, in each a reading at its edge and one later; registers begin at whatever reading. */
    private static List<TelegramEvent> life(String meter, Random random) {
        Instant from = QuarterHours.start(QuarterHours.of(Instant.now()) - 40);
        List<Register> registers = new ArrayList<>(List.of(
                Register.IMPORT_T1_WH,
                Register.IMPORT_T3_WH,
                Register.IMPORT_WH,
                Register.EXPORT_T2_WH,
                Register.EXPORT_T8_WH,
                Register.EXPORT_WH));
        Map<Register, Integer> begins = registers.stream()
                .collect(Collectors.toMap(
                        register -> register, register -> random.nextBoolean() ? 0 : random.nextInt(12)));
        begins.put(random.nextBoolean() ? Register.IMPORT_T1_WH : Register.IMPORT_WH, 0);
        long[] wh = random.longs(registers.size(), 0, 1_000_000).toArray();
        List<TelegramEvent> events = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            int reading = i;
            for (int n = 0; n < wh.length; n++) {
                wh[n] += random.nextInt(500);
            }
            RegisterValues values = RegisterValues.of(register ->
                    begins.getOrDefault(register, 99) <= reading ? (Long) wh[registers.indexOf(register)] : null);
            events.add(event(meter, from.plusSeconds(i / 2 * 900L + i % 2 * 400L), values));
        }
        return events;
    }

    private static QuarterSeries series(List<TelegramEvent> events) {
        List<QuarterRow> rows = new ArrayList<>();
        for (int i = 0; i < events.size(); i += 2) {
            TelegramEvent first = events.get(i);
            TelegramEvent last = events.get(i + 1);
            rows.add(new QuarterRow(
                    QuarterHours.of(first.at()),
                    first.at().toEpochMilli(),
                    last.at().toEpochMilli(),
                    first.electricity().registers(),
                    last.electricity().registers()));
        }
        return new QuarterSeries(rows);
    }

    /** What each quarter hour used is what the series says; where a direction was not there yet, the view shows nothing. */
    private static void follows(List<? extends List<? extends String>> rows, QuarterSeries series) {
        int quarter = series.rows().get(0).quarter();
        for (Direction direction : Direction.values()) {
            int column = direction == Direction.IMPORT ? 0 : 2;
            for (int i = 1; i < rows.size(); i++) {
                String before = rows.get(i - 1).get(column);
                String after = rows.get(i).get(column);
                if (before != null) {
                    long used = wh(after) - wh(before);
                    assertThat(used)
                            .as("%s of quarter hour %d", direction, i - 1)
                            .isEqualTo(series.energyWh(direction, quarter + i)
                                            .orElseThrow()
                                            .value()
                                    - series.energyWh(direction, quarter + i - 1)
                                            .orElseThrow()
                                            .value());
                    assertThat(wh(rows.get(i - 1).get(column + 1)) - wh(before))
                            .as("%s within quarter hour %d", direction, i - 1)
                            .isBetween(0L, used);
                }
            }
        }
    }

    private static long wh(String text) {
        return Math.round(Double.parseDouble(text));
    }

    private static TelegramEvent event(String meter, Instant at, RegisterValues values) {
        return Events.at(meter, at)
                .electricity(new Electricity("1SEM-" + meter, null, values, 100, 0, null, List.of()))
                .build();
    }
}
