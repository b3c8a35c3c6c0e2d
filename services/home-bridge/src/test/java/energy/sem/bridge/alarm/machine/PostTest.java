package energy.sem.bridge.alarm.machine;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import energy.sem.bridge.alarm.machine.Notice.Kind;
import energy.sem.bridge.alarm.machine.Post.Manners;
import energy.sem.bridge.alarm.machine.Post.Waiting;

import static org.assertj.core.api.Assertions.assertThat;

/** What waits for a channel, and when it goes. */
class PostTest {
    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
    private static final Instant NOON = Instant.parse("2026-11-30T11:00:00Z");
    private static final Instant ELEVEN_AT_NIGHT = Instant.parse("2026-11-30T22:00:00Z");

    private final Post post = new Post(new Manners(LocalTime.of(22, 0), LocalTime.of(7, 0), BRUSSELS, 3));

    @Test
    void what_is_urgent_goes_at_any_hour() {
        post.take(notice(Level.HIGH, 1), ELEVEN_AT_NIGHT);
        assertThat(post.next(ELEVEN_AT_NIGHT)).isPresent();
    }

    @Test
    void what_can_wait_waits_for_the_morning_and_does_not_hold_up_what_is_urgent() {
        post.take(notice(Level.LOW, 1), ELEVEN_AT_NIGHT);
        assertThat(post.next(ELEVEN_AT_NIGHT)).isEmpty();
        post.take(notice(Level.HIGH, 2), ELEVEN_AT_NIGHT);
        assertThat(send(ELEVEN_AT_NIGHT).level()).isEqualTo(Level.HIGH);
        Instant beforeSeven = Instant.parse("2026-12-01T05:59:59Z");
        assertThat(post.next(beforeSeven)).isEmpty();
        assertThat(post.next(beforeSeven.plusSeconds(1))).isPresent();
    }

    @Test
    void without_quiet_hours_nothing_waits() {
        Post never = new Post(new Manners(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, BRUSSELS, 3));
        never.take(notice(Level.LOW, 1), ELEVEN_AT_NIGHT);
        assertThat(never.next(ELEVEN_AT_NIGHT)).isPresent();
    }

    @Test
    void beyond_the_most_a_day_the_rest_comes_as_one_an_hour() {
        for (int i = 0; i < 8; i++) {
            post.take(notice(Level.HIGH, i), NOON);
        }
        List<Notice> sent = new ArrayList<>();
        for (int minute = 0; minute <= 180; minute++) {
            Instant now = NOON.plus(Duration.ofMinutes(minute));
            for (Optional<Waiting> next = post.next(now); next.isPresent(); next = post.next(now)) {
                sent.add(next.get().notice());
                post.done(next.get(), true, now);
            }
        }
        assertThat(sent).hasSize(4);
        assertThat(sent.get(3).kind()).isEqualTo(Kind.DIGEST);
        assertThat(sent.get(3).values()).containsEntry("count", "5");
    }

    @Test
    void where_not_one_a_day_is_allowed_all_come_as_one_an_hour() {
        Post none = new Post(new Manners(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, BRUSSELS, 0));
        none.take(notice(Level.HIGH, 1), NOON);
        assertThat(none.next(NOON).orElseThrow().notice().kind()).isEqualTo(Kind.DIGEST);
    }

    @Test
    void a_day_later_there_is_room_again() {
        for (int i = 0; i < 3; i++) {
            post.take(notice(Level.HIGH, i), NOON);
            send(NOON);
        }
        Instant tomorrow = NOON.plus(Duration.ofHours(24));
        post.take(notice(Level.HIGH, 9), tomorrow);
        assertThat(send(tomorrow).kind()).isEqualTo(Kind.ACTIVE);
    }

    @Test
    void what_failed_is_tried_after_one_five_and_thirty_minutes_and_then_given_up() {
        post.take(notice(Level.HIGH, 1), NOON);
        List<Long> minutes = new ArrayList<>();
        boolean again = true;
        for (int minute = 0; minute <= 120; minute++) {
            Instant now = NOON.plus(Duration.ofMinutes(minute));
            Optional<Waiting> next = post.next(now);
            if (next.isPresent()) {
                minutes.add((long) minute);
                again = post.failed(next.get(), null, now);
            }
        }
        assertThat(minutes).containsExactly(0L, 1L, 6L, 36L);
        assertThat(again).isFalse();
        assertThat(post.kept().waiting()).isEmpty();
    }

    @Test
    void a_server_that_asks_for_a_longer_pause_gets_it() {
        post.take(notice(Level.HIGH, 1), NOON);
        post.failed(post.next(NOON).orElseThrow(), Duration.ofMinutes(10), NOON);
        assertThat(post.next(NOON.plus(Duration.ofMinutes(9)))).isEmpty();
        assertThat(post.next(NOON.plus(Duration.ofMinutes(10)))).isPresent();
    }

    @Test
    void a_restart_forgets_nothing() {
        post.take(notice(Level.LOW, 1), ELEVEN_AT_NIGHT);
        Post after = new Post(new Manners(LocalTime.of(22, 0), LocalTime.of(7, 0), BRUSSELS, 3));
        after.restore(post.kept());
        assertThat(after.next(ELEVEN_AT_NIGHT)).isEmpty();
        assertThat(after.next(ELEVEN_AT_NIGHT.plus(Duration.ofHours(10)))).isPresent();
    }

    @Test
    void what_is_too_much_goes_the_oldest_first_and_is_named() {
        for (int i = 0; i < 200; i++) {
            assertThat(post.take(notice(Level.LOW, i), NOON)).isEmpty();
        }
        assertThat(post.take(notice(Level.LOW, 200), NOON).orElseThrow().id()).isEqualTo("id0");
    }

    private Notice send(Instant now) {
        Waiting next = post.next(now).orElseThrow();
        post.done(next, true, now);
        return next.notice();
    }

    private static Notice notice(Level level, int number) {
        return new Notice("id" + number, new AlarmKey("home", "rule" + number, ""), level, Kind.ACTIVE, NOON, Map.of());
    }
}
