package energy.sem.history.peak;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class BillingPeakTest {
    /** The worked table of nl.wikibooks Energietransitie/Capaciteitstarief: 4.456 kW (it prints 4.546, digits swapped). */
    private static final List<Integer> WORKED_TABLE_W =
            List.of(632, 4600, 0, 1028, 3444, 4164, 4564, 6000, 9200, 5000, 4120, 4880);

    @Test
    void is_the_mean_of_the_months_each_at_least_two_and_a_half_kilowatt() {
        assertThat(BillingPeak.watts(WORKED_TABLE_W)).isEqualTo(4456);
    }

    @Test
    void only_the_last_twelve_months_count() {
        List<Integer> thirteen =
                Stream.concat(Stream.of(99_000), WORKED_TABLE_W.stream()).toList();
        assertThat(BillingPeak.watts(thirteen)).isEqualTo(4456);
    }

    @Test
    void fewer_months_are_the_mean_of_those_there_are() {
        assertThat(BillingPeak.watts(List.of(3000, 5000))).isEqualTo(4000);
        assertThat(BillingPeak.watts(List.of(100))).isEqualTo(2500);
    }

    @Test
    void half_a_watt_is_rounded_up() {
        assertThat(BillingPeak.watts(List.of(2501, 2500))).isEqualTo(2501);
    }

    @Test
    void without_a_month_there_is_none() {
        assertThatIllegalArgumentException().isThrownBy(() -> BillingPeak.watts(List.of()));
    }
}
