package energy.sem.bridge.mqtt;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RepeatsTest {
    private static final Duration A_SECOND = Duration.ofSeconds(1);

    private Instant now = Instant.parse("2026-11-22T10:15:00Z");
    private final InstantSource source = () -> now;
    private final Repeats repeats = new Repeats(source.withZone(ZoneOffset.UTC));

    @Test
    void one_is_to_come_at_a_time() {
        assertThat(repeats.after(A_SECOND)).hasValue(A_SECOND);
        assertThat(repeats.after(A_SECOND)).isEmpty();
        assertThat(repeats.after(A_SECOND)).isEmpty();
    }

    @Test
    void who_asks_while_it_is_said_is_answered_ten_seconds_after_it() {
        assertThat(repeats.after(A_SECOND)).isPresent();
        now = now.plus(A_SECOND);
        repeats.begun();

        assertThat(repeats.after(A_SECOND)).hasValue(Repeats.PAUSE);
        now = now.plus(Repeats.PAUSE);
        repeats.begun();
        now = now.plusSeconds(60);
        assertThat(repeats.after(A_SECOND)).hasValue(A_SECOND);
    }
}
