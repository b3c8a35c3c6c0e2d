package energy.sem.gateway.intake;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import energy.sem.event.TelegramEvent;
import energy.sem.gateway.clock.ClockState.Condition;
import energy.sem.gateway.clock.TimeChoice;
import energy.sem.p1.P1Time;
import energy.sem.p1.Telegram;
import energy.sem.source.Telegrams;

import static energy.sem.event.TelegramEvent.TimeSource.ARRIVAL;
import static energy.sem.event.TelegramEvent.TimeSource.METER;
import static energy.sem.gateway.intake.Household.NOON;
import static energy.sem.gateway.intake.Household.late;
import static org.assertj.core.api.Assertions.assertThat;

/** Whose clock is believed, told as what becomes of the readings of a household. */
class ClocksTest {
    private static final Duration MINUTES = Duration.ofMinutes(10);

    @TempDir
    Path folder;

    private Household household(TimeChoice choice) {
        return new Household(choice, folder);
    }

    private static void allStoredAtTheirTime(Household household, int telegrams) {
        assertThat(household.stored()).hasSize(telegrams);
        assertThat(household.stored()).allSatisfy(e -> assertThat(late(e)).isBetween(Duration.ZERO, Duration.ZERO));
    }

    @Test
    void a_clock_that_is_right_is_the_readings_time() {
        Household household = household(TimeChoice.AUTO);
        household.speaks(MINUTES, 10);
        allStoredAtTheirTime(household, 60);
        assertThat(household.stored()).extracting(TelegramEvent::timeSource).containsOnly(METER);
    }

    @ParameterizedTest
    @CsvSource({
        "2000-01-01T00:00, W, true",
        "2000-01-01T01:00, W, false",
        "2000-01-01T00:00, W, false",
        "2000-06-01T00:00, S, true",
        "2005-12-31T23:59, W, true",
        "2071-05-01T00:00, S, true",
    })
    void a_stamp_that_no_meter_can_mean_is_never_believed(LocalDateTime local, P1Time.Suffix suffix, boolean live) {
        Household household = household(TimeChoice.AUTO);
        household.live = live;
        P1Time stamp = P1Time.of(local, suffix);
        for (int i = 0; i < 3; i++) {
            household.hears(household.telegram(household.now()).at(stamp).build());
            household.pause(Duration.ofSeconds(10));
        }
        allStoredAtTheirTime(household, 3);
        assertThat(household.stored()).allSatisfy(e -> {
            assertThat(e.timeSource()).isEqualTo(ARRIVAL);
            assertThat(e.meterAt()).isEqualTo(stamp.instant().orElseThrow());
        });
        assertThat(household.clock().condition()).isEqualTo(Condition.NEVER_SET);
        assertThat(household.clock().meterSays()).isEqualTo(stamp);
    }

    @ParameterizedTest
    @CsvSource({"-90, 1", "-90, 10", "-2, 10", "1, 1", "1, 10", "40, 10"})
    void a_meter_that_is_read_and_days_off_is_stored_by_arrival_from_its_first_telegram(long days, int everySeconds) {
        Household household = household(TimeChoice.AUTO);
        household.meterAhead = Duration.ofDays(days);
        household.speaks(MINUTES, everySeconds);
        allStoredAtTheirTime(household, 600 / everySeconds);
        assertThat(household.stored()).extracting(TelegramEvent::timeSource).containsOnly(ARRIVAL);
        assertThat(household.keptAside()).isEmpty();
        assertThat(household.clock().condition()).isEqualTo(Condition.OFF);
        assertThat(household.clock().ahead()).isEqualTo(Duration.ofDays(days));
    }

    @Test
    void a_clock_that_stands_still_is_found_out_by_the_registers_that_go_on() {
        Household household = household(TimeChoice.AUTO);
        household.meterStands = Instant.parse("2026-08-01T00:00:00Z");
        household.speaks(MINUTES, 10);
        allStoredAtTheirTime(household, 60);
        assertThat(household.clock().condition()).isEqualTo(Condition.OFF);
    }

