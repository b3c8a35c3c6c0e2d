package energy.sem.bill.sum;

import java.math.BigDecimal;
import java.util.List;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WeightedSumTest {
    @Property
    void it_is_the_sum_that_decimals_give_whatever_its_size(
            @ForAll List<Long> quantities, @ForAll List<Long> pricesE5) {
        WeightedSum sum = new WeightedSum();
        BigDecimal expected = BigDecimal.ZERO;
        for (int i = 0; i < Math.min(quantities.size(), pricesE5.size()); i++) {
            sum.add(quantities.get(i), pricesE5.get(i));
            expected = expected.add(
                    BigDecimal.valueOf(quantities.get(i)).multiply(BigDecimal.valueOf(pricesE5.get(i), 5)));
        }
        assertThat(sum.value()).isEqualByComparingTo(expected);
    }

    @Test
    void a_sum_of_more_than_64_bits_loses_nothing() {
        WeightedSum sum = new WeightedSum();
        for (int i = 0; i < 4; i++) {
            sum.add(1L << 31, 1L << 31);
        }
        assertThat(sum.value())
                .isEqualByComparingTo(BigDecimal.valueOf(1L << 62, 5).multiply(BigDecimal.valueOf(4)));
    }

    @Test
    void a_mean_of_four_prices_has_more_decimals_and_keeps_them() {
        WeightedSum sum = new WeightedSum();
        sum.add(3, new BigDecimal("80.1234575"));
        sum.add(2, 100_000);
        assertThat(sum.value()).isEqualByComparingTo("242.3703725");
    }
}
