package energy.sem.display.serve;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class QueryStringTest {

    @ParameterizedTest(name = "{0}: {1} is \"{2}\"")
    @CsvSource({
        "view=week%2C-2&format=raw, view, 'week,-2'",
        "view=week%2C-2&format=raw, format, raw",
        "view=week%2C%20-2, view, 'week, -2'",
        "view=week%2C+1, view, 'week, 1'",
        "LANG=fr, lang, fr",
        "lang=fr&lang=de, lang, fr",
        "lang=, lang, ''",
        "strict, strict, ''",
        "a=b=c, a, b=c",
        "&&lang=fr&, lang, fr",
        "lang=%zz&bits=1, bits, 1"
    })
    void a_value_is_found_by_its_name(String raw, String name, String value) {
        assertThat(QueryString.of(raw).get(name)).isEqualTo(value);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"&", "=", "=&=", "other=1"})
    void what_is_not_there_is_null(String raw) {
        assertThat(QueryString.of(raw).get("lang")).isNull();
        assertThat(QueryString.of(raw).get("lang", "nl")).isEqualTo("nl");
        assertThat(QueryString.of(raw).broken()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"lang=%", "lang=%z", "lang=%zz", "lang=%2", "lang=fr%", "a=1&lang=%-1"})
    void a_broken_percent_sign_is_remembered_by_its_name_and_the_value_is_not_there(String raw) {
        assertThat(QueryString.of(raw).broken()).contains("lang");
        assertThat(QueryString.of(raw).get("lang")).isNull();
    }

    @Test
    void the_first_broken_name_is_told() {
        assertThat(QueryString.of("a=%&b=%").broken()).contains("a");
        assertThat(QueryString.of("%zz=1").broken()).contains("%zz");
    }
}