    @ParameterizedTest
    @ValueSource(ints = {-23, -3, 1, 3, 22})
    void within_a_day_the_meters_clock_counts_from_the_first_telegram(int hours) {
        Household household = household(TimeChoice.AUTO);
        household.meterAhead = Duration.ofHours(hours);
        household.speaks(MINUTES, 10);
        assertThat(household.stored()).hasSize(60);
        assertThat(household.stored()).allSatisfy(e -> {
            assertThat(late(e)).isEqualTo(Duration.ofHours(hours));
            assertThat(e.timeSource()).isEqualTo(METER);
        });
    }

    @Test
    void a_day_ahead_pushed_is_stored_by_arrival_once_it_is_sure_and_nothing_is_lost() {
        Household household = household(TimeChoice.AUTO);
        household.live = false;
        household.meterAhead = Duration.ofDays(1);
        household.speaks(MINUTES, 10);
        assertThat(household.keptAside())
                .as("until it was sure, and by arrival, so that they come right if they are put back")
                .hasSizeBetween(3, 19)
                .allSatisfy(e -> assertThat(late(e)).isZero());
        allStoredAtTheirTime(household, 60);
    }

    @Test
    void a_day_ahead_pushed_three_times_is_stored_by_arrival_after_a_minute() {
        Household household = household(TimeChoice.AUTO);
        household.live = false;
        household.meterAhead = Duration.ofDays(1);
        household.speaks(Duration.ofSeconds(3), 1);
        household.looks();
        assertThat(household.stored()).isEmpty();
        household.pause(Duration.ofMinutes(1));
        household.looks();
        allStoredAtTheirTime(household, 3);
    }

    @Test
    void months_behind_pushed_is_found_out_by_its_pace() {
        Household household = household(TimeChoice.AUTO);
        household.live = false;
        household.meterAhead = Duration.ofDays(-90);
        household.speaks(MINUTES, 10);
        List<TelegramEvent> stored = household.stored();
        assertThat(stored).hasSize(60);
        assertThat(stored.subList(0, 19)).extracting(TelegramEvent::timeSource).containsOnly(METER);
        assertThat(stored.subList(19, 60)).allSatisfy(e -> {
            assertThat(e.timeSource()).isEqualTo(ARRIVAL);
            assertThat(late(e)).isZero();
        });
    }

    @Test
    void a_pushed_meter_that_loses_its_time_is_found_out_by_its_registers() {
        Household household = household(TimeChoice.AUTO);
        household.live = false;
        household.speaks(Duration.ofHours(1), 10);
        household.meterAhead = Duration.ofDays(-90);
        household.speaks(MINUTES, 10);
        allStoredAtTheirTime(household, 420);
        assertThat(household.stored().get(419).timeSource()).isEqualTo(ARRIVAL);
    }

    @ParameterizedTest
    @CsvSource({"true, -90", "false, -90", "true, 2", "false, 2", "true, -26", "false, 26"})
    void set_right_later_all_of_it_is_at_the_time_when_it_was_counted(boolean live, long days) {
        Household household = household(TimeChoice.AUTO);
        household.live = live;
        household.speaks(MINUTES, 10);
        household.meterAhead = Duration.ofDays(days);
        household.speaks(Duration.ofHours(2), 10);
        household.meterAhead = Duration.ZERO;
        household.speaks(MINUTES, 10);
        household.looks();
        allStoredAtTheirTime(household, 60 + 720 + 60);
        assertThat(household.stored().get(839).timeSource()).isEqualTo(METER);
        assertThat(household.clock().condition()).isEqualTo(Condition.BELIEVED);
    }

    @Test
    void a_clock_hours_ahead_that_is_set_right_makes_no_register_fall() {
        Household household = household(TimeChoice.AUTO);
        household.meterAhead = Duration.ofHours(2);
        household.speaks(MINUTES, 10);
        household.meterAhead = Duration.ZERO;
        household.speaks(Duration.ofHours(3), 10);
        assertThat(household.keptAside()).isEmpty();
        assertThat(household.stored()).hasSize(60 + 1080);
        assertThat(household.stored().subList(60, 1140))
                .allSatisfy(e -> assertThat(late(e)).isZero());
    }

