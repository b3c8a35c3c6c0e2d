package energy.sem.bridge.local;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LocalIdentityTest {
    @Test
    void the_serial_stays_and_is_of_no_maker() {
        LocalIdentity home = LocalIdentity.of("home", Optional.empty());

        assertThat(home).isEqualTo(LocalIdentity.of("home", Optional.empty()));
        assertThat(home).isNotEqualTo(LocalIdentity.of("roof", Optional.empty()));
        assertThat(home.serial()).matches("[0-9a-f][26ae][0-9a-f]{10}");
    }

    @Test
    void a_given_serial_is_kept() {
        assertThat(LocalIdentity.of("home", Optional.of("5c2faf000001")).instance())
                .isEqualTo("p1meter-000001");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5c2faf00000", "5C2FAF000001", "5c:2f:af:00:00:01", "xc2faf000001"})
    void what_is_no_serial_is_refused(String serial) {
        assertThatThrownBy(() -> LocalIdentity.of("home", Optional.of(serial)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("12 hex digits");
    }

    @Test
    void home_assistant_finds_the_five_texts_that_it_asks_for() {
        assertThat(LocalIdentity.of("home", Optional.empty()).texts())
                .containsEntry("api_enabled", "1")
                .containsEntry("path", "/api/v1")
                .containsEntry("product_type", "HWE-P1")
                .containsKeys("serial", "product_name");
    }
}
