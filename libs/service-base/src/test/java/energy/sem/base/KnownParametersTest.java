package energy.sem.base;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class KnownParametersTest {
    private static final List<String> KNOWN = List.of("offset", "step", "zone");

    @ParameterizedTest(name = "\"{0}\"")
    @CsvSource({"offst", "Offset", "''", "step[]", "key"})
    void a_name_that_there_is_not_is_told_with_those_there_are(String name) {
        assertThat(KnownParameters.refusal(List.of("offset", name), KNOWN)).hasValueSatisfying(problem -> {
            assertThat(problem.status()).isEqualTo(400);
            assertThat(problem).hasMessage("There is no parameter \"" + name + "\" here: there is offset, step, zone.");
        });
    }

    @Test
    void where_there_is_none_that_is_said() {
        assertThat(KnownParameters.refusal(List.of("pretty"), List.of()))
                .hasValueSatisfying(problem -> assertThat(problem)
                        .hasMessage("There is no parameter \"pretty\" here: this address takes none."));
    }

    @Test
    void known_names_pass_in_any_number() {
        assertThat(KnownParameters.refusal(List.of(), KNOWN)).isEmpty();
        assertThat(KnownParameters.refusal(KNOWN, KNOWN)).isEmpty();
    }

    @Test
    void a_name_of_any_length_is_answered_in_short() {
        assertThat(KnownParameters.detail("a".repeat(5000), KNOWN)).hasSizeLessThan(150);
    }
}