    @Test
    void one_stamp_that_is_odd_among_right_ones_takes_the_time_of_its_arrival() {
        for (long hours : new long[] {3, 48, -48, 24 * 90, -24 * 90}) {
            Household household = new Household(TimeChoice.AUTO, folder);
            household.speaks(MINUTES, 10);
            household.meterAhead = Duration.ofHours(hours);
            household.speaks(Duration.ofSeconds(1), 10);
            household.meterAhead = Duration.ZERO;
            household.speaks(MINUTES, 10);
            allStoredAtTheirTime(household, 121);
            assertThat(household.stored().stream().filter(e -> e.timeSource() == ARRIVAL))
                    .as("%d hours", hours)
                    .hasSize(1);
        }
    }

    @ParameterizedTest(name = "recorded {0} days ago, a telegram each {1} s, sent {2} ms apart, live: {3}")
    @CsvSource({
        "1, 10, 0, false",
        "30, 1, 100, false",
        "30, 1, 20, true",
        "30, 10, 1000, false",
        "30, 10, 1000, true",
        "400, 900, 10, false",
        "400, 900, 10, true",
        "2, 10, 5000, false",
    })
    void a_past_that_is_sent_afterwards_is_no_slow_clock(int days, int recordedEvery, long sentEvery, boolean live) {
        Household household = household(TimeChoice.AUTO);
        household.live = live;
        Instant recorded = NOON.minus(Duration.ofDays(days)).minusSeconds(600L * recordedEvery);
        for (int i = 0; i < 600; i++) {
            household.hears(household
                    .telegram(recorded.plusSeconds((long) i * recordedEvery))
                    .build());
            household.pause(Duration.ofMillis(sentEvery));
        }
        household.pause(Duration.ofMinutes(6));
        household.looks();
        allStoredAtTheirTime(household, 600);
        assertThat(household.stored()).extracting(TelegramEvent::timeSource).containsOnly(METER);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 15})
    void old_telegrams_that_are_read_and_end_are_the_past_after_some_seconds(int telegrams) {
        Household household = household(TimeChoice.AUTO);
        household.meterAhead = Duration.ofDays(-700);
        household.speaks(Duration.ofSeconds(telegrams), 1);
        household.pause(Duration.ofSeconds(15));
        household.looks();
        assertThat(household.stored()).hasSize(telegrams).allSatisfy(e -> assertThat(late(e))
                .isEqualTo(Duration.ofDays(-700)));
    }

    @Test
    void a_meter_that_is_read_each_five_minutes_and_months_behind_is_found_out_in_half_an_hour() {
        Household household = household(TimeChoice.AUTO);
        household.meterAhead = Duration.ofDays(-90);
        for (int i = 0; i < 10; i++) {
            household.speaks(Duration.ofSeconds(1), 30);
            household.looks();
            household.pause(Duration.ofSeconds(270));
        }
        List<TelegramEvent> stored = household.stored();
        assertThat(stored).hasSize(10);
        assertThat(stored.subList(5, 10)).extracting(TelegramEvent::timeSource).containsOnly(ARRIVAL);
    }

    @Test
    void a_backlog_sent_between_live_telegrams_is_the_past() {
        Household household = household(TimeChoice.AUTO);
        household.live = false;
        household.speaks(MINUTES, 10);
        household.pause(Duration.ofDays(3));
        Instant away = NOON.plus(MINUTES);
        for (int i = 0; i < 300; i++) {
            household.hears(household.telegram(household.now()).build());
            household.hears(household.telegram(away.plusSeconds(10L * i)).build());
            household.pause(Duration.ofSeconds(10));
        }
        allStoredAtTheirTime(household, 60 + 600);
        assertThat(household.stored()).extracting(TelegramEvent::timeSource).containsOnly(METER);
    }

    @Test
    void the_same_old_telegram_again_and_again_is_the_past() {
        Household household = household(TimeChoice.AUTO);
        household.live = false;
        Telegram old = household.telegram(NOON.minus(Duration.ofDays(10))).build();
        for (int i = 0; i < 100; i++) {
            household.hears(old);
            household.pause(Duration.ofSeconds(10));
        }
        allStoredAtTheirTime(household, 100);
    }

    @Test
    void a_past_of_when_the_clock_was_right_is_the_past_while_it_is_off() {
        Household household = household(TimeChoice.AUTO);
        household.live = false;
        household.speaks(Duration.ofHours(1), 10);
        household.meterAhead = Duration.ofDays(-90);
        household.speaks(MINUTES, 10);
        Instant missing = NOON.minus(Duration.ofDays(3));
        household.hears(Telegrams.of(missing, Household.wh(missing)).build());
        household.speaks(MINUTES, 10);
        allStoredAtTheirTime(household, 360 + 60 + 1 + 60);
    }

    @Test
    void a_pushed_past_that_its_own_registers_contradict_is_kept_aside_and_told_once() {
        Household household = household(TimeChoice.AUTO);
        household.live = false;
        household.speaks(MINUTES, 10);
        Instant past = NOON.minus(Duration.ofDays(30));
        for (int i = 0; i < 50; i++) {
            household.hears(
                    Telegrams.of(past.plusSeconds(900L * i), 11_000_000 + i).build());
        }
        household.pause(Duration.ofMinutes(6));
        household.looks();
        household.speaks(MINUTES, 10);
        household.restart();
        assertThat(household.keptAside()).hasSize(50);
        allStoredAtTheirTime(household, 120);
    }

    @Test
    void a_meter_that_lost_its_time_and_is_pushed_each_ten_minutes_is_by_arrival_once_that_is_sure() {
        Household household = household(TimeChoice.AUTO);
        household.live = false;
        household.speaks(MINUTES, 10);
        household.meterAhead = Duration.ofDays(-90);
        for (int i = 0; i < 8; i++) {
            household.hears(household.telegram(household.now()).build());
            household.pause(Duration.ofMinutes(6));
            household.looks();
            household.pause(Duration.ofMinutes(4));
        }
        allStoredAtTheirTime(household, 60 + 8);
    }

    @Test
    void asked_for_arrival_it_is_the_arrival_whatever_the_meter_says() {
        Household household = household(TimeChoice.ARRIVAL);
        household.meterAhead = Duration.ofMinutes(-7);
        household.speaks(MINUTES, 10);
        allStoredAtTheirTime(household, 60);
        assertThat(household.stored()).extracting(TelegramEvent::timeSource).containsOnly(ARRIVAL);
    }

    @Test
    void asked_for_the_meters_clock_it_is_the_meters_however_far_off_and_it_says_so() {
        Household household = household(TimeChoice.METER);
        household.meterAhead = Duration.ofDays(-90);
        household.speaks(MINUTES, 10);
        assertThat(household.stored()).hasSize(60).allSatisfy(e -> assertThat(late(e))
                .isEqualTo(Duration.ofDays(-90)));
        assertThat(household.clock().condition()).isEqualTo(Condition.METER_CHOSEN);
    }

    @Test
    void a_gateway_that_starts_again_remembers_that_the_clock_is_off() {
        Household household = household(TimeChoice.AUTO);
        household.live = false;
        household.speaks(Duration.ofHours(1), 10);
        household.meterAhead = Duration.ofDays(-90);
        household.speaks(MINUTES, 10);
        household.restart();
        household.speaks(MINUTES, 10);
        allStoredAtTheirTime(household, 360 + 60 + 60);
        household.meterAhead = Duration.ZERO;
        household.speaks(MINUTES, 10);
        household.restart();
        household.speaks(MINUTES, 10);
        allStoredAtTheirTime(household, 360 + 60 + 60 + 120);
        assertThat(household.stored().get(599).timeSource()).isEqualTo(METER);
    }

    @Test
    void a_gateway_that_stops_while_it_looks_at_a_clock_publishes_what_it_held_back() {
        Household household = household(TimeChoice.AUTO);
        household.meterAhead = Duration.ofDays(-90);
        household.speaks(Duration.ofSeconds(50), 10);
        assertThat(household.published).isEmpty();
        assertThat(household.clock().condition()).isEqualTo(Condition.LOOKED_AT);
        household.restart();
        allStoredAtTheirTime(household, 5);
    }

    @Test
    void a_gateway_before_there_was_sem_believes_meters_and_waits_with_what_has_no_time() {
        Household household = household(TimeChoice.AUTO);
        household.gatewayClock.jump(Duration.ofDays(-20_000));
        household.speaks(MINUTES, 10);
        allStoredAtTheirTime(household, 60);
        for (int i = 0; i < 60; i++) {
            household.hears(household.telegram(household.now()).at(null).build());
            household.pause(Duration.ofSeconds(10));
        }
        assertThat(household.published).hasSize(60);
        assertThat(household.clock().condition()).isEqualTo(Condition.COMPUTER_HAS_NO_TIME);
        household.gatewayClock.jump(Duration.ofDays(20_000));
        household.looks();
        allStoredAtTheirTime(household, 120);
    }

    @Test
    void a_gateway_without_the_time_refuses_what_is_pushed_without_a_time_so_that_it_is_sent_again() {
        Household household = household(TimeChoice.AUTO);
        household.live = false;
        household.gatewayClock.jump(Duration.ofDays(-20_000));
        Making.Made made =
                household.hears(household.telegram(household.now()).at(null).build());
        assertThat(made.refused()).isTrue();
        assertThat(made.published()).isEmpty();
    }

    @Test
    void a_gateway_that_starts_before_the_time_it_has_seen_waits_for_it_some_minutes_and_no_longer() {
        Household household = household(TimeChoice.AUTO);
        household.looks();
        household.gatewayClock.jump(Duration.ofDays(-5));
        household.restart();
        household.speaks(Duration.ofMinutes(5), 10);
        allStoredAtTheirTime(household, 30);
        household.hears(household.telegram(household.now()).at(null).build());
        assertThat(household.published).hasSize(30);
        household.gatewayClock.jump(Duration.ofDays(5));
        household.looks();
        allStoredAtTheirTime(household, 31);

        household.gatewayClock.jump(Duration.ofDays(-5));
        household.restart();
        household.hears(household.telegram(household.now()).at(null).build());
        household.pause(Duration.ofMinutes(10));
        household.looks();
        assertThat(household.stored())
                .as("it was the time that was seen that was wrong")
                .hasSize(32);
    }

    @ParameterizedTest
    @CsvSource({"-1, true", "-1, false", "-5, true", "-23, false", "3, true"})
    void a_gateway_that_is_hours_off_until_it_hears_the_time_keeps_nothing_aside(long hours, boolean live) {
        Household household = household(TimeChoice.AUTO);
        household.live = live;
        household.gatewayClock.jump(Duration.ofHours(hours));
        household.speaks(Duration.ofHours(1), 10);
        household.gatewayClock.jump(Duration.ofHours(-hours));
        household.speaks(Duration.ofHours(1), 10);
        allStoredAtTheirTime(household, 720);
        assertThat(household.keptAside()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"5, true", "5, false", "-5, true", "-5, false", "0.1, true", "-0.1, false"})
    void a_gateway_whose_clock_jumps_while_it_runs_goes_on_by_the_meters(double days, boolean live) {
        Household household = household(TimeChoice.AUTO);
        household.live = live;
        household.speaks(MINUTES, 10);
        Duration jump = Duration.ofSeconds((long) (days * 86_400));
        household.gatewayClock.jump(jump);
        household.speaks(Duration.ofHours(1), 10);
        if (Math.abs(days) > 1) {
            assertThat(household.clock().condition()).isEqualTo(Condition.COMPUTER_OFF);
            assertThat(household.clock().ahead()).isEqualTo(jump.negated());
        }
        household.gatewayClock.jump(jump.negated());
        household.speaks(MINUTES, 10);
        allStoredAtTheirTime(household, 480);
        assertThat(household.keptAside()).isEmpty();
        assertThat(household.clock().condition()).isEqualTo(Condition.BELIEVED);
    }

    @Test
    void a_gateway_that_hears_the_time_while_it_holds_back_gives_all_their_right_time() {
        Household household = household(TimeChoice.AUTO);
        household.gatewayClock.jump(Duration.ofDays(-3));
        household.speaks(Duration.ofSeconds(50), 10);
        assertThat(household.published).isEmpty();
        household.gatewayClock.jump(Duration.ofDays(3));
        household.speaks(MINUTES, 10);
        allStoredAtTheirTime(household, 65);
        assertThat(household.stored()).extracting(TelegramEvent::timeSource).containsOnly(METER);
    }
}
