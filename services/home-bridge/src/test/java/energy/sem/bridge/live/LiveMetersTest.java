package energy.sem.bridge.live;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import energy.sem.event.Electricity;
import energy.sem.event.Occurrence;
import energy.sem.event.TelegramEvent;
import energy.sem.event.Verdict;
import energy.sem.p1.Register;
import energy.sem.p1.RegisterValues;

import static org.assertj.core.api.Assertions.assertThat;

class LiveMetersTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:15:03Z");

    private final LiveMeters meters = new LiveMeters(Clock.fixed(NOW, ZoneOffset.UTC));
    private final List<MeterState> told = new ArrayList<>();

    @Test
    void a_reading_of_now_is_the_newest_state_and_is_told() {
        meters.listen(told::add);
        offer(event(NOW.minusSeconds(2), NOW.minusSeconds(1), true));
        offer(event(NOW.minusSeconds(1), NOW, true));

        assertThat(told).hasSize(2);
        assertThat(meters.of("home")).hasValue(told.get(1));
        assertThat(told.get(1).interval()).isEqualTo(Duration.ofSeconds(1));
        assertThat(meters.of("other")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "replayed last year, -31536000, 0",
        "from a backlog, -3600, -3600",
        "six minutes old, -360, -360",
        "of a clock that is ahead by an hour, 3600, 0",
        "published late, -1, -600"
    })
    void what_is_not_of_now_changes_nothing_and_is_told_nobody(String what, long atSeconds, long receivedSeconds) {
        meters.listen(told::add);
        offer(event(NOW.plusSeconds(atSeconds), NOW.plusSeconds(receivedSeconds), true));

        assertThat(told).as(what).isEmpty();
        assertThat(meters.all()).isEmpty();
    }

    @Test
    void what_comes_out_of_order_or_twice_or_cannot_be_changes_nothing() {
        offer(event(NOW.minusSeconds(5), NOW, true));
        meters.listen(told::add);
        offer(event(NOW.minusSeconds(6), NOW, true));
        offer(event(NOW.minusSeconds(5), NOW, true));
        offer(event(NOW, NOW, false));

        assertThat(told).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({", 15:00", "1, 1:30", "10, 1:30", "60, 3:00", "300, 15:00", "3600, 15:00"})
    void a_meter_is_silent_after_three_of_its_intervals_within_bounds(Long intervalSeconds, String silence) {
        MeterState state = new MeterState(
                event(NOW, NOW, true), NOW, intervalSeconds == null ? null : Duration.ofSeconds(intervalSeconds));
        String[] parts = silence.split(":", -1);
        Duration expected = Duration.ofMinutes(Long.parseLong(parts[0])).plusSeconds(Long.parseLong(parts[1]));

        assertThat(state.silence()).isEqualTo(expected);
        assertThat(state.isFresh(NOW.plus(expected).minusMillis(1))).isTrue();
        assertThat(state.isFresh(NOW.plus(expected))).isFalse();
    }

    @Test
    void of_a_backlog_only_the_last_reading_is_told_with_all_that_was_said_on_the_way() {
        meters.listen(told::add);
        Occurrence sag = new Occurrence("sags", "1SEM", 1, NOW, 3L, null, null);
        Occurrence failure = new Occurrence("power-failures", "1SEM", null, NOW, 5L, null, null);
        meters.offer(event(NOW.minusSeconds(3), NOW.minusSeconds(3), true).with(List.of(sag)));
        meters.offer(event(NOW.minusSeconds(2), NOW.minusSeconds(2), true).with(List.of(failure)));
        meters.offer(event(NOW.minusSeconds(1), NOW.minusSeconds(1), true));
        assertThat(told).isEmpty();

        meters.tell();
        meters.tell();

        assertThat(told).singleElement().satisfies(state -> {
            assertThat(state.event().at()).isEqualTo(NOW.minusSeconds(1));
            assertThat(state.event().occurrences()).containsExactly(sag, failure);
        });
    }

    @ParameterizedTest
    @CsvSource({"-200, -200", "0, 0", "30, 0", ", 0"})
    void a_reading_was_heard_when_the_gateway_received_it_and_never_later_than_now(
            Long receivedSeconds, long heardSeconds) {
        Instant received = receivedSeconds == null ? null : NOW.plusSeconds(receivedSeconds);
        offer(event(NOW.minusSeconds(200), received, true));

        assertThat(meters.of("home").orElseThrow().heardAt()).isEqualTo(NOW.plusSeconds(heardSeconds));
    }

    @Test
    void a_meter_that_was_removed_is_forgotten_with_what_was_received_before_and_counts_from_what_comes_after() {
        offer(event(NOW.minusSeconds(20), NOW.minusSeconds(20), true));
        meters.listen(told::add);
        meters.forget("home", NOW.minusSeconds(10));
        meters.forget("other", NOW);
        offer(event(NOW.minusSeconds(11), NOW.minusSeconds(11), true));
        assertThat(meters.all()).isEmpty();
        assertThat(told).isEmpty();

        offer(event(NOW.minusSeconds(5), NOW.minusSeconds(5), true));
        meters.forget("home", NOW.minusSeconds(10));
        assertThat(meters.of("home")).isPresent();
        assertThat(told).hasSize(1);
    }

    private void offer(TelegramEvent event) {
        meters.offer(event);
        meters.tell();
    }

    private static TelegramEvent event(Instant at, Instant receivedAt, boolean plausible) {
        Verdict verdict = plausible
                ? new Verdict(true, List.of())
                : new Verdict(false, List.of(new Verdict.Finding("1SEM", "register-fell", "it fell")));
        return new TelegramEvent(
                1,
                "home",
                at,
                TelegramEvent.TimeSource.METER,
                receivedAt,
                null,
                null,
                null,
                null,
                TelegramEvent.Crc.VALID,
                new Electricity("1SEM", 1, RegisterValues.of(Register.IMPORT_T1_WH, 1000), 500, 0, null, List.of()),
                List.of(),
                List.of(),
                null,
                verdict,
                List.of());
    }
}
