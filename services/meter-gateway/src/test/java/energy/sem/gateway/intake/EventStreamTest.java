package energy.sem.gateway.intake;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

import energy.sem.event.TelegramEvent;
import energy.sem.event.TelegramEvents;
import energy.sem.p1.Finding;
import energy.sem.p1.Judged;
import energy.sem.p1.Telegram;
import energy.sem.p1.TelegramTimes;
import energy.sem.p1.Verdict;
import energy.sem.source.Telegrams;

import static org.assertj.core.api.Assertions.assertThat;

class EventStreamTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final long QUARTER_SECONDS = 900;

    @Test
    void without_publish_every_each_telegram_is_an_event_with_its_own_extremes() {
        EventStream stream = stream(null);

        for (int second = 0; second < 5; second++) {
            Instant at = NOON.plusSeconds(second);
            EventStream.Made made = take(stream, telegram(at, 100 + second), at, Verdict.PLAUSIBLE);
            assertThat(made.published()).containsExactly(made.event());
            assertThat(made.event().extremes().importW()).isEqualTo(100 + second);
        }
        assertThat(stream.rest()).isEmpty();
    }

    @Test
    void with_it_the_first_of_an_interval_is_published_and_the_last_before_and_first_after_a_quarter_hours_edge() {
        EventStream stream = stream(Duration.ofMinutes(5));
        List<Instant> published = new ArrayList<>();

        for (int second = 3; second < 2 * QUARTER_SECONDS; second += 10) {
            published.addAll(take(stream, second, 100));
        }

        assertThat(published)
                .containsExactly(
                        NOON.plusSeconds(3),
                        NOON.plusSeconds(303),
                        NOON.plusSeconds(603),
                        NOON.plusSeconds(893),
                        NOON.plusSeconds(903),
                        NOON.plusSeconds(1203),
                        NOON.plusSeconds(1503));
        assertThat(stream.rest())
                .hasValueSatisfying(last -> assertThat(last.at()).isEqualTo(NOON.plusSeconds(1793)));
    }

    @Test
    void a_telegram_on_the_edge_belongs_to_the_quarter_hour_that_begins() {
        EventStream stream = stream(Duration.ofMinutes(1));
        take(stream, 840, 100);
        take(stream, 899, 100);

        assertThat(take(stream, 900, 100)).containsExactly(NOON.plusSeconds(899), NOON.plusSeconds(900));
    }

    @Test
    void extremes_are_those_of_all_telegrams_since_the_event_before() {
        EventStream stream = stream(Duration.ofMinutes(1));
        take(stream, 0, 100);
        take(stream, 10, 900);
        take(stream, 20, 200);

        TelegramEvent next = take(stream, telegram(NOON.plusSeconds(60), 300), NOON.plusSeconds(60), Verdict.PLAUSIBLE)
                .event();

        assertThat(next.extremes().importW()).isEqualTo(900);
        assertThat(next.extremes().importAt()).isEqualTo(NOON.plusSeconds(10));
    }

    @Test
    void a_telegram_that_cannot_be_true_is_published_and_changes_nothing_for_the_others() {
        EventStream stream = stream(Duration.ofMinutes(1));
        take(stream, 0, 100);
        take(stream, 10, 200);
        Verdict impossible =
                new Verdict(List.of(new Finding(Finding.ELECTRICITY, Finding.Cause.REGISTER_FALLS, "it was higher")));

        EventStream.Made made = take(stream, telegram(NOON.plusSeconds(20), 99_000), NOON.plusSeconds(20), impossible);

        assertThat(made.published()).containsExactly(made.event());
        assertThat(made.event().extremes()).isNull();
        assertThat(stream.rest())
                .hasValueSatisfying(
                        held -> assertThat(held.extremes().importW()).isEqualTo(200));
    }

    @Test
    void another_meter_at_the_same_port_publishes_the_last_reading_of_the_one_before() {
        EventStream stream = stream(Duration.ofMinutes(5));
        take(stream, 0, 100);
        take(stream, 10, 100);
        Instant at = NOON.plusSeconds(20);
        Telegram other =
                Telegrams.of(at, 1_020).serial("1SEM0000000099").importW(100).build();

        assertThat(take(stream, other, at, Verdict.PLAUSIBLE).published())
                .extracting(event -> event.electricity().serial())
                .containsExactly("1SEM0000000042", "1SEM0000000099");
    }

    @Test
    void what_is_held_back_comes_out_when_its_quarter_hour_is_over_and_nothing_else_came() {
        EventStream stream = stream(Duration.ofMinutes(5));
        take(stream, 600, 100);
        take(stream, 890, 100);

        assertThat(stream.overdue(NOON.plusSeconds(929))).isEmpty();
        assertThat(stream.overdue(NOON.plusSeconds(930)))
                .hasValueSatisfying(event -> assertThat(event.at()).isEqualTo(NOON.plusSeconds(890)));
        assertThat(stream.overdue(NOON.plusSeconds(931))).isEmpty();
    }

    @Property(tries = 300)
    void each_quarter_hours_first_and_last_reading_and_extremes_are_those_of_all_telegrams(
            @ForAll @Size(min = 1, max = 200) List<@IntRange(min = 1, max = 400) Integer> pauses,
            @ForAll @IntRange(min = 1, max = 300) int everySeconds) {
        EventStream stream = stream(Duration.ofSeconds(everySeconds));
        Map<Long, List<long[]>> telegrams = new TreeMap<>();
        List<TelegramEvent> events = new ArrayList<>();
        long second = 0;
        int leftOut = 0;
        for (int pause : pauses) {
            second += pause;
            int importW = pause * 37 % 5_000;
            Instant at = NOON.plusSeconds(second);
            telegrams
                    .computeIfAbsent(second / QUARTER_SECONDS, q -> new ArrayList<>())
                    .add(new long[] {second, importW});
            EventStream.Made made = take(stream, telegram(at, importW), at, Verdict.PLAUSIBLE);
            events.addAll(made.published());
            leftOut += made.leftOut() ? 1 : 0;
        }
        stream.rest().ifPresent(events::add);

        assertThat(events.size() + leftOut).as("published and left out").isEqualTo(pauses.size());

        assertThat(events).extracting(TelegramEvent::at).isSorted().doesNotHaveDuplicates();
        Map<Long, List<TelegramEvent>> eventsByQuarter =
                events.stream().collect(Collectors.groupingBy(event -> secondOf(event) / QUARTER_SECONDS));
        telegrams.forEach((quarter, all) -> {
            List<TelegramEvent> published = eventsByQuarter.get(quarter);
            assertThat(secondOf(published.get(0))).isEqualTo(all.get(0)[0]);
            assertThat(secondOf(published.get(published.size() - 1))).isEqualTo(all.get(all.size() - 1)[0]);
            assertThat(published.stream()
                            .filter(event -> event.extremes() != null)
                            .mapToLong(event -> event.extremes().importW())
                            .max())
                    .hasValue(all.stream().mapToLong(t -> t[1]).max().orElseThrow());
            long intervals = all.stream()
                    .map(t -> (NOON.getEpochSecond() + t[0]) / everySeconds)
                    .distinct()
                    .count();
            assertThat((long) published.size()).isLessThanOrEqualTo(intervals + 2);
        });
    }

    private static long secondOf(TelegramEvent event) {
        return Duration.between(NOON, event.at()).toSeconds();
    }

    private static EventStream.Made take(EventStream stream, Telegram telegram, Instant at, Verdict verdict) {
        return stream.take(
                new Judged(telegram, List.of(), verdict),
                TelegramTimes.asStated(telegram, ZoneId.of("Europe/Brussels"), at),
                at);
    }

    private static List<Instant> take(EventStream stream, int second, int importW) {
        Instant at = NOON.plusSeconds(second);
        return take(stream, telegram(at, importW), at, Verdict.PLAUSIBLE).published().stream()
                .map(TelegramEvent::at)
                .toList();
    }

    private static Telegram telegram(Instant at, int importW) {
        return Telegrams.of(at, 1_000 + Duration.between(NOON, at).toSeconds())
                .importW(importW)
                .build();
    }

    private static EventStream stream(Duration every) {
        return new EventStream(
                new TelegramEvents("home", "S1", ZoneId.of("Europe/Brussels")), Optional.ofNullable(every));
    }
}
