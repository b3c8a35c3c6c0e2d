package energy.sem.display.serve;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import energy.sem.display.view.Period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class TrmnlAccessTest {
    private static final String MAC = "D8:3B:DA:70:12:34";

    private static TrmnlAccess access(String devices, String... readKeys) {
        return new TrmnlAccess(
                true,
                "month",
                devices.isEmpty() ? Optional.empty() : Optional.of(List.of(devices.split(",", -1))),
                readKeys.length == 0 ? Optional.empty() : Optional.of(List.of(readKeys)));
    }

    @Test
    void where_reading_is_open_every_device_is_set_up() {
        assertThat(access("").mayBeSetUp(MAC)).isTrue();
        assertThat(access("").token(MAC)).matches("[0-9a-f]{32}");
        assertThat(access("").period(MAC)).isEqualTo(Period.MONTH);
    }

    @Test
    void where_it_is_not_a_device_must_be_in_the_settings() {
        assertThat(access("", "key").mayBeSetUp(MAC)).isFalse();
        assertThat(access("d8:3b:da:70:12:34=kitchen/week", "key").mayBeSetUp(MAC))
                .isTrue();
        assertThat(access(MAC + "=kitchen/week", "key").period(MAC)).isEqualTo(Period.WEEK);
        assertThat(access(MAC + "=kitchen/week", "key").name(MAC)).isEqualTo("kitchen");
    }

    @Test
    void a_token_outlives_a_restart_and_a_new_read_key_before_the_old_one_is_taken_away() {
        String token = access(MAC + "=kitchen", "old").token(MAC);
        assertThat(access(MAC + "=kitchen", "new", "old").opens(MAC, token)).isTrue();
        assertThat(access(MAC + "=kitchen", "new").opens(MAC, token)).isFalse();
        assertThat(access(MAC + "=kitchen", "old").opens("d8:3b:da:70:12:34", token))
                .isTrue();
        assertThat(access("D8:3B:DA:70:56:78=attic", "old").opens(MAC, token)).isFalse();
        assertThat(access(MAC + "=kitchen", "old").opens("no mac", token)).isFalse();
        assertThat(access(MAC + "=kitchen", "old").opens(MAC, null)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"kitchen", "D8:3B:DA:70:12=kitchen", "D8:3B:DA:70:12:34=", MAC + "=kitchen/decade", MAC + "=a b"
            })
    void a_wrong_entry_is_named_with_what_it_must_be(String entry) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> access(entry))
                .withMessageContainingAll("sem.trmnl.devices", entry, "MAC=name");
    }
}
