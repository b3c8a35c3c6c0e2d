package energy.sem.cli.keep;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PausesTest {
    private final Pauses pauses = new Pauses(Pauses.SHORTEST);

    @Test
    void they_double_from_one_second_and_never_exceed_a_minute() {
        assertThat(secondsAfter(0, 0, 0, 0, 0, 0, 0, 0, 0)).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L, 60L);
    }

    @Test
    void a_part_that_ran_for_a_minute_got_well_and_they_begin_anew() {
        assertThat(secondsAfter(0, 0, 59, 60, 0)).containsExactly(1L, 2L, 4L, 1L, 2L);
    }

    private List<Long> secondsAfter(Integer... ranS) {
        return Stream.of(ranS)
                .map(ran -> pauses.after(Duration.ofSeconds(ran)).toSeconds())
                .toList();
    }
}
