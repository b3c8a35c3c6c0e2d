package energy.sem.bridge.alarm.machine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import energy.sem.bridge.alarm.machine.Notice.Kind;

import static org.assertj.core.api.Assertions.assertThat;

/** ok, pending, active, clearing. */
class MachineTest {
    private static final Instant START = Instant.parse("2026-11-30T12:00:00Z");
    private static final AlarmKey KEY = new AlarmKey("home", "some-rule", "");
    private static final Sighting RAISE = Sighting.raise(Map.of("kw", "4.2"));

    private final Machine machine =
            new Machine(KEY, Level.HIGH, Timing.after(Duration.ofSeconds(30), Duration.ofMinutes(5)));
    private final List<Kind> told = new ArrayList<>();
    private AlarmState state;
    private Instant now = START;

    @Test
    void it_is_told_once_it_has_lasted() {
        see(RAISE, 0);
        see(RAISE, 29);
        assertThat(told).isEmpty();
        see(RAISE, 1);
        see(RAISE, 100);
        assertThat(told).containsExactly(Kind.ACTIVE);
        assertThat(state.values()).containsEntry("kw", "4.2");
    }

    @Test
    void what_passes_while_it_is_pending_is_not_told() {
        see(RAISE, 0);
        see(Sighting.clear(), 10);
        see(RAISE, 25);
        assertThat(told).isEmpty();
    }

    @Test
    void between_its_limits_nothing_becomes_active_and_nothing_is_over() {
        see(RAISE, 0);
        see(Sighting.keep(), 40);
        assertThat(told).isEmpty();
        active();
        see(Sighting.keep(), 3600);
        assertThat(state.isActive()).isTrue();
        assertThat(told).containsExactly(Kind.ACTIVE);
    }

    @Test
    void that_it_is_over_is_told_once_it_has_been_over_for_a_while() {
        active();
        see(Sighting.clear(), 1);
        see(Sighting.clear(), 299);
        assertThat(told).containsExactly(Kind.ACTIVE);
        see(Sighting.clear(), 1);
        see(Sighting.clear(), 999);
        assertThat(told).containsExactly(Kind.ACTIVE, Kind.CLEARED);
    }

    @Test
    void what_comes_back_while_it_clears_was_never_over() {
        active();
        see(Sighting.clear(), 1);
        see(RAISE, 200);
        see(Sighting.clear(), 200);
        see(Sighting.clear(), 200);
        assertThat(told).containsExactly(Kind.ACTIVE);
    }

    @Test
    void what_lasts_is_told_again_after_a_day() {
        active();
        see(RAISE, 86_399);
        assertThat(told).containsExactly(Kind.ACTIVE);
        see(RAISE, 1);
        see(RAISE, 5);
        assertThat(told).containsExactly(Kind.ACTIVE, Kind.STILL);
    }

    @Test
    void what_changes_is_told_when_it_is_another_than_before_and_not_the_first_time() {
        see(Sighting.changed("1", Map.of()), 0);
        see(Sighting.changed("1", Map.of()), 5);
        assertThat(told).isEmpty();
        see(Sighting.changed("2", Map.of()), 5);
        see(Sighting.changed("2", Map.of()), 5);
        see(Sighting.changed("1", Map.of()), 5);
        assertThat(told).containsExactly(Kind.ACTIVE, Kind.ACTIVE);
    }

    @Test
    void what_is_silently_over_can_be_told_anew() {
        Machine silent = new Machine(
                KEY, Level.HIGH, Timing.after(Duration.ZERO, Duration.ZERO).silently());
        AlarmState first = silent.after(null, RAISE, now).state();
        assertThat(first.isActive()).isTrue();
        Machine.Step over = silent.after(first, Sighting.clear(), now.plusSeconds(1));
        AlarmState clearing = over.state();
        assertThat(over.notice()).isEmpty();
        assertThat(clearing.isActive()).isFalse();
        assertThat(silent.after(clearing, RAISE, now.plusSeconds(9)).notice()).isPresent();
    }

    @Test
    void an_occasion_is_told_once_however_often_it_is_seen() {
        Sighting peak = Sighting.once("2026-11 4200", Map.of("kw", "4.2"));
        see(peak, 0);
        see(peak, 5);
        see(peak, 90_000);
        assertThat(told).containsExactly(Kind.ACTIVE);
        see(Sighting.once("2026-11 4300", Map.of()), 5);
        assertThat(told).containsExactly(Kind.ACTIVE, Kind.ACTIVE);
        assertThat(state.isActive()).isFalse();
    }

    private void active() {
        see(RAISE, 0);
        see(RAISE, 30);
    }

    private void see(Sighting sighting, int afterSeconds) {
        now = now.plusSeconds(afterSeconds);
        Machine.Step step = machine.after(state, sighting, now);
        state = step.state();
        step.notice().ifPresent(each -> told.add(each.kind()));
    }
}
