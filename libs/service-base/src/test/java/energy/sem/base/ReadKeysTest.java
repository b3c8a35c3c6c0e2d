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
        assertThat(new ReadKeys(List.of(), Clock.systemUTC()).isEmpty()).isTrue();
        assertThat(keys.isEmpty()).isFalse();
    }

    @Test
    void each_of_the_keys_opens() {
        assertThat(keys.refusal(RIGHT, "a", "wrong")).isEmpty();
        assertThat(keys.refusal("another", "a", "wrong")).isEmpty();
    }

    @Test
    void a_wrong_key_is_refused_in_the_words_of_the_service() {
        Problem refused = keys.refusal("guess", "a", "look at the device").orElseThrow();

        assertThat(refused.toResponse().getStatus()).isEqualTo(403);
        assertThat(refused.getMessage()).contains("look at the device");
    }

    @Test
    void who_guesses_waits() {
        guess("a");

        assertThat(status(keys.refusal("guess", "a", "wrong"))).isEqualTo(429);
        assertThat(status(keys.refusal("guess", "b", "wrong"))).isEqualTo(403);
    }

    @Test
    void a_right_key_is_let_in_however_many_wrong_ones_come_from_the_same_address() {
        guess("a");

        assertThat(keys.refusal(RIGHT, "a", "wrong")).isEmpty();
    }

    @Test
    void those_of_unknown_address_wait_together() {
        guess(null);

        assertThat(status(keys.refusal("guess", null, "wrong"))).isEqualTo(429);
    }

    private void guess(String address) {
        for (int i = 0; i < GUESSES; i++) {
            assertThat(status(keys.refusal("guess " + i, address, "wrong"))).isEqualTo(403);
        }
    }

    private static int status(Optional<Problem> refused) {
        return refused.orElseThrow().toResponse().getStatus();
    }
}
