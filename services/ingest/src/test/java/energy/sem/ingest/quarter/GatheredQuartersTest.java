package energy.sem.ingest.quarter;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

import energy.sem.event.Electricity;
import energy.sem.event.Electricity.Phase;
import energy.sem.event.Extremes;
import energy.sem.event.MBusReading;
import energy.sem.p1.Register;
import energy.sem.p1.RegisterValues;
import energy.sem.quarter.QuarterHours;

import static org.assertj.core.api.Assertions.assertThat;

class GatheredQuartersTest {
    private static final int DEVICE = 7;
    private static final int QUARTER = 1_994_825;
    private static final long START = QuarterHours.startMilli(QUARTER);

    private final GatheredQuarters gathered = new GatheredQuarters();

    @Test
    void the_first_and_the_last_reading_of_a_quarter_hour_stay() {
        add(5, electricity(50L, null, null));
        add(900, electricity(90L, null, null));
        add(100, electricity(60L, null, null));

        QuarterChange change = only();
        assertThat(change.key()).isEqualTo(new QuarterKey(DEVICE, QUARTER));
        assertThat(change.row().firstAtMilli()).isEqualTo(START + 5);
        assertThat(change.row().first().get(Register.IMPORT_WH)).isEqualTo(50);
        assertThat(change.row().lastAtMilli()).isEqualTo(START + 900);
        assertThat(change.row().last().get(Register.IMPORT_WH)).isEqualTo(90);
    }

    @Test
    void of_two_values_at_one_time_the_greater_counts_for_each_register() {
        add(5, electricity(null, 50L, 8L));
        add(5, electricity(null, 51L, null));

        assertThat(only().row().first().get(Register.IMPORT_T1_WH)).isEqualTo(51);
        assertThat(only().row().last().get(Register.EXPORT_T2_WH)).isEqualTo(8);
    }

    @Test
    void a_reading_on_the_edge_belongs_to_the_new_quarter_hour() {
        add(QuarterHours.MILLIS - 1, electricity(50L, null, null));
        add(QuarterHours.MILLIS, electricity(51L, null, null));

        assertThat(gathered.changes(DEVICE))
                .extracting(change -> change.key().quarter())
                .containsExactly(QUARTER, QUARTER + 1);
    }

    @Test
    void every_register_is_kept_the_total_beside_the_tariffs() {
        RegisterValues all = RegisterValues.of(register -> register.obis() == null ? null : 10L + register.tariff());
        add(5, electricity(all));

        assertThat(only().row().first()).isEqualTo(all);
    }

    @Test
    void a_meter_that_counts_one_way_only_is_gathered() {
        add(5, electricity(null, null, 20L));

        assertThat(only().row().first()).isEqualTo(RegisterValues.of(Register.EXPORT_T2_WH, 20));
    }

    @Test
    void without_any_register_nothing_is_gathered() {
        add(5, electricity(RegisterValues.NONE));

        assertThat(gathered.changes(DEVICE)).isEmpty();
    }

    @Test
    void the_extremes_are_those_of_the_readings_and_of_what_was_between_them() {
        gathered.add(
                START,
                electricity(1L, List.of(new Phase(1, 2300, null, null, null), new Phase(3, 2250, null, null, null))),
                new Extremes(900, null, 40, null, List.of(new Extremes.VoltageRange(3, 2200, 2400))));
        gathered.add(START + 1, electricity(1L, List.of(new Phase(1, 2290, null, null, null))), null);

        assertThat(only().ranges()).isEqualTo(new Ranges(900, 40, 2290, 2300, null, null, 2200, 2400));
    }

    @Test
    void an_mbus_value_is_gathered_at_its_capture() {
        gathered.add(START, new MBusReading(1, MBusReading.Kind.HEAT, "7SEM", null, null, 12L, null));

        assertThat(only().row().first().get(Register.HEAT_MJ)).isEqualTo(12);
        assertThat(only().ranges()).isEqualTo(new Ranges(null, null, null, null, null, null, null, null));
    }

    @Property
    void order_and_repetition_do_not_matter(@ForAll("readings") List<Reading> readings, @ForAll Random random) {
        List<Reading> otherwise = new ArrayList<>(readings);
        readings.stream().filter(reading -> random.nextBoolean()).forEach(otherwise::add);
        Collections.shuffle(otherwise, random);

        assertThat(changes(otherwise)).isEqualTo(changes(readings));
    }

    @Provide
    Arbitrary<List<Reading>> readings() {
        Arbitrary<Long> registers = Arbitraries.longs().between(0, 3).injectNull(0.3);
        return Combinators.combine(
                        Arbitraries.longs().between(0, 4),
                        Arbitraries.longs().between(0, 1),
                        registers,
                        registers,
                        registers,
                        Arbitraries.integers().between(-2, 2))
                .as((milli, quarter, a, b, c, deciV) -> new Reading(
                        START + quarter * QuarterHours.MILLIS + milli,
                        new Electricity(
                                "1SEM",
                                null,
                                RegisterValues.builder()
                                        .set(Register.IMPORT_T1_WH, a)
                                        .set(Register.IMPORT_T3_WH, b)
                                        .set(Register.EXPORT_WH, c)
                                        .build(),
                                deciV,
                                null,
                                null,
                                List.of(new Phase(2, deciV, null, null, null)))))
                .list()
                .ofMinSize(1)
                .ofMaxSize(12);
    }

    private static List<QuarterChange> changes(List<Reading> readings) {
        GatheredQuarters all = new GatheredQuarters();
        readings.forEach(reading -> all.add(reading.atMilli(), reading.values(), null));
        return all.changes(DEVICE);
    }

    private void add(long milli, Electricity values) {
        gathered.add(START + milli, values, null);
    }

    private QuarterChange only() {
        assertThat(gathered.changes(DEVICE)).hasSize(1);
        return gathered.changes(DEVICE).get(0);
    }

    private static Electricity electricity(Long importWh, Long importT1Wh, Long exportT2Wh) {
        return electricity(RegisterValues.builder()
                .set(Register.IMPORT_WH, importWh)
                .set(Register.IMPORT_T1_WH, importT1Wh)
                .set(Register.EXPORT_T2_WH, exportT2Wh)
                .build());
    }

    private static Electricity electricity(RegisterValues registers) {
        return new Electricity("1SEM", null, registers, null, null, null, List.of());
    }

    private static Electricity electricity(Long importWh, List<Phase> phases) {
        return new Electricity("1SEM", null, RegisterValues.of(Register.IMPORT_WH, importWh), 300, null, null, phases);
    }

    /** One telegram's values. */
    private record Reading(long atMilli, Electricity values) {}
}
