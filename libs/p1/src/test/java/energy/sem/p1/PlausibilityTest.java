package energy.sem.p1;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

import energy.sem.p1.Plausibility.Standing;

import static org.assertj.core.api.Assertions.assertThat;

class PlausibilityTest {

    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
    private static final Instant T0 = Instant.parse("2024-10-18T07:00:00Z");

    private final Plausibility plausibility = new Plausibility();

    private static Telegram telegram(Instant at, long importWh) {
        return telegram("SEM1", at, importWh);
    }

    private static Telegram telegram(String serial, Instant at, long importWh) {
        return Telegram.builder()
                .identification("SEM5")
                .dialect(Dialect.EMUCS_1_7)
                .serial(serial)
                .at(P1Time.of(at, BRUSSELS))
                .registers(RegisterValues.of(Map.of(
                        Register.IMPORT_T1_WH, importWh,
                        Register.IMPORT_T2_WH, 7L,
                        Register.EXPORT_T1_WH, 0L,
                        Register.EXPORT_T2_WH, 0L)))
                .build();
    }

    private static Telegram gas(Instant telegramAt, Instant at, long litre) {
        MbusDevice gas = new MbusDevice(
                1, 3, MbusKind.GAS, "GAS1", null, P1Time.of(at, BRUSSELS), litre, null, null, false, null);
        return telegram(telegramAt, 1000).toBuilder().devices(List.of(gas)).build();
    }

    private List<Finding.Cause> causes(Telegram t, Instant arrival) {
        return verdict(t, arrival).findings().stream().map(Finding::cause).toList();
    }

    private Verdict verdict(Telegram t, Instant arrival) {
        return judged(plausibility, t, arrival).verdict();
    }

    private static Judged judged(Plausibility plausibility, Telegram t, Instant arrival) {
        return plausibility.judge(t, TelegramTimes.asStated(t, BRUSSELS, arrival));
    }

    private List<Finding.Cause> causes(Telegram t) {
        return causes(t, t.at().instant().orElseThrow().plusSeconds(1));
    }

    @Test
    void an_ordinary_day_is_plausible() {
        for (int i = 0; i < 86_400; i += 10) {
            assertThat(causes(telegram(T0.plusSeconds(i), 1_000_000 + i / 2))).isEmpty();
        }
    }

    @Test
    void a_register_that_falls_is_found_with_both_values_and_the_ones_after_it_are_judged_by_what_was_believed() {
        causes(telegram(T0, 1000));
        Verdict verdict = verdict(telegram(T0.plusSeconds(10), 999), T0.plusSeconds(11));
        assertThat(verdict.findings()).singleElement().satisfies(f -> {
            assertThat(f.subject()).isEqualTo(Finding.ELECTRICITY);
            assertThat(f.cause()).isEqualTo(Finding.Cause.REGISTER_FALLS);
            assertThat(f.detail()).contains("importT1Wh", "999", "1000", "2024-10-18T07:00:10Z");
        });
        assertThat(causes(telegram(T0.plusSeconds(20), 1001))).isEmpty();
    }

    @Test
    void registers_that_fall_stay_implausible_however_long() {
        causes(telegram(T0, 1_000_000));
        for (int minute = 1; minute < 600; minute++) {
            assertThat(causes(telegram(T0.plusSeconds(60L * minute), 5000 + minute)))
                    .containsExactly(Finding.Cause.REGISTER_FALLS);
        }
    }

    @Test
    void a_replaced_meter_has_another_serial_and_starts_anew() {
        causes(telegram("OLD", T0, 1_000_000));
        assertThat(causes(telegram("NEW", T0.plusSeconds(60), 0))).isEmpty();
        assertThat(causes(telegram("OLD", T0.plusSeconds(120), 999_999))).containsExactly(Finding.Cause.REGISTER_FALLS);
    }

    @Test
    void a_step_that_no_connection_carries_is_found_and_a_glitch_leaves_nothing_behind() {
        causes(telegram(T0, 1000));
        assertThat(causes(telegram(T0.plusSeconds(1), 101_000))).containsExactly(Finding.Cause.IMPOSSIBLE_STEP);
        assertThat(causes(telegram(T0.plusSeconds(2), 1001))).isEmpty();
    }

    @Test
    void a_new_level_that_lasts_a_quarter_of_an_hour_is_believed() {
        causes(telegram(T0, 1000));
        for (int i = 10; i < 910; i += 10) {
            assertThat(causes(telegram(T0.plusSeconds(i), 5_000_000 + i)))
                    .containsExactly(Finding.Cause.IMPOSSIBLE_STEP);
        }
        assertThat(causes(telegram(T0.plusSeconds(910), 5_000_910))).isEmpty();
        assertThat(causes(telegram(T0.plusSeconds(920), 5_000_920))).isEmpty();
    }

