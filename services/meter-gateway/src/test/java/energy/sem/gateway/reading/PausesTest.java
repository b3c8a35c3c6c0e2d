package energy.sem.gateway.reading;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PausesTest {

    @Test
    void pauses_double_up_to_a_minute() {
        Pauses longest = new Pauses(() -> 0.999_999);

        assertThat(new long[] {
                    seconds(longest),
                    seconds(longest),
                    seconds(longest),
                    seconds(longest),
                    seconds(longest),
                    seconds(longest),
                    seconds(longest),
                    seconds(longest)
                })
                .containsExactly(1, 2, 4, 8, 16, 32, 60, 60);
    }

    @Test
    void a_pause_is_at_least_half_of_its_limit() {
        Pauses shortest = new Pauses(() -> 0);

        assertThat(shortest.next()).isEqualTo(Duration.ofMillis(500));
        assertThat(shortest.next()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void a_success_begins_anew() {
        Pauses pauses = new Pauses(() -> 0);
        pauses.next();
        pauses.next();

        pauses.reset();

        assertThat(pauses.next()).isEqualTo(Duration.ofMillis(500));
    }

    private static long seconds(Pauses pauses) {
        return Math.round(pauses.next().toMillis() / 1000.0);
    }

    @Test
    void who_wants_to_be_left_alone_is_left_alone_for_so_long() {
        Pauses pauses = new Pauses(() -> 0.5);

        assertThat(pauses.next(Duration.ofMinutes(10))).isEqualTo(Duration.ofMinutes(10));
        assertThat(pauses.next(Duration.ZERO)).isGreaterThan(Duration.ZERO);
    }
}
