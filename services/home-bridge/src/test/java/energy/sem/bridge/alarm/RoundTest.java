package energy.sem.bridge.alarm;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;

import energy.sem.bridge.alarm.machine.Desk;
import energy.sem.bridge.alarm.machine.Level;
import energy.sem.bridge.alarm.machine.Notice;
import energy.sem.bridge.alarm.machine.Sighting;
import energy.sem.bridge.alarm.machine.Timing;
import energy.sem.bridge.alarm.rule.AlarmRule;
import energy.sem.bridge.alarm.rule.AllRules;
import energy.sem.bridge.alarm.rule.Limits;
import energy.sem.bridge.alarm.rule.Moment;
import energy.sem.bridge.alarm.rule.Past;
import energy.sem.bridge.live.OfferedMeters;
import energy.sem.event.Electricity;
import energy.sem.event.MonthPeak;
import energy.sem.event.Occurrence;
import energy.sem.event.TelegramEvent;
import energy.sem.p1.RegisterValues;

import static org.assertj.core.api.Assertions.assertThat;

/** All rules over simulated telegrams, on a clock of the test's: what is told, and what is not. */
class RoundTest {
    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
    private static final Instant START = Instant.parse("2026-11-30T09:00:00Z");
    private static final Limits LIMITS =
            setting -> setting.equals("sem.meters.home.connection") ? Optional.of("1x40A") : Optional.empty();

    private final Household household = new Household();
    private Desk desk = new Desk();
    private Round round;

    @Test
    void a_year_that_is_replayed_a_hundred_times_as_fast_wakes_nobody() {
        start();
        household.run(Duration.ofMinutes(11));
        Instant past = START.minus(Duration.ofDays(365));
        // Each step of 10 s brings 1000 s of the past: with its peaks, its overloads and its power failures.
        for (int step = 0; step < 2000; step++) {
            household.tick(10);
            for (int i = 0; i < 10; i++) {
                past = past.plusSeconds(100);
                household.offer(wild("home", past, household.now));
                household.offer(wild("oldhome", past, household.now));
            }
            household.speak();
            look();
        }
        assertThat(past).isAfter(START.minus(Duration.ofDays(345)));
        assertThat(household.told).isEmpty();
    }

    @Test
    void a_replay_that_comes_to_an_end_does_not_leave_a_meter_that_is_missed() {
        start();
        household.offer(wild("oldhome", START.minus(Duration.ofDays(300)), START));
        for (int minute = 0; minute < 300; minute++) {
            household.run(Duration.ofMinutes(1));
        }
        assertThat(household.told).isEmpty();
    }

    @Test
    void a_meter_that_falls_silent_is_told_once_and_that_it_is_back_once() {
        start();
        household.run(Duration.ofMinutes(20));
        household.silence(Duration.ofMinutes(40));
        household.run(Duration.ofMinutes(20));
        household.silence(Duration.ofMinutes(10));
        household.run(Duration.ofMinutes(20));
        assertThat(household.told).containsExactly("home/no-data/ active", "home/no-data/ cleared");
    }

    @Test
    void a_phase_near_its_fuse_is_told_once() {
        start();
        household.run(Duration.ofMinutes(20));
        household.centiA = 3900;
        household.run(Duration.ofMinutes(3));
        household.centiA = 200;
        household.run(Duration.ofMinutes(10));
        assertThat(household.told).containsExactly("home/phase-overload/L1 active", "home/phase-overload/L1 cleared");
    }

    @Test
    void a_new_peak_and_a_power_failure_are_told_once_each_and_old_ones_not() {
        start();
        household.peakW = 4000;
        household.peakAt = START.minus(Duration.ofDays(3));
        household.run(Duration.ofMinutes(20));
        assertThat(household.told).isEmpty();
        household.peakW = 4200;
        household.peakAt = household.now;
        household.failureAt = household.now;
        household.run(Duration.ofMinutes(1));
        household.failureAt = null;
        household.run(Duration.ofHours(3));
        assertThat(household.told).containsExactlyInAnyOrder("home/new-peak/ active", "home/power-failure/ active");
    }

    @Test
    void a_peak_ahead_is_told_once_a_quarter_hour_and_three_times_a_day() {
        start();
        household.run(Duration.ofMinutes(15));
        household.guard = true;
        household.run(Duration.ofMinutes(29));
        assertThat(household.told).containsExactly("home/peak-ahead/ active", "home/peak-ahead/ active");
        household.run(Duration.ofHours(4));
        assertThat(household.told).hasSize(3);
    }