    @Test
    void readings_that_jump_about_never_become_a_new_level() {
        causes(telegram(T0, 1000));
        for (int i = 10; i < 3600; i += 10) {
            assertThat(causes(telegram(T0.plusSeconds(i), i % 20 == 0 ? 5_000_000 : 9_000_000)))
                    .containsExactly(Finding.Cause.IMPOSSIBLE_STEP);
        }
    }

    @Test
    void a_gap_is_no_fall_and_no_step() {
        causes(telegram(T0, 1000));
        assertThat(causes(telegram(T0.plus(Duration.ofDays(30)), 400_000))).isEmpty();
    }

    @Test
    void a_backlog_that_fits_is_plausible_and_one_that_does_not_is_found() {
        causes(telegram(T0, 1000));
        Instant later = T0.plus(Duration.ofHours(10));
        causes(telegram(later, 9000));
        assertThat(causes(telegram(T0.plus(Duration.ofHours(5)), 5000), later)).isEmpty();
        assertThat(causes(telegram(T0.plus(Duration.ofHours(6)), 4999), later))
                .containsExactly(Finding.Cause.REGISTER_FALLS);
        assertThat(causes(telegram(T0.plus(Duration.ofHours(4)), 5001), later))
                .containsExactly(Finding.Cause.REGISTER_FALLS);
        assertThat(causes(telegram(T0.minus(Duration.ofDays(300)), 10), later)).isEmpty();
        assertThat(causes(telegram(T0.minus(Duration.ofDays(200)), 1001), later))
                .containsExactly(Finding.Cause.REGISTER_FALLS);
    }

    @Property(tries = 200)
    void a_years_true_readings_are_plausible_in_any_order(
            @ForAll long seed, @ForAll @IntRange(min = 2, max = 300) int n) {
        Random random = new Random(seed);
        List<Telegram> telegrams = new ArrayList<>();
        long wh = 0;
        long second = 0;
        for (int i = 0; i < n; i++) {
            long step = 1L + random.nextInt(200_000);
            second += step;
            wh += (long) (random.nextDouble() * step * 20);
            telegrams.add(telegram(T0.plusSeconds(second), wh));
        }
        Collections.shuffle(telegrams, random);
        Plausibility fresh = new Plausibility();
        Instant arrival = T0.plusSeconds(second + 1);
        assertThat(telegrams).allMatch(t -> judged(fresh, t, arrival).verdict().plausible());
    }

    @Test
    void a_clock_put_back_by_some_minutes_makes_no_register_fall() {
        causes(telegram(T0.plusSeconds(600), 1000), T0);
        assertThat(causes(telegram(T0.plusSeconds(1), 1001))).isEmpty();
        assertThat(causes(telegram(T0.plusSeconds(2), 1002))).isEmpty();
        assertThat(causes(telegram(T0.plusSeconds(3), 1001))).containsExactly(Finding.Cause.REGISTER_FALLS);
    }

    @Test
    void an_old_time_is_never_implausible() {
        assertThat(causes(telegram(T0.minus(Duration.ofDays(4000)), 9000), T0)).isEmpty();
    }

    @Test
    void gas_rises_at_most_25_cubic_metres_an_hour() {
        causes(gas(T0, T0, 1000));
        Instant hour = T0.plusSeconds(3600);
        Verdict verdict = verdict(gas(hour, hour, 29_000), hour);
        assertThat(verdict.findings()).singleElement().satisfies(f -> {
            assertThat(f.subject()).isEqualTo("GAS1");
            assertThat(f.cause()).isEqualTo(Finding.Cause.IMPOSSIBLE_STEP);
        });
        assertThat(verdict.plausible(Finding.ELECTRICITY)).isTrue();
        assertThat(causes(gas(hour, hour, 26_000))).isEmpty();
    }

    @Test
    void the_same_gas_reading_with_every_telegram_is_plausible_and_never_becomes_a_level_by_repetition() {
        causes(gas(T0, T0, 1000));
        Instant hour = T0.plusSeconds(3600);
        for (int i = 0; i < 3600; i += 10) {
            assertThat(causes(gas(hour.plusSeconds(i), hour, 90_000))).containsExactly(Finding.Cause.IMPOSSIBLE_STEP);
        }
    }

