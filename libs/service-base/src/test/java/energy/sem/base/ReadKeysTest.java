package energy.sem.base;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ReadKeysTest {
    private static final String RIGHT = "the right one";
    private static final int GUESSES = 10;

    private final ReadKeys keys =
            new ReadKeys(List.of("another", RIGHT), Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC));

    @Test
    void without_keys_everyone_may_read() {
        ReadKeys none = new ReadKeys(List.of(), Clock.systemUTC());

        assertThat(none.isEmpty()).isTrue();
        assertThat(none.refusal(Optional.empty(), "192.0.2.1", "missing", "wrong"))
                .isEmpty();
        assertThat(keys.isEmpty()).isFalse();
    }

    @Test
    void each_of_the_keys_opens() {
        assertThat(refusal(RIGHT, "192.0.2.1")).isEmpty();
        assertThat(refusal("another", "192.0.2.1")).isEmpty();
    }

    @Test
    void who_has_no_key_and_who_has_a_wrong_one_is_told_so_in_the_words_of_the_service() {
        Problem without = keys.refusal(Optional.empty(), "192.0.2.1", "send a key", "wrong")
                .orElseThrow();
        Problem with = keys.refusal(Optional.of("guess"), "192.0.2.1", "send a key", "look at the device")
                .orElseThrow();

        assertThat(without.toResponse().getStatus()).isEqualTo(401);
        assertThat(without.getMessage()).contains("send a key");
        assertThat(with.toResponse().getStatus()).isEqualTo(403);
        assertThat(with.getMessage()).contains("look at the device");
    }

    @Test
    void who_guesses_waits() {
        guess("192.0.2.1");

        assertThat(status(refusal("guess", "192.0.2.1"))).isEqualTo(429);
        assertThat(status(refusal("guess", "192.0.2.2"))).isEqualTo(403);
    }

    @Test
    void a_right_key_is_let_in_however_many_wrong_ones_come_from_the_same_address() {
        guess("192.0.2.1");

        assertThat(refusal(RIGHT, "192.0.2.1")).isEmpty();
    }

    private void guess(String address) {
        for (int i = 0; i < GUESSES; i++) {
            assertThat(status(refusal("guess " + i, address))).isEqualTo(403);
        }
    }

    private Optional<Problem> refusal(String key, String address) {
        return keys.refusal(Optional.of(key), address, "missing", "wrong");
    }

    private static int status(Optional<Problem> refused) {
        return refused.orElseThrow().toResponse().getStatus();
    }
}