    @Test
    void a_peak_ahead_is_told_of_each_quarter_hour_also_when_the_guard_said_nothing_between() {
        start();
        household.run(Duration.ofMinutes(15));
        household.guard = true;
        household.run(Duration.ofMinutes(10));
        household.guard = false;
        household.run(Duration.ofMinutes(13));
        household.guard = true;
        household.run(Duration.ofMinutes(5));
        assertThat(household.told).containsExactly("home/peak-ahead/ active", "home/peak-ahead/ active");
    }

    @Test
    void silence_mutes_the_other_rules_of_the_meter_and_not_those_of_another() {
        start();
        household.centiA = 200;
        household.run(Duration.ofMinutes(20));
        household.silence(Duration.ofMinutes(20));
        household.past = Household.LEAK;
        household.silence(Duration.ofMinutes(20));
        assertThat(household.told).containsExactly("home/no-data/ active");
        household.run(Duration.ofMinutes(2));
        assertThat(household.told).contains("home/no-data/ cleared", "home/water-leak/ active");
    }

    @Test
    void a_restart_repeats_no_alarm_and_forgets_none() {
        start();
        household.past = Household.LEAK;
        household.run(Duration.ofMinutes(20));
        assertThat(household.told).containsExactly("home/water-leak/ active");
        Desk.Kept kept = desk.kept();
        desk = new Desk();
        desk.restore(kept);
        start();
        household.run(Duration.ofMinutes(30));
        assertThat(household.told).hasSize(1);
        household.past = Household.DRY;
        household.run(Duration.ofMinutes(10));
        assertThat(household.told).containsExactly("home/water-leak/ active", "home/water-leak/ cleared");
    }

    @Test
    void a_meter_that_was_there_before_a_restart_and_says_nothing_is_missed() {
        start();
        household.run(Duration.ofMinutes(20));
        Desk.Kept kept = desk.kept();
        desk = new Desk();
        desk.restore(kept);
        household.meters = new OfferedMeters(household);
        start();
        household.silence(Duration.ofMinutes(30));
        assertThat(household.told).containsExactly("home/no-data/ active");
    }

    @Test
    void a_meter_that_was_removed_is_missed_no_longer_and_its_alarms_are_forgotten() {
        start();
        household.names = Set.of();
        household.run(Duration.ofMinutes(20));
        household.names = Set.of("home");
        household.silence(Duration.ofMinutes(20));
        assertThat(desk.active()).hasSize(1);
        household.names = Set.of("other");
        household.silence(Duration.ofHours(30));
        assertThat(household.told).containsExactly("home/no-data/ active");
        assertThat(desk.active()).isEmpty();
        assertThat(desk.meters()).isEmpty();
    }

    @Test
    void a_meter_that_was_removed_and_whose_past_is_kept_is_not_missed_until_it_is_added_again() {
        start();
        household.names = Set.of("home");
        household.run(Duration.ofMinutes(20));
        household.removed.add("home");
        household.silence(Duration.ofHours(30));
        assertThat(household.told).isEmpty();
        assertThat(desk.meters()).isEmpty();

        household.removed.clear();
        household.run(Duration.ofMinutes(20));
        household.silence(Duration.ofMinutes(20));
        assertThat(household.told).containsExactly("home/no-data/ active");

        household.removed.add("home");
        household.silence(Duration.ofMinutes(1));
        assertThat(desk.active()).isEmpty();
    }

    @Test
    void in_the_first_ten_minutes_nothing_is_told() {
        start();
        household.past = Household.LEAK;
        household.centiA = 3900;
        household.run(Duration.ofMinutes(10).minusSeconds(20));
        assertThat(household.told).isEmpty();
    }

    @Test
    void a_rule_that_fails_holds_up_no_other() {
        List<AlarmRule> rules = new ArrayList<>(AllRules.inOrder());
        rules.add(0, new Failing());
        start(rules);
        household.run(Duration.ofMinutes(20));
        household.troubles = List.of("no-room");
        household.silence(Duration.ofMinutes(20));
        assertThat(household.told).containsExactlyInAnyOrder("home/no-data/ active", "/disk-full/ active");
    }

    private static final class Failing implements AlarmRule {
        @Override
        public String word() {
            return "failing";
        }

        @Override
        public Level level() {
            return Level.HIGH;
        }

        @Override
        public Timing timing() {
            return Timing.AT_ONCE;
        }

        @Override
        public boolean speaksInSilence() {
            return true;
        }

        @Override
        public List<Sighting> look(Moment moment) {
            throw new IllegalStateException("a fault");
        }
    }

