package energy.sem.event;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OccurrencesSinceTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final OccurrencesSince since = new OccurrencesSince();

    @Test
    void the_first_event_says_all_and_the_next_only_what_changed() {
        since.add(List.of(breaker(0, "connected"), sags(0, 3)));
        assertThat(since.take(NOON)).containsExactly(breaker(0, "connected"), sags(0, 3));

        since.add(List.of(breaker(1, "connected"), sags(1, 3)));
        assertThat(since.take(NOON.plusSeconds(1))).isEmpty();

        since.add(List.of(breaker(2, "disconnected"), sags(2, 3)));
        assertThat(since.take(NOON.plusSeconds(2))).containsExactly(breaker(2, "disconnected"));
    }

    @Test
    void once_an_hour_all_is_said_again_each_with_the_time_at_which_it_was_said_first() {
        since.add(List.of(breaker(0, "connected"), sags(0, 3), failure(-500, 240)));
        since.take(NOON);
        since.add(List.of(breaker(600, "connected"), sags(600, 4), failure(-500, 240)));
        since.take(NOON.plusSeconds(600));

        since.add(List.of(breaker(3600, "connected"), sags(3600, 4), failure(-500, 240)));
        assertThat(since.take(NOON.plusSeconds(3600)))
                .containsExactly(breaker(0, "connected"), sags(600, 4), failure(-500, 240));

        since.add(List.of(breaker(3601, "connected"), sags(3601, 4), failure(-500, 240)));
        assertThat(since.take(NOON.plusSeconds(3601))).isEmpty();
    }

    @Test
    void what_changed_between_two_events_is_in_the_later_one_with_each_step() {
        since.take(NOON);
        since.add(List.of(breaker(0, "connected")));
        since.add(List.of(breaker(1, "disconnected")));
        since.add(List.of(breaker(2, "connected")));

        assertThat(since.take(NOON.plusSeconds(2)))
                .containsExactly(breaker(0, "connected"), breaker(1, "disconnected"), breaker(2, "connected"));
    }

    @Test
    void an_entry_of_the_log_is_said_once_however_often_the_meter_repeats_it() {
        since.add(List.of(failure(-900, 300)));
        since.take(NOON);
        since.add(List.of(failure(-900, 300), failure(-10, 60)));

        assertThat(since.take(NOON.plusSeconds(1))).containsExactly(failure(-10, 60));
    }

    @Test
    void an_old_telegram_says_since_when_it_was_so_already() {
        since.add(List.of(breaker(0, "connected")));
        since.take(NOON);

        since.add(List.of(breaker(-86_400, "connected")));
        assertThat(since.take(NOON.plusSeconds(1))).containsExactly(breaker(-86_400, "connected"));
        since.add(List.of(breaker(-86_399, "connected"), breaker(2, "connected")));
        assertThat(since.take(NOON.plusSeconds(2))).isEmpty();
    }

    @Test
    void two_states_of_one_instant_keep_their_order() {
        since.add(List.of(breaker(0, "connected")));
        since.add(List.of(breaker(0, "disconnected")));

        assertThat(since.take(NOON))
                .containsExactly(
                        breaker(0, "connected"), breaker(0, "disconnected").since(NOON.plusMillis(1)));
    }

    @Test
    void what_was_found_without_a_telegram_goes_with_the_next_event_and_again_by_the_hour() {
        Occurrence clock = Occurrence.state(OccurrenceKind.CLOCK, "1SEM", null, NOON, 180L, null);
        since.take(NOON);
        since.note(clock);
        assertThat(since.take(NOON.plusSeconds(1))).containsExactly(clock);
        since.note(clock.since(NOON.plusSeconds(60)));
        assertThat(since.take(NOON.plusSeconds(60))).isEmpty();
        assertThat(since.take(NOON.plusSeconds(3600))).containsExactly(clock);
    }

    @Test
    void a_state_that_never_rests_is_told_300_times_an_hour_and_then_by_the_hour() {
        int told = 0;
        for (int second = 0; second < 3600; second++) {
            since.add(List.of(Occurrence.state(OccurrenceKind.TEXT, "1SEM", null, at(second), null, "t" + second)));
            told += since.take(NOON.plusSeconds(second)).size();
        }
        assertThat(told).isEqualTo(301);

        since.add(List.of(Occurrence.state(OccurrenceKind.TEXT, "1SEM", null, at(3600), null, "last")));
        assertThat(since.take(NOON.plusSeconds(3600)))
                .extracting(Occurrence::text)
                .containsExactly("last");
    }

    @Test
    void who_sends_ever_new_serial_numbers_does_not_fill_the_memory() {
        for (int i = 0; i < 5000; i++) {
            since.add(List.of(Occurrence.state(OccurrenceKind.BREAKER, "S" + i, null, at(i), null, "connected")));
            assertThat(since.take(NOON)).hasSize(1);
        }
    }

    @Property
    void what_is_sent_tells_the_state_after_every_telegram_whatever_events_were_made_of_them(
            @ForAll @Size(max = 60) List<@IntRange(min = 0, max = 2) Integer> states,
            @ForAll @IntRange(min = 1, max = 5) int telegramsAnEvent) {
        OccurrencesSince gathered = new OccurrencesSince();
        Set<Occurrence> rows = new HashSet<>();
        for (int i = 0; i < states.size(); i++) {
            gathered.add(List.of(sags(i * 700, states.get(i))));
            if (i % telegramsAnEvent == 0) {
                rows.addAll(gathered.take(at(i * 700)));
            }
        }
        rows.addAll(gathered.take(at(states.size() * 700)));
        for (int i = 0; i < states.size(); i++) {
            Instant when = at(i * 700);
            Occurrence last = rows.stream()
                    .filter(row -> !row.at().isAfter(when))
                    .max(Comparator.comparing(Occurrence::at))
                    .orElseThrow();
            assertThat(last.value()).isEqualTo(states.get(i).longValue());
        }
        long changes = 0;
        for (int i = 0; i < states.size(); i++) {
            changes += i == 0 || !states.get(i).equals(states.get(i - 1)) ? 1 : 0;
        }
        assertThat(rows).as("each change is kept once").hasSize((int) changes);
    }

    private static Occurrence breaker(int second, String state) {
        return Occurrence.state(OccurrenceKind.BREAKER, "1SEM", null, at(second), null, state);
    }

    private static Occurrence sags(int second, long count) {
        return Occurrence.state(OccurrenceKind.SAGS, "1SEM", 1, at(second), count, null);
    }

    private static Occurrence failure(int second, long seconds) {
        return new Occurrence("power-failure", "1SEM", null, at(second), null, null, seconds);
    }

    private static Instant at(int second) {
        return NOON.plus(Duration.ofSeconds(second));
    }
}
