package energy.sem.quarter;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

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