    @Test
    void what_is_of_the_installation_is_told_without_a_meter() {
        start();
        household.troubles = List.of("no-room");
        household.silence(Duration.ofMinutes(30));
        assertThat(household.told).containsExactly("/disk-full/ active");
    }

    private void start() {
        start(AllRules.inOrder());
    }

    private void start(List<AlarmRule> rules) {
        Said said = new Said();
        household.meters.meters.listen(said::hear);
        round = new Round(
                rules,
                desk,
                household.meters.meters,
                said,
                new Round.Sources(household, meter -> null, household::guard, household.removed::contains),
                LIMITS,
                BRUSSELS,
                household);
    }

    private void look() {
        for (Notice each : round.look(household.now)) {
            household.told.add(each.key().text() + " " + each.kind().word());
        }
    }

    private static TelegramEvent wild(String meter, Instant at, Instant receivedAt) {
        Occurrence failure = new Occurrence("power-failure", "1SEM", null, at, null, null, 600L);
        return event(meter, at, receivedAt, 3990, new MonthPeak(month(at), 9000, at, false), List.of(failure));
    }

    private static YearMonth month(Instant at) {
        return YearMonth.from(at.atZone(BRUSSELS));
    }

    private static TelegramEvent event(
            String meter, Instant at, Instant receivedAt, int centiA, MonthPeak peak, List<Occurrence> occurrences) {
        Electricity electricity = new Electricity(
                "1SEM", 1, RegisterValues.NONE, 500, 0, null, List.of(new Electricity.Phase(1, 2300, centiA, 500, 0)));
        return new TelegramEvent(
                        TelegramEvent.VERSION,
                        meter,
                        at,
                        TelegramEvent.TimeSource.METER,
                        receivedAt,
                        null,
                        "FLU5",
                        "EMUCS_1_7",
                        "50217",
                        TelegramEvent.Crc.VALID,
                        electricity,
                        peak == null ? List.of() : List.of(peak),
                        List.of(),
                        null,
                        null,
                        List.of())
                .with(occurrences);
    }

    /** A household on a clock of its own: one meter, and what history says. */
    private final class Household extends Clock implements Past {
        static final int DRY = 0;
        static final int LEAK = 1;

        final List<String> told = new ArrayList<>();
        OfferedMeters meters = new OfferedMeters(this);
        Instant now = START;
        int centiA = 200;
        int peakW;
        Instant peakAt;
        Instant failureAt;
        boolean guard;
        int past = DRY;
        List<String> troubles = List.of();
        Set<String> names;
        final Set<String> removed = new HashSet<>();

        void run(Duration time) {
            for (long second = 0; second < time.toSeconds(); second += 10) {
                tick(10);
                speak();
                look();
            }
        }

        void silence(Duration time) {
            for (long second = 0; second < time.toSeconds(); second += 10) {
                tick(10);
                look();
            }
        }

        void tick(int seconds) {
            now = now.plusSeconds(seconds);
        }

        void offer(TelegramEvent event) {
            meters.offer(event);
        }

        void speak() {
            MonthPeak peak = peakAt == null ? null : new MonthPeak(month(now), peakW, peakAt, false);
            List<Occurrence> occurrences = failureAt == null
                    ? List.of()
                    : List.of(new Occurrence("power-failure", "1SEM", null, failureAt, null, null, 600L));
            offer(event("home", now, now, centiA, peak, occurrences));
        }

        Optional<Moment.Guard> guard(String meter) {
            int secondsLeft = 900 - Math.floorMod(now.getEpochSecond(), 900);
            return guard ? Optional.of(new Moment.Guard(4000, 2400, secondsLeft)) : Optional.empty();
        }

        @Override
        public List<Bucket> hours(String meter, int count) {
            List<Bucket> hours = new ArrayList<>();
            for (int i = count; i > 0; i--) {
                BigDecimal water = past == LEAK || i % 5 == 0 ? BigDecimal.valueOf(4, 3) : BigDecimal.ZERO;
                hours.add(new Bucket(now.minus(Duration.ofHours(i)), null, null, null, water, false));
            }
            return hours;
        }

        @Override
        public List<Bucket> quarters(String meter, int days) {
            return List.of();
        }

        @Override
        public Optional<Set<String>> meters() {
            return Optional.ofNullable(names);
        }

        @Override
        public List<String> troubles() {
            return troubles;
        }

        @Override
        public Optional<List<Fault>> faults() {
            return Optional.of(List.of());
        }

        @Override
        public Optional<BigDecimal> priceNow(String meter) {
            return Optional.empty();
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
