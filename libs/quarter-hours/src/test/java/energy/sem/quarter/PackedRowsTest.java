package energy.sem.quarter;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

import energy.sem.p1.Direction;
import energy.sem.p1.Register;
import energy.sem.p1.RegisterValues;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Rows as plain numbers say what the same rows as objects say. */
class PackedRowsTest {
    private static final int FIRST = 1_988_000;
    private static final EnumSet<Register> REGISTERS = EnumSet.of(
            Register.IMPORT_T1_WH,
            Register.IMPORT_T2_WH,
            Register.EXPORT_T1_WH,
            Register.IMPORT_WH,
            Register.EXPORT_WH);

    @Property(tries = 300)
    void rows_come_out_as_they_went_in(@ForAll("rows") List<QuarterRow> rows) {
        assertThat(PackedRows.of(rows, REGISTERS)).isEqualTo(rows);
    }

    @Property(tries = 300)
    void a_series_of_them_answers_the_same(@ForAll("rows") List<QuarterRow> rows) {
        QuarterSeries objects = new QuarterSeries(rows);
        QuarterSeries packed = new QuarterSeries(PackedRows.of(rows, REGISTERS));
        for (int quarter = FIRST - 1; quarter <= FIRST + 62; quarter++) {
            for (Direction direction : Direction.values()) {
                assertThat(packed.energyWh(direction, quarter)).isEqualTo(objects.energyWh(direction, quarter));
            }
            for (Register register : REGISTERS) {
                assertThat(packed.edge(register, quarter)).isEqualTo(objects.edge(register, quarter));
            }
            assertThat(packed.demand(quarter)).isEqualTo(objects.demand(quarter));
        }
    }

    @Test
    void what_is_not_in_order_or_has_a_register_too_many_is_refused() {
        PackedRows.Builder builder = new PackedRows.Builder(EnumSet.of(Register.IMPORT_WH), 0);
        builder.add(row(FIRST + 1, RegisterValues.of(Register.IMPORT_WH, 5)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.add(row(FIRST + 1, RegisterValues.of(Register.IMPORT_WH, 6))))
                .withMessageContaining("comes after");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.add(row(FIRST + 2, RegisterValues.of(Register.EXPORT_WH, 6))))
                .withMessageContaining("more registers");
    }

    @Test
    void more_rows_than_were_expected_find_room_and_there_is_none_behind_the_last() {
        List<QuarterRow> rows = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            rows.add(row(FIRST + i, RegisterValues.of(Register.IMPORT_WH, i)));
        }
        PackedRows.Builder builder = new PackedRows.Builder(EnumSet.of(Register.IMPORT_WH), 3);
        rows.forEach(builder::add);
        PackedRows packed = builder.build();
        assertThat(packed).isEqualTo(rows);
        assertThatThrownBy(() -> packed.get(1000)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    private static QuarterRow row(int quarter, RegisterValues values) {
        long at = QuarterHours.startMilli(quarter);
        return new QuarterRow(quarter, at, at, values, values);
    }

    @Provide
    Arbitrary<List<QuarterRow>> rows() {
        Arbitrary<Integer> quarters = Arbitraries.integers().between(FIRST, FIRST + 60);
        Arbitrary<RegisterValues> values = Arbitraries.maps(
                        Arbitraries.of(REGISTERS), Arbitraries.longs().between(0, 1_000_000))
                .map(RegisterValues::of);
        Arbitrary<QuarterRow> row = Combinators.combine(
                        quarters,
                        Arbitraries.integers().between(0, 400_000),
                        Arbitraries.integers().between(0, 400_000),
                        values,
                        values)
                .as((quarter, first, more, one, other) -> new QuarterRow(
                        quarter,
                        QuarterHours.startMilli(quarter) + first,
                        QuarterHours.startMilli(quarter) + first + more,
                        one,
                        other));
        return row.list().uniqueElements(QuarterRow::quarter).ofMaxSize(40).map(some -> some.stream()
                .sorted(java.util.Comparator.comparing(QuarterRow::quarter))
                .toList());
    }
}
