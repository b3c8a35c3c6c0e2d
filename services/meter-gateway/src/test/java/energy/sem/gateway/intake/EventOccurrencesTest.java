package energy.sem.gateway.intake;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import energy.sem.event.Occurrence;
import energy.sem.event.TelegramEvent;
import energy.sem.event.TelegramEvents;
import energy.sem.p1.Connection;
import energy.sem.p1.Finding;
import energy.sem.p1.Judged;
import energy.sem.p1.SwitchState;
import energy.sem.p1.Telegram;
import energy.sem.p1.TelegramTimes;
import energy.sem.p1.Verdict;
import energy.sem.source.Telegrams;

import static org.assertj.core.api.Assertions.assertThat;

/** What the meter said beside its counts, in the events that are published. */
class EventOccurrencesTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Brussels");
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void the_first_event_says_how_the_breaker_is_and_a_later_one_when_that_changes() {
        EventStream stream = stream(null);

        assertThat(breaker(publish(stream, 0, SwitchState.CONNECTED))).containsExactly("connected 0");
        assertThat(publish(stream, 1, SwitchState.CONNECTED).get(0).occurrences())
                .isEmpty();
        assertThat(breaker(publish(stream, 2, SwitchState.DISCONNECTED))).containsExactly("disconnected 2");
    }

    @Test
    void what_changes_between_two_published_telegrams_is_in_the_next_one_with_its_own_time() {
        EventStream stream = stream(Duration.ofMinutes(1));
        publish(stream, 0, SwitchState.CONNECTED);

        assertThat(publish(stream, 10, SwitchState.DISCONNECTED)).isEmpty();
        assertThat(publish(stream, 20, SwitchState.CONNECTED)).isEmpty();
        assertThat(breaker(publish(stream, 60, SwitchState.CONNECTED)))
                .containsExactly("disconnected 10", "connected 20");
    }

    @Test
    void what_is_held_back_takes_the_changes_with_it() {
        EventStream stream = stream(Duration.ofMinutes(5));
        publish(stream, 0, SwitchState.CONNECTED);
        publish(stream, 10, SwitchState.DISCONNECTED);

        assertThat(breaker(stream.rest().stream().toList())).containsExactly("disconnected 10");
    }

    @Test
    void an_impossible_step_does_not_hide_what_the_meter_says_beside_it_but_an_impossible_time_does() {
        EventStream stream = stream(null);
        publish(stream, 0, SwitchState.CONNECTED);

        Verdict step =
                new Verdict(List.of(new Finding(Finding.ELECTRICITY, Finding.Cause.IMPOSSIBLE_STEP, "too much")));
        assertThat(breaker(publish(stream, 1, SwitchState.DISCONNECTED, step))).containsExactly("disconnected 1");

        Verdict clock = new Verdict(List.of(new Finding(Finding.TELEGRAM, Finding.Cause.CLOCK_AHEAD, "of tomorrow")));
        assertThat(breaker(publish(stream, 86_400, SwitchState.CONNECTED, clock)))
                .isEmpty();
        assertThat(breaker(publish(stream, 3, SwitchState.DISCONNECTED))).isEmpty();
    }

    private static List<String> breaker(List<TelegramEvent> published) {
        List<String> said = new ArrayList<>();
        for (TelegramEvent event : published) {
            for (Occurrence each : event.occurrences()) {
                if (each.kind().equals("breaker")) {
                    said.add(each.text() + " "
                            + Duration.between(NOON, each.at()).toSeconds());
                }
            }
        }
        return said;
    }

    private static List<TelegramEvent> publish(EventStream stream, int second, SwitchState breaker) {
        return publish(stream, second, breaker, Verdict.PLAUSIBLE);
    }

    private static List<TelegramEvent> publish(EventStream stream, int second, SwitchState breaker, Verdict verdict) {
        Instant at = NOON.plusSeconds(second);
        Telegram telegram = Telegrams.of(at, 1_000 + second)
                .connection(new Connection(breaker, List.of(), null, null, null, null))
                .build();
        Judged judged = new Judged(telegram, List.of(), verdict);
        return stream.take(judged, TelegramTimes.asStated(telegram, ZONE, at), at)
                .published();
    }

    private static EventStream stream(Duration every) {
        return new EventStream(new TelegramEvents("home", "S1", ZONE), Optional.ofNullable(every));
    }
}
