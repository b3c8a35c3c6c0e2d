package energy.sem.p1;

import java.util.List;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Numbers are read alike whether or not the object's numbers before were written in the same way. */
class NumberShapeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "009999.999*kWh",
                "000000.000*kWh",
                "00123x.567*kWh",
                "001234:567*kWh",
                "001234,567*kWh",
                "001234 567*kWh",
                "001234/567*kWh",
                "0012345.67*kWh",
                "01234.567*kWh",
                "0001234.567*kWh",
                "001234567*kWh",
                "001234.567*kwh",
                "001234.567*Wh",
                "001234.567*kW",
                "001234.567*kWhh",
                "001234.567",
                "001234.567 *kWh",
                "001234.567*kWh ",
                "-01234.567*kWh",
                "",
                ".",
                "12",
                "/01234.567*kWh",
                ":01234.567*kWh",
                "001234.56:*kWh",
                "\u00b01234.567*kWh"
            })
    void what_differs_from_the_shape_is_read_as_if_there_were_none(String next) {
        assertReadAlike(List.of("001234.567*kWh", "001234.568*kWh", next, "001234.569*kWh", next));
    }

    @Property(tries = 500)
    void numbers_are_read_alike_whatever_came_before(
            @ForAll @Size(min = 2, max = 6) List<@net.jqwik.api.From("numbers") String> series) {
        assertReadAlike(series);
    }

    @Provide
    Arbitrary<String> numbers() {
        Arbitrary<Integer> digits = Arbitraries.integers().between(0, 8);
        return Combinators.combine(
                        Arbitraries.of("", "-", "x"),
                        digits.flatMap(n -> Arbitraries.strings().numeric().ofLength(n)),
                        Arbitraries.of("", ".", "."),
                        digits.flatMap(n -> Arbitraries.strings().numeric().ofLength(n)),
                        Arbitraries.of("*kWh", "*kWh", "*Wh", "kWh", "", "*kW", "*k-h"))
                .as((sign, whole, point, decimals, unit) -> sign + whole + point + decimals + unit);
    }

    private static void assertReadAlike(List<String> numbers) {
        Heard heard = new Heard();
        for (String number : numbers) {
            byte[] telegram = Samples.telegram("1-0:1.8.1(" + number + ")", "1-0:1.8.2(000001.000*kWh)");
            heard.reader.feed(telegram);
            assertThat(heard.telegrams.get(heard.telegrams.size() - 1))
                    .as(number)
                    .isEqualTo(Heard.of(telegram).telegrams.get(0));
        }
    }
}