    @Test
    void a_connection_of_140_kW_is_plausible_and_one_that_carries_more_than_600_is_believed_once_that_lasts() {
        for (int minute = 0; minute < 60; minute++) {
            assertThat(causes(telegram(T0.plusSeconds(60L * minute), 1000L + 140_000L * minute / 60)))
                    .isEmpty();
        }
        Instant large = T0.plus(Duration.ofDays(1));
        for (int minute = 0; minute < 60; minute++) {
            long wh = 1_000_000_000L + 2_000_000L * minute / 60;
            assertThat(causes(telegram(large.plusSeconds(60L * minute), wh)).isEmpty())
                    .as("minute %d", minute)
                    .isEqualTo(minute >= 15);
        }
    }

    @Test
    void a_clock_that_was_set_back_by_hours_makes_no_register_fall() {
        causes(telegram(T0.plusSeconds(7200), 1000));
        Telegram after = telegram(T0, 1001);
        TelegramTimes times = TelegramTimes.asStated(after, BRUSSELS, T0);
        assertThat(plausibility.fits(after, T0)).isFalse();
        assertThat(plausibility.goesOnBefore(after, T0)).isTrue();
        TelegramTimes ofNow = new TelegramTimes(times.at(), times.source(), null, times.devices(), true);
        assertThat(plausibility.judge(after, ofNow).verdict().plausible()).isTrue();
        assertThat(causes(telegram(T0.plusSeconds(10), 1002))).isEmpty();
        assertThat(causes(telegram(T0.plusSeconds(20), 999))).containsExactly(Finding.Cause.REGISTER_FALLS);
    }

    @Test
    void so_does_gas_and_what_may_be_of_the_past_is_judged_by_its_instant() {
        Instant ahead = T0.plusSeconds(7200);
        causes(gas(ahead, ahead, 1000));
        Telegram after = gas(T0, T0, 1001);
        assertThat(causes(after)).containsExactly(Finding.Cause.REGISTER_FALLS);
        TelegramTimes times = TelegramTimes.asStated(after, BRUSSELS, T0);
        TelegramTimes ofNow = new TelegramTimes(times.at(), times.source(), null, times.devices(), true);
        assertThat(plausibility.judge(after, ofNow).verdict().plausible()).isTrue();
        Telegram fallen = gas(T0.plusSeconds(3600), T0.plusSeconds(3600), 900);
        TelegramTimes fallenNow =
                new TelegramTimes(T0.plusSeconds(3600), times.source(), null, List.of(T0.plusSeconds(3600)), true);
        assertThat(plausibility.judge(fallen, fallenNow).verdict().plausible("GAS1"))
                .as("a register that really fell")
                .isFalse();
    }

    @Test
    void readings_of_the_past_fit_and_stand_lower() {
        assertThat(plausibility.standing(telegram(T0, 1000))).isEqualTo(Standing.UNKNOWN);
        causes(telegram(T0, 1000));
        causes(telegram(T0.plusSeconds(3600), 1500));
        Telegram past = telegram(T0.plusSeconds(1800), 1200);
        assertThat(plausibility.fits(past, T0.plusSeconds(1800))).isTrue();
        assertThat(plausibility.goesOnBefore(past, T0.plusSeconds(1800))).isFalse();
        assertThat(plausibility.standing(past)).isEqualTo(Standing.LOWER);
        assertThat(plausibility.standing(telegram(T0, 1500))).as("a repeat").isEqualTo(Standing.SAME);
        assertThat(plausibility.standing(telegram(T0, 1501))).isEqualTo(Standing.HIGHER);
    }

    @Test
    void a_telegram_without_time_is_judged_by_its_arrival() {
        Telegram none = telegram(T0, 1000).toBuilder().at(null).build();
        assertThat(causes(none, T0)).isEmpty();
        assertThat(causes(
                        none.toBuilder()
                                .registers(RegisterValues.of(Register.IMPORT_T1_WH, 900))
                                .build(),
                        T0.plusSeconds(10)))
                .containsExactly(Finding.Cause.REGISTER_FALLS);
    }

    @Test
    void however_many_serials_come_the_memory_is_bounded_to_the_latest() {
        for (int i = 0; i < 1000; i++) {
            causes(telegram("S" + i, T0, 1000));
        }
        assertThat(causes(telegram("S999", T0.plusSeconds(10), 1))).containsExactly(Finding.Cause.REGISTER_FALLS);
        assertThat(causes(telegram("S0", T0.plusSeconds(10), 1))).isEmpty();
    }
}
