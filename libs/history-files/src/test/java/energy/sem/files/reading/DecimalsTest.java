package energy.sem.files.reading;

import java.math.BigDecimal;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DecimalsTest {

    @Property
    void three_decimals_are_exact(@ForAll @LongRange(min = 0, max = 999_999_999_999L) long value, @ForAll boolean comma)
            throws Exception {
        String text = BigDecimal.valueOf(value, 3).toPlainString();

        assertThat(Decimals.register(comma ? text.replace('.', ',') : text, 3, "x"))
                .isEqualTo(value);
    }

    @Property
    void a_floating_point_number_that_was_a_whole_is_that_whole(
            @ForAll @LongRange(min = 0, max = 99_999_999_999L) long wattHours) throws Exception {
        double kwh = wattHours / 1000.0;

        assertThat(Decimals.rounded(kwh, 1000, "x")).isEqualTo(wattHours);
        assertThat(Decimals.amount(Double.toString(kwh), 3, "x")).isEqualTo(wattHours);
    }

    @Property
    void a_register_is_never_more_than_its_text(
            @ForAll @LongRange(min = 0, max = 999_999_999L) long value, @ForAll @IntRange(min = 0, max = 9) int scale)
            throws Exception {
        BigDecimal exact = BigDecimal.valueOf(value, scale);

        BigDecimal read = BigDecimal.valueOf(Decimals.register(exact.toPlainString(), 3, "x"), 3);

        assertThat(read).isLessThanOrEqualTo(exact);
        assertThat(exact.subtract(read)).isLessThan(new BigDecimal("0.001"));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 3, 1000",
        "1.5, 3, 1500",
        ".5, 3, 500",
        "1.2345, 3, 1234",
        "1234.5e0, 3, 1234500",
        "' 1.0 ', 3, 1000",
        "12, -1, 1"
    })
    void decimal_text_becomes_whole_numbers(String text, int power, long value) throws Exception {
        assertThat(Decimals.register(text, power, "x")).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ".",
                ",",
                "-",
                "x",
                "1.2.3",
                "1,234.5",
                "1e",
                "1e99",
                "1e-999999999",
                "1e999999999",
                "NaN",
                "Infinity",
                "-1",
                "-0.001",
                "0x10",
                "99999999999999999999",
                "١٢"
            })
    void what_no_meter_counts_to_is_refused(String text) {
        assertThatThrownBy(() -> Decimals.register(text, 3, "the field"))
                .isInstanceOf(RowException.class)
                .hasMessageStartingWith("the field");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, 1e300, -1})
    void floating_point_numbers_that_are_none_are_refused(double value) {
        assertThatThrownBy(() -> Decimals.rounded(value, 1000, "x")).isInstanceOf(RowException.class);
    }
}
