package energy.sem.gateway.access;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import energy.sem.gateway.HandClock;

import static org.assertj.core.api.Assertions.assertThat;

class PushLimitTest {
    private static final int A_MINUTE = 60 * 1024;

    private final HandClock clock = new HandClock(Instant.parse("2026-11-22T12:00:00Z"));
    private final PushLimit limit = new PushLimit(A_MINUTE, clock);

    @Test
    void a_minutes_worth_may_come_at_once_and_more_must_wait() {
        limit.spend("roof", A_MINUTE / 2);
        assertThat(limit.waitSeconds("roof")).isZero();
        limit.spend("roof", A_MINUTE / 2);

        assertThat(limit.waitSeconds("roof")).isEqualTo(1);
    }

    @Test
    void who_waits_as_long_as_is_said_may_go_on() {
        limit.spend("roof", A_MINUTE + 10 * 1024);
        int seconds = limit.waitSeconds("roof");

        assertThat(seconds).isEqualTo(11);
        clock.turn(Duration.ofSeconds(seconds));
        assertThat(limit.waitSeconds("roof")).isZero();
    }

    @Test
    void many_small_requests_are_limited_too() {
        for (int i = 0; i < 60; i++) {
            assertThat(limit.waitSeconds("roof")).isZero();
            limit.spend("roof", 1);
        }

        assertThat(limit.waitSeconds("roof")).isPositive();
    }

    @Test
    void one_keys_flood_does_not_slow_another_key() {
        limit.spend("roof", 100 * A_MINUTE);

        assertThat(limit.waitSeconds("home")).isZero();
    }

    @Test
    void a_clock_that_is_set_back_gives_nothing_away_and_shuts_nobody_out() {
        limit.spend("roof", A_MINUTE);
        clock.turn(Duration.ofHours(-1));

        assertThat(limit.waitSeconds("roof")).isEqualTo(1);
        clock.turn(Duration.ofSeconds(1));
        assertThat(limit.waitSeconds("roof")).isZero();
    }
}
