package energy.sem.quarter;

import java.util.Map;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class QuarterRowTest {
    private static final int QUARTER = 1_994_825;
    private static final long START = QuarterHours.startMilli(QUARTER);

    @Test
    void keeps_the_first_and_the_last_reading() {
        QuarterRow merged = reading(5, 50L).merge(reading(900, 90L)).merge(reading(100, 60L));
        assertThat(merged.firstAtMilli()).isEqualTo(START + 5);
        assertThat(merged.first().get(Register.IMPORT_WH)).isEqualTo(50);
        assertThat(merged.lastAtMilli()).isEqualTo(START + 900);
        assertThat(merged.last().get(Register.IMPORT_WH)).isEqualTo(90);
    }

    @Test
    void a_reading_without_the_register_is_first_or_last_all_the_same() {
        QuarterRow merged = reading(5, null).merge(reading(100, 60L));
        assertThat(merged.first().get(Register.IMPORT_WH)).isNull();
        assertThat(merged.last().get(Register.IMPORT_WH)).isEqualTo(60);
    }

    @Test
    void of_two_values_at_one_time_the_greater_counts() {
        assertThat(reading(5, 50L).merge(reading(5, 51L))).isEqualTo(reading(5, 51L));
        assertThat(reading(5, null).merge(reading(5, 51L))).isEqualTo(reading(5, 51L));
    }

    @Test
    void rows_of_two_quarter_hours_do_not_merge() {
        assertThatIllegalArgumentException().isThrownBy(() -> reading(5, 50L)
                .merge(QuarterRow.of(START + QuarterHours.MILLIS, RegisterValues.NONE)));
    }

    @Property
    void order_grouping_and_repetition_do_not_matter(
            @ForAll("rows") QuarterRow a, @ForAll("rows") QuarterRow b, @ForAll("rows") QuarterRow c) {
        QuarterRow all = a.merge(b).merge(c);
        assertThat(a.merge(b.merge(c))).isEqualTo(all);
        assertThat(c.merge(a).merge(b)).isEqualTo(all);
        assertThat(all.merge(b)).isEqualTo(all);
        assertThat(a.merge(a)).isEqualTo(a);
    }

    @Provide
    Arbitrary<QuarterRow> rows() {
        Arbitrary<QuarterRow> one = Combinators.combine(
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.longs().between(0, 5).injectNull(0.2))
                .as(QuarterRowTest::reading);
        return one.list().ofMinSize(1).ofMaxSize(3).map(list -> list.stream()
                .reduce(QuarterRow::merge)
                .orElseThrow());
    }

    private static QuarterRow reading(int milli, Long importWh) {
        return QuarterRow.of(
                START + milli,
                importWh == null ? RegisterValues.NONE : RegisterValues.of(Map.of(Register.IMPORT_WH, importWh)));
    }
}
