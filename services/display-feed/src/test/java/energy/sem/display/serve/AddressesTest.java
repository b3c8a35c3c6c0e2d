package energy.sem.display.serve;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import energy.sem.display.view.Language;
import energy.sem.display.view.Period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AddressesTest {
    private static final List<String> WEEK = List.of("week", "-2.raw");

    private final Addresses addresses = new Addresses(new QueryReader(Language.NL));

    @Test
    void an_address_is_read_once() throws BadQuery {
        Address first = addresses.read("/display/week/-2.raw?lang=fr", WEEK, QueryString.of("lang=fr"));

        assertThat(addresses.known("/display/week/-2.raw?lang=fr")).containsSame(first);
        assertThat(addresses.known("/display/week/-2.raw")).isEmpty();
        assertThat(first.request().period()).isEqualTo(Period.WEEK);
        assertThat(first.request().variant().language()).isEqualTo(Language.FR);
    }

    @ParameterizedTest
    @ValueSource(strings = {"key=1234", "lang=fr&KEY=1234", "%6bey=1234", "key="})
    void one_with_a_key_is_not_kept(String query) throws BadQuery {
        addresses.read("/display/week/-2.raw?" + query, WEEK, QueryString.of(query));

        assertThat(addresses.size()).isZero();
    }

    @Test
    void one_that_cannot_be_understood_is_not_kept() {
        assertThatThrownBy(() -> addresses.read("/display/weak/0.raw", List.of("weak", "0.raw"), QueryString.of(null)))
                .isInstanceOf(BadQuery.class);

        assertThat(addresses.size()).isZero();
    }

    @Test
    void however_many_are_tried_out_few_are_kept() throws BadQuery {
        for (int offset = 0; offset < 2000; offset++) {
            addresses.read(
                    "/display/day/-" + offset + ".png", List.of("day", "-" + offset + ".png"), QueryString.of(null));
        }
        addresses.read("/display/week/-2.raw?" + "lang=fr&".repeat(500), WEEK, QueryString.of("lang=fr"));

        assertThat(addresses.size()).isBetween(1, 500);
        assertThat(addresses.known("/display/day/-1999.png")).isPresent();
    }
}
