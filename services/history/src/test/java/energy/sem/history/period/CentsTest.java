package energy.sem.history.period;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class CentsTest {

    @ParameterizedTest(name = "{0} are shown as {1}")
    @CsvSource({
        "11.228 4.102, 11.23 4.10",
        // half up each, these would show 0.02 where the sum shows 0.01
        "0.005 0.005, 0.01 0.00",
        "0.004 0.004 0.004, 0.01 0.00 0.00",
        "10.333 10.333 10.334, 10.33 10.33 10.34",
        "3.336 -1.111, 3.34 -1.11",
        "-0.005 -0.005, 0.00 -0.01",
        "0, 0.00",
    })
    void parts_in_cents_add_up_to_the_sum_in_cents(String exact, String shown) {
        assertThat(Cents.addingUp(amounts(exact))).isEqualTo(amounts(shown));
    }

    @Property
    void any_parts_add_up_and_none_is_off_by_a_cent(
            @ForAll @Size(max = 12) List<@IntRange(min = -5_000_000, max = 5_000_000) Integer> thousandths) {
        List<BigDecimal> exact =
                thousandths.stream().map(each -> BigDecimal.valueOf(each, 3)).toList();
        List<BigDecimal> cents = Cents.addingUp(exact);
        assertThat(sum(cents)).isEqualByComparingTo(Cents.of(sum(exact)));
        for (int i = 0; i < exact.size(); i++) {
            assertThat(cents.get(i).subtract(exact.get(i)).abs()).isLessThan(new BigDecimal("0.01"));
        }
    }

    private static BigDecimal sum(List<BigDecimal> amounts) {
        return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<BigDecimal> amounts(String text) {
        return Arrays.stream(text.split(" ")).map(BigDecimal::new).toList();
    }
}
