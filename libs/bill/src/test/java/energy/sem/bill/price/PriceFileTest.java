package energy.sem.bill.price;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static energy.sem.bill.price.Documents.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class PriceFileTest {
    private static final DeliveryDay OCTOBER = new DeliveryDay(LocalDate.of(2026, 10, 25));

    @Test
    void a_line_is_a_quarter_hour_of_its_delivery_day() throws PriceFault {
        QuarterPrices prices = PriceFile.read(
                bytes(
                        "\uFEFFdate,quarter,eur_mwh\r\n# typed by hand\n2026-10-25,1,92.10\n2026-10-25,9,1\n2026-10-25,13,-2\n"));
        assertThat(prices.get(OCTOBER.from())).isEqualByComparingTo("92.1");
        assertThat(prices.get(OCTOBER.from() + 8)).as("02:00 in summer").isEqualByComparingTo("1");
        assertThat(prices.get(OCTOBER.from() + 12)).as("02:00 in winter").isEqualByComparingTo("-2");
        assertThat(prices.count()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-10-25,101,1 | none of the 100",
                "2027-03-28,93,1 | none of the 92",
                "2026-11-28,0,1 | none of the 96",
                "2026-11-28,1 | three cells",
                "28/11/2026,1,1 | no day",
                "9999-01-01,1,1 | no day",
                "2026-11-28,1,a | no price",
                "2026-11-28,1,1e99 | no price"
            })
    void a_line_that_is_none_is_named(String line, String words) {
        PriceFault fault =
                catchThrowableOfType(PriceFault.class, () -> PriceFile.read(bytes("date,quarter,eur_mwh\n" + line)));
        assertThat(fault).hasMessageStartingWith("line 2: ").hasMessageContaining(words);
    }

    @Test
    void two_prices_of_one_quarter_hour_are_refused_and_the_same_twice_is_not() throws PriceFault {
        assertThat(PriceFile.read(bytes("2026-11-28,1,5\n2026-11-28,1,5.0")).count())
                .isEqualTo(1);
        assertThat(catchThrowableOfType(
                        PriceFault.class, () -> PriceFile.read(bytes("2026-11-28,1,5\n2026-11-28,1,6"))))
                .hasMessageContaining("two prices for 2026-11-27T23:00:00Z: 5.00000 and 6.00000");
    }

    @Test
    void sources_that_differ_leave_only_what_they_agree_on() throws PriceFault {
        QuarterPrices one = PriceFile.read(bytes("2026-10-25,1,5\n2026-10-25,2,6\n2026-10-25,3,7"));
        QuarterPrices other = PriceFile.read(bytes("2026-10-25,1,5.0\n2026-10-25,2,0"));
        assertThat(one.agreedWith(other).count()).isEqualTo(1);
        assertThat(one.agreedWith(other).get(OCTOBER.from())).isEqualByComparingTo("5");
        assertThat(other.or(one).get(OCTOBER.from() + 1)).isEqualByComparingTo("0");
        assertThat(other.or(one).count()).isEqualTo(3);
    }
}
