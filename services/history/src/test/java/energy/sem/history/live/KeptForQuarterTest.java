package energy.sem.history.live;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class KeptForQuarterTest {
    private static final Instant EDGE = Instant.parse("2026-11-30T10:15:00Z");

    private final AtomicInteger asked = new AtomicInteger();

    @ParameterizedTest(name = "kept for {0} s, looked at {1} s and {2} s into the quarter hour: asked {3} times")
    @CsvSource({
        "900, 1, 899, 1",
        "900, 1, 900, 2",
        " 60, 1,  60, 1",
        " 60, 1,  61, 2",
    })
    void an_answer_is_kept_within_its_quarter_hour(int most, int first, int second, int times) {
        KeptForQuarter<Integer> kept = new KeptForQuarter<>(Duration.ofSeconds(most));

        assertThat(kept.get("home", EDGE.plusSeconds(first), asked::incrementAndGet))
                .isEqualTo(1);
        assertThat(kept.get("home", EDGE.plusSeconds(second), asked::incrementAndGet))
                .isEqualTo(times);
    }

    @Test
    void what_was_missing_is_asked_for_again_after_20_seconds() {
        KeptForQuarter<Integer> kept = new KeptForQuarter<>(Duration.ofMinutes(15));

        assertThat(kept.get("home", EDGE, () -> null)).isNull();
        assertThat(kept.get("home", EDGE.plusSeconds(19), asked::incrementAndGet))
                .isNull();
        assertThat(kept.get("home", EDGE.plusSeconds(20), asked::incrementAndGet))
                .isEqualTo(1);
    }

    @Test
    void each_key_has_its_own() {
        KeptForQuarter<String> kept = new KeptForQuarter<>(Duration.ofMinutes(15));

        assertThat(kept.get("home", EDGE, () -> "one")).isEqualTo("one");
        assertThat(kept.get("roof", EDGE, () -> "two")).isEqualTo("two");
        assertThat(kept.get("home", EDGE, () -> "three")).isEqualTo("one");
    }

    @Test
    void a_clock_that_is_put_back_keeps_nothing_of_another_quarter_hour() {
        KeptForQuarter<String> kept = new KeptForQuarter<>(Duration.ofMinutes(15));

        assertThat(kept.get("home", EDGE, () -> "one")).isEqualTo("one");
        assertThat(kept.get("home", EDGE.minusSeconds(3600), () -> "two")).isEqualTo("two");
    }
}
