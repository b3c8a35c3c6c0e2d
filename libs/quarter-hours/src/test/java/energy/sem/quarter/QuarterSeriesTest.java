package energy.sem.quarter;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

import energy.sem.p1.Register;
import energy.sem.p1.RegisterValues;
import energy.sem.quarter.EdgeValue.Basis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class QuarterSeriesTest {
    private static final int TEN = QuarterHours.of(Instant.parse("2026-11-22T10:00:00Z"));

    @Test
    void the_worked_example_of_the_design() {
        QuarterSeries gap = series(Map.of(at("10:14:50"), 1000L, at("11:05:10"), 1604L));
        assertThat(gap.importWh(TEN + 1)).contains(new EdgeValue(1002, Basis.BETWEEN, 3_020_000));
        assertThat(gap.importWh(TEN + 4)).contains(new EdgeValue(1542, Basis.BETWEEN, 3_020_000));

        QuarterSeries filled = series(
                Map.of(at("10:14:50"), 1000L, at("10:15:00"), 1001L, at("10:59:50"), 1500L, at("11:05:10"), 1604L));
        assertThat(filled.importWh(TEN + 1)).contains(new EdgeValue(1001, Basis.EXACT, 0));
        assertThat(filled.importWh(TEN + 4)).contains(new EdgeValue(1503, Basis.BETWEEN, 320_000));
    }

    @Test
    void tariffs_are_added_after_each_was_interpolated() {
        RegisterValues before = RegisterValues.of(Map.of(Register.IMPORT_T1_WH, 10L, Register.IMPORT_T2_WH, 20L));
        RegisterValues after = RegisterValues.of(Map.of(Register.IMPORT_T1_WH, 11L, Register.IMPORT_T2_WH, 21L));
        QuarterSeries series = new QuarterSeries(List.of(
                new QuarterRow(TEN, at("10:14:59"), at("10:14:59"), before, before),
                new QuarterRow(TEN + 1, at("10:15:01"), at("10:15:01"), after, after)));
        // Half a Wh each: floored twice to 10 + 20, where the sum of 30 to 32 would have given 31.
        assertThat(series.importWh(TEN + 1)).contains(new EdgeValue(30, Basis.BETWEEN, 2000));
        assertThat(series.exportWh(TEN + 1)).isEmpty();
    }

    @Test
    void a_meter_without_tariffs_counts_in_one_register() {
        RegisterValues values = RegisterValues.of(Map.of(Register.IMPORT_WH, 7L, Register.EXPORT_WH, 9L));
        QuarterSeries series =
                new QuarterSeries(List.of(new QuarterRow(TEN, at("10:00:00"), at("10:00:00"), values, values)));
        assertThat(series.importWh(TEN)).contains(new EdgeValue(7, Basis.EXACT, 0));
        assertThat(series.exportWh(TEN)).contains(new EdgeValue(9, Basis.EXACT, 0));
    }

    @Test
    void the_meters_own_total_counts_where_it_gives_one() {
        RegisterValues first = RegisterValues.of(Map.of(Register.IMPORT_T1_WH, 10L, Register.IMPORT_WH, 1000L));
        RegisterValues then = RegisterValues.of(Map.of(Register.IMPORT_T1_WH, 10L, Register.IMPORT_WH, 1500L));
        QuarterSeries series = new QuarterSeries(List.of(row("10:00:00", first), row("10:15:00", then)));
        assertThat(series.importWh(TEN)).contains(new EdgeValue(1000, Basis.EXACT, 0));
        assertThat(series.importWh(TEN + 1)).contains(new EdgeValue(1500, Basis.EXACT, 0));
    }

    @Test
    void eight_tariffs_are_added_up() {
        RegisterValues values = RegisterValues.of(register -> register.tariff() > 0 ? 10L + register.tariff() : null);
        QuarterSeries series = new QuarterSeries(List.of(row("10:00:00", values)));
        assertThat(series.importWh(TEN)).contains(new EdgeValue(8 * 10 + 36, Basis.EXACT, 0));
        assertThat(series.exportWh(TEN)).contains(new EdgeValue(8 * 10 + 36, Basis.EXACT, 0));
    }

    @Test
    void a_tariff_that_is_sent_from_some_day_on_makes_no_jump() {
        RegisterValues two = RegisterValues.of(Map.of(Register.IMPORT_T1_WH, 10L, Register.IMPORT_T2_WH, 20L));
        RegisterValues three = two.with(Register.IMPORT_T1_WH, 12).with(Register.IMPORT_T3_WH, 5_000_000);
        QuarterSeries series = new QuarterSeries(List.of(
                row("10:00:00", two),
                row("10:15:00", three),
                row("10:30:00", three.with(Register.IMPORT_T3_WH, 5_000_100))));
        assertThat(difference(series, TEN, TEN + 1)).isEqualTo(2);
        assertThat(difference(series, TEN + 1, TEN + 2)).isEqualTo(100);
        assertThat(series.importWh(TEN)).map(EdgeValue::basis).contains(Basis.EXACT);
        assertThat(series.peak(TEN, TEN + 2)).contains(new Demand(400, TEN + 1));
    }

    @Test
    void a_total_that_is_sent_for_a_while_is_carried_on_by_the_tariffs() {
        RegisterValues tariffs = RegisterValues.of(Map.of(Register.IMPORT_T1_WH, 10L, Register.IMPORT_T2_WH, 20L));
        QuarterSeries series = new QuarterSeries(List.of(
                row("10:00:00", tariffs),
                row("10:15:00", tariffs.with(Register.IMPORT_T1_WH, 11).with(Register.IMPORT_WH, 900_000)),
                row("10:30:00", tariffs.with(Register.IMPORT_T1_WH, 11).with(Register.IMPORT_WH, 900_050)),
                row("10:45:00", tariffs.with(Register.IMPORT_T1_WH, 18))));
        assertThat(difference(series, TEN, TEN + 1)).as("by the tariffs").isEqualTo(1);
        assertThat(difference(series, TEN + 1, TEN + 2)).as("by the total").isEqualTo(50);
        assertThat(difference(series, TEN + 2, TEN + 3)).as("by the tariffs").isEqualTo(7);
        assertThat(difference(series, TEN, TEN + 3)).as("adds up").isEqualTo(58);
    }

    @Test
    void demand_is_four_times_the_energy_of_the_quarter_hour() {
        QuarterSeries series = series(Map.of(at("10:00:00"), 1000L, at("10:15:00"), 1250L));
        assertThat(series.demand(TEN)).contains(new Demand(1000, TEN));
    }

    @Test
    void demand_is_unknown_where_an_edge_is_bracketed_by_more_than_two_minutes() {
        QuarterSeries closely = series(Map.of(at("09:59:00"), 1000L, at("10:01:00"), 1100L, at("10:15:00"), 1250L));
        QuarterSeries widely = series(Map.of(at("09:59:00"), 1000L, at("10:01:01"), 1100L, at("10:15:00"), 1250L));
        assertThat(closely.demand(TEN)).contains(new Demand(800, TEN));
        assertThat(widely.demand(TEN)).isEmpty();
        assertThat(closely.demand(TEN + 1)).as("the last edge is open").isEmpty();
    }

    @Test
    void of_equal_peaks_the_earliest_counts() {
        QuarterSeries series = series(Map.of(
                at("10:00:00"),
                0L,
                at("10:15:00"),
                100L,
                at("10:30:00"),
                300L,
                at("10:45:00"),
                500L,
                at("11:00:00"),
                600L));
        assertThat(series.peak(TEN, TEN + 4)).contains(new Demand(800, TEN + 1));
        assertThat(series.peak(TEN + 2, TEN + 4)).contains(new Demand(800, TEN + 2));
        assertThat(series.peak(TEN + 5, TEN + 8)).isEmpty();
    }

    @Test
    void an_absurd_register_gives_a_demand_at_the_limit_and_no_overflow() {
        QuarterSeries series = series(Map.of(at("10:00:00"), 0L, at("10:15:00"), 1L << 60));
        assertThat(series.demand(TEN)).contains(new Demand(Integer.MAX_VALUE / 4 * 4, TEN));
    }

    @Test
    void time_between_readings_is_covered_unless_they_are_too_far_apart() {
        QuarterSeries series = series(Map.of(
                at("10:00:10"),
                0L,
                at("10:14:00"),
                1L,
                at("10:29:00"),
                2L,
                at("10:44:00.001"),
                3L,
                at("10:50:00"),
                4L));
        long from = at("10:00:00");
        long to = at("11:00:00");
        assertThat(series.coveredMilli(from, to, QuarterSeries.ELECTRICITY_GAP_MILLI))
                .isEqualTo((28 * 60 + 50) * 1000 + 6 * 60_000 - 1);
        assertThat(series.coveredMilli(from, to, QuarterSeries.MBUS_GAP_MILLI)).isEqualTo((49 * 60 + 50) * 1000);
        assertThat(series.coveredMilli(at("10:20:00"), at("10:21:00"), QuarterSeries.ELECTRICITY_GAP_MILLI))
                .as("in the middle of two readings")
                .isEqualTo(60_000);
        assertThat(series.coveredMilli(at("09:00:00"), from, QuarterSeries.ELECTRICITY_GAP_MILLI))
                .isZero();
    }

    @Test
    void the_last_reading_can_be_left_out() {
        RegisterValues first = RegisterValues.of(Map.of(Register.IMPORT_WH, 1L));
        RegisterValues last = RegisterValues.of(Map.of(Register.IMPORT_WH, 2L));
        assertThat(new QuarterRow(TEN, at("10:00:00"), at("10:10:00"), first, last).onlyFirst())
                .isEqualTo(new QuarterRow(TEN, at("10:00:00"), at("10:00:00"), first, first));
    }

    @Test
    void rows_out_of_order_are_refused() {
        RegisterValues none = RegisterValues.of(Map.of());
        QuarterRow row = new QuarterRow(TEN, at("10:00:00"), at("10:00:00"), none, none);
        assertThatIllegalArgumentException().isThrownBy(() -> new QuarterSeries(List.of(row, row)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new QuarterRow(TEN, at("10:00:00"), at("10:15:00"), none, none));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new QuarterRow(TEN, at("10:00:02"), at("10:00:01"), none, none));
    }

    @Property
    void registers_that_come_and_go_give_what_was_used(@ForAll("lives") List<Set<Register>> lives) {
        List<QuarterRow> rows = new ArrayList<>();
        long[] wh = {1_000_000, 2_000_000, 3_000_000};
        long used = 0;
        for (int i = 0; i < lives.size(); i++) {
            // What is used, is used in tariff 1, which is always sent, so that the truth is known.
            long step = i == 0 ? 0 : i % 7;
            wh[0] += step;
            used += step;
            RegisterValues all = RegisterValues.of(Map.of(
                    Register.IMPORT_T1_WH, wh[0],
                    Register.IMPORT_T2_WH, wh[1],
                    Register.IMPORT_T3_WH, wh[2],
                    Register.IMPORT_WH, 77 + wh[0] + wh[1] + wh[2]));
            Set<Register> sent = lives.get(i);
            RegisterValues values = RegisterValues.of(register ->
                    register == Register.IMPORT_T1_WH || sent.contains(register) ? all.get(register) : null);
            rows.add(new QuarterRow(
                    TEN + i, QuarterHours.startMilli(TEN + i), QuarterHours.startMilli(TEN + i), values, values));
        }
        QuarterSeries series = new QuarterSeries(rows);
        assertThat(difference(series, TEN, TEN + lives.size() - 1)).isEqualTo(used);
        assertThat(difference(series, TEN - 9, TEN + lives.size() + 9))
                .as("from before the device's first reading to after its last")
                .isEqualTo(used);
        for (int i = 1; i < lives.size(); i++) {
            assertThat(difference(series, TEN + i - 1, TEN + i)).isNotNegative();
        }
    }

    @Provide
    Arbitrary<List<Set<Register>>> lives() {
        return Arbitraries.of(Register.IMPORT_T2_WH, Register.IMPORT_T3_WH, Register.IMPORT_WH)
                .set()
                .list()
                .ofMinSize(2)
                .ofMaxSize(30);
    }

    private static long difference(QuarterSeries series, int from, int to) {
        return series.importWh(to).orElseThrow().value()
                - series.importWh(from).orElseThrow().value();
    }

    private static QuarterRow row(String time, RegisterValues values) {
        long milli = at(time);
        return new QuarterRow(QuarterHours.of(milli), milli, milli, values, values);
    }

    @Property
    void differences_between_edges_add_up_to_the_register(@ForAll("readings") List<Long> growth) {
        TreeMap<Long, Long> readings = new TreeMap<>();
        long time = QuarterHours.startMilli(TEN);
        long wh = 5;
        for (long step : growth) {
            readings.put(time, wh);
            time += 1 + step * 37_003;
            wh += step;
        }
        QuarterSeries series = series(readings);
        int from = QuarterHours.of(readings.firstKey());
        int to = QuarterHours.of(readings.lastKey()) + 1;
        long sum = 0;
        for (int quarter = from; quarter < to; quarter++) {
            long part = series.importWh(quarter + 1).orElseThrow().value()
                    - series.importWh(quarter).orElseThrow().value();
            assertThat(part).isNotNegative();
            sum += part;
        }
        assertThat(sum)
                .isEqualTo(
                        readings.lastEntry().getValue() - readings.firstEntry().getValue());
    }

    @Provide
    Arbitrary<List<Long>> readings() {
        return Arbitraries.longs().between(0, 200).list().ofMinSize(1).ofMaxSize(60);
    }

    private static long at(String time) {
        return Instant.parse("2026-11-22T" + time + "Z").toEpochMilli();
    }

    private static QuarterSeries series(Map<Long, Long> importWhByMilli) {
        TreeMap<Integer, QuarterRow> rows = new TreeMap<>();
        new TreeMap<>(importWhByMilli).forEach((milli, wh) -> {
            RegisterValues values = RegisterValues.of(Map.of(Register.IMPORT_WH, wh));
            rows.merge(
                    QuarterHours.of(milli),
                    new QuarterRow(QuarterHours.of(milli), milli, milli, values, values),
                    (old, add) -> new QuarterRow(
                            old.quarter(), old.firstAtMilli(), add.lastAtMilli(), old.first(), add.last()));
        });
        return new QuarterSeries(new ArrayList<>(rows.values()));
    }
}
