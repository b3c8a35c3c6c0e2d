package energy.sem.base;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class KeysTest {
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "abc,-,abc",
                "' abc ',-,abc",
                "-,Bearer abc,abc",
                "-,bearer abc,abc",
                "abc,Bearer other,abc",
                "-,-,-",
                "'',-,-",
                "-,Basic abc,-",
                "-,Bearer,-",
                "-,'Bearer  ',-"
            })
    void a_request_carries_its_key_in_either_header(String xApiKey, String authorization, String key) {
        assertThat(Keys.given(xApiKey, authorization).orElse(null)).isEqualTo(key);
    }

    @Test
    void only_the_same_key_is_the_same() {
        assertThat(Keys.same("a1", "a1")).isTrue();
        assertThat(Keys.same("a1", "a2")).isFalse();
        assertThat(Keys.same("a", "aa")).isFalse();
        assertThat(Keys.anyOf("b", List.of("a", "b"))).isTrue();
        assertThat(Keys.anyOf("c", List.of("a", "b"))).isFalse();
        assertThat(Keys.anyOf("c", List.of())).isFalse();
    }
}
