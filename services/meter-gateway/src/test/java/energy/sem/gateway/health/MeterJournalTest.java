package energy.sem.gateway.health;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import energy.sem.event.TelegramEvent;
import energy.sem.event.Verdict;
import energy.sem.gateway.clock.ClockState;

import static org.assertj.core.api.Assertions.assertThat;

class MeterJournalTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Duration QUARTER = Duration.ofMinutes(15);

    private final MeterJournal journal = new MeterJournal(Clock.fixed(NOW, ZoneOffset.UTC), LineState.OPEN);

    @ParameterizedTest
    @ValueSource(longs = {1, 10, 300})
    void a_clock_is_judged_by_telegrams_that_come_one_after_the_other(long everySeconds) {
        for (long second = 0; second <= 900; second += everySeconds) {
            // As late as a slow cable makes it.
            telegram(second, NOW.plusSeconds(second - 840 - second % 3));
        }

        assertThat(journal.seen().clockOffset()).isBetween(Duration.ofSeconds(-843), Duration.ofSeconds(-840));
    }

    @Test
    void a_push_of_old_telegrams_is_no_slow_clock() {
        for (int i = 0; i < 100; i++) {
            telegram(0, NOW.minus(QUARTER.multipliedBy(100 - i)).plusSeconds(60));
        }

        assertThat(journal.seen().clockOffset()).isNull();
    }

    @Test
    void pushes_of_old_telegrams_for_an_hour_are_no_slow_clock() {
        for (int second = 0; second < 3600; second += 10) {
            telegram(second, NOW.minusSeconds(40_000).plusSeconds(5L * second));
            assertThat(journal.seen().clockOffset()).isNull();
        }
    }

    @Test
    void after_old_telegrams_those_that_are_live_are_judged_again() {
        telegram(0, NOW.minusSeconds(840));
        for (int second = 1; second < 60; second++) {
            telegram(second, NOW.plusSeconds(second - 1));
        }

        assertThat(journal.seen().clockOffset()).isEqualTo(Duration.ofSeconds(-1));
    }

    @Test
    void telegrams_without_a_time_say_nothing_of_a_clock() {
        for (int second = 0; second < 60; second++) {
            journal.telegram(
                    event(second, NOW, TelegramEvent.TimeSource.ARRIVAL), Optional.empty(), ClockState.BELIEVED);
        }

        assertThat(journal.seen().clockOffset()).isNull();
    }

    @Test
    void telegrams_pushed_together_came_at_one_time() {
        for (int push = 0; push < 4; push++) {
            for (int i = 0; i < 90; i++) {
                telegram(push * 900L, NOW.plusSeconds(push * 900L - 900 + i * 10L));
            }
        }

        assertThat(journal.seen().interval()).isEqualTo(QUARTER);
    }

    @Test
    void of_a_meter_that_comes_back_from_another_gateway_what_was_heard_before_says_nothing() {
        telegram(0, NOW);
        telegram(1, NOW.plusSeconds(1));
        journal.rejected(Outcome.CRC, false);
        journal.line(LineState.ELSEWHERE, "another gateway reads it");
        assertThat(journal.elsewhere()).contains("another gateway reads it");

        journal.line(LineState.OPENING, null);
        journal.line(LineState.OPEN, null);

        MeterJournal.Seen seen = journal.seen();
        assertThat(journal.elsewhere()).isEmpty();
        assertThat(seen.lastArrival()).isNull();
        assertThat(seen.interval()).isNull();
        assertThat(seen.recent()).isEmpty();
        assertThat(seen.count(Outcome.VALID)).as("since the gateway's start").isEqualTo(2);
    }

    @Test
    void a_line_that_breaks_and_opens_again_forgets_nothing() {
        telegram(0, NOW);
        journal.line(LineState.BROKEN, "unplugged");
        journal.line(LineState.OPENING, null);

        assertThat(journal.seen().lastArrival()).isEqualTo(NOW);
    }

    private void telegram(long arrivalSecond, Instant at) {
        journal.telegram(
                event(arrivalSecond, at, TelegramEvent.TimeSource.METER), Optional.empty(), ClockState.BELIEVED);
    }

    private static TelegramEvent event(long arrivalSecond, Instant at, TelegramEvent.TimeSource source) {
        return new TelegramEvent(
                TelegramEvent.VERSION,
                "home",
                at,
                source,
                NOW.plusSeconds(arrivalSecond),
                null,
                null,
                null,
                null,
                TelegramEvent.Crc.VALID,
                null,
                null,
                null,
                null,
                new Verdict(true, List.of()),
                null);
    }
}
