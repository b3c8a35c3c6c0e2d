package energy.sem.gateway.administer;

import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What may stand in the registry, and what has to stay in an environment. */
class EntrySettingsTest {

    @Test
    void what_is_empty_is_left_out_and_spaces_are_taken_away() {
        Map<String, String> given = new HashMap<>(Map.of("source", " push ", "serial", "", "time", "  "));
        given.put("publish-every", null);

        assertThat(EntrySettings.checked(given)).isEqualTo(Map.of("source", "push"));
        assertThat(EntrySettings.isPushed(Map.of())).isTrue();
        assertThat(EntrySettings.isPushed(Map.of("source", "tcp://h:1"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "sourc,              push,                        no setting of a meter in the registry",
        "api-key,            s3cr3t,                      no setting of a meter in the registry",
        "token,              s3cr3t,                      no setting of a meter in the registry",
        "password,           s3cr3t,                      no setting of a meter in the registry",
        "decryption-key,     0123456789abcdef,            no setting of a meter in the registry",
        "ca-file,            /etc/passwd,                 no setting of a meter in the registry",
        "relay-port,         8088,                        no setting of a meter in the registry",
        "SOURCE,             push,                        no setting of a meter in the registry",
        "source,             serial:/dev/ttyUSB0,         is of one machine",
        "source,             serial:auto,                 is of one machine",
        "source,             replay:/etc/shadow,          is of one machine",
        "serial,             'a\u0000b',                  control characters",
    })
    void what_may_not_be_said_is_told_without_its_value(String name, String value, String words) {
        assertThatThrownBy(() -> EntrySettings.checked(Map.of(name, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(words)
                .hasMessageNotContaining(value);
    }

    @Test
    void a_text_that_is_too_long_is_not_kept_nor_shown() {
        assertThatThrownBy(() -> EntrySettings.checked(Map.of("serial", "x".repeat(257))))
                .hasMessageContaining("256 characters");
        assertThatThrownBy(() -> EntrySettings.checked(Map.of("x".repeat(500), "y")))
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(300));
    }
}
