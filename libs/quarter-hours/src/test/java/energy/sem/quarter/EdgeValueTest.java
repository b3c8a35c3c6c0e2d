package energy.sem.quarter;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

import energy.sem.quarter.EdgeValue.Basis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class EdgeValueTest {
    private static final long EDGE = 1_795_000_500_000L;

    @Test
    void a_reading_exactly_at_the_edge_is_its_value() {
        assertThat(EdgeValue.at(EDGE, EDGE - 10_000, 1000L, EDGE, 1005L)).contains(new EdgeValue(1005, Basis.EXACT, 0));
    }

    @Test
    void between_two_readings_the_value_is_interpolated_and_floored() {
        // 10:14:50 = 1000 Wh, 11:05:10 = 1604 Wh, edge 10:15:00: 1000 + 604 * 10 / 3020
        assertThat(EdgeValue.at(EDGE, EDGE - 10_000, 1000L, EDGE + 3_010_000, 1604L))
                .contains(new EdgeValue(1002, Basis.BETWEEN, 3_020_000));
    }

    @Test
    void a_falling_register_is_floored_too() {
        assertThat(EdgeValue.at(EDGE, EDGE - 1000, 10L, EDGE + 2000, 9L))
                .contains(new EdgeValue(9, Basis.BETWEEN, 3000));
    }

    @Test
    void after_the_last_reading_its_value_stays() {
        assertThat(EdgeValue.at(EDGE, EDGE - 10_000, 1000L, 0, null))
                .contains(new EdgeValue(1000, Basis.OPEN, Long.MAX_VALUE));
    }

    @Test
    void before_the_first_reading_its_value_stands() {
        assertThat(EdgeValue.at(EDGE, 0, null, EDGE + 10_000, 1604L))
                .contains(new EdgeValue(1604, Basis.START, Long.MAX_VALUE));
    }

    @Test
    void without_a_reading_there_is_no_value() {
        assertThat(EdgeValue.at(EDGE, 0, null, 0, null)).isEmpty();
    }

    @Test
    void a_reading_on_the_wrong_side_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> EdgeValue.at(EDGE, EDGE, 1L, EDGE + 1, 2L));
        assertThatIllegalArgumentException().isThrownBy(() -> EdgeValue.at(EDGE, EDGE - 1, 1L, EDGE - 1, 2L));
    }

    @Test
    void only_readings_on_both_sides_bracket_an_edge() {
        assertThat(new EdgeValue(1, Basis.EXACT, 0).bracketedWithin(0)).isTrue();
        assertThat(new EdgeValue(1, Basis.BETWEEN, 120_000).bracketedWithin(120_000))
                .isTrue();
        assertThat(new EdgeValue(1, Basis.BETWEEN, 120_001).bracketedWithin(120_000))
                .isFalse();
        assertThat(new EdgeValue(1, Basis.OPEN, Long.MAX_VALUE).bracketedWithin(Long.MAX_VALUE))
                .isFalse();
        assertThat(new EdgeValue(1, Basis.START, Long.MAX_VALUE).bracketedWithin(Long.MAX_VALUE))
                .isFalse();
    }

    @Test
    void a_sum_is_as_certain_as_its_less_certain_part() {
        EdgeValue between = new EdgeValue(5, Basis.BETWEEN, 1000);
        EdgeValue open = new EdgeValue(7, Basis.OPEN, Long.MAX_VALUE);
        assertThat(between.plus(open)).isEqualTo(new EdgeValue(12, Basis.OPEN, Long.MAX_VALUE));
        assertThat(open.plus(between)).isEqualTo(new EdgeValue(12, Basis.OPEN, Long.MAX_VALUE));
    }

    @Property
    void is_the_floor_of_the_exact_line_for_any_values(
            @ForAll long before,
            @ForAll long after,
            @ForAll @LongRange(min = 1, max = 1L << 40) long left,
            @ForAll @LongRange(min = 1, max = 1L << 40) long right) {
        BigDecimal exact = new BigDecimal(BigInteger.valueOf(after)
                        .subtract(BigInteger.valueOf(before))
                        .multiply(BigInteger.valueOf(left)))
                .divide(BigDecimal.valueOf(left + right), 0, RoundingMode.FLOOR)
                .add(BigDecimal.valueOf(before));

        long value = EdgeValue.at(EDGE, EDGE - left, before, EDGE + right, after)
                .orElseThrow()
                .value();

        assertThat(BigDecimal.valueOf(value)).isEqualTo(exact);
    }

    @Property
    void never_leaves_the_readings_around_it(
            @ForAll @LongRange(min = 0, max = 1_000_000_000) long before,
            @ForAll @IntRange(max = 1_000_000) int growth,
            @ForAll @LongRange(min = 1, max = 1L << 40) long left,
            @ForAll @LongRange(min = 1, max = 1L << 40) long right) {
        assertThat(EdgeValue.at(EDGE, EDGE - left, before, EDGE + right, before + growth)
                        .orElseThrow()
                        .value())
                .isBetween(before, before + growth);
    }
}
