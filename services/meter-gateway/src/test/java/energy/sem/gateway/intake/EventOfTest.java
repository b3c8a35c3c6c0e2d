package energy.sem.gateway.intake;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import energy.sem.event.MBusReading;
import energy.sem.event.TelegramEvent;
import energy.sem.gateway.Telegrams;
import energy.sem.gateway.meter.Meter;
import energy.sem.p1.Finding;
import energy.sem.p1.MbusDevice;
import energy.sem.p1.MbusKind;
import energy.sem.p1.MonthPeak;
import energy.sem.p1.P1Time;
import energy.sem.p1.Peak;
import energy.sem.p1.Telegram;
import energy.sem.p1.Verdict;

import static org.assertj.core.api.Assertions.assertThat;

class EventOfTest {
    private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");
    private static final Instant ARRIVAL = Instant.parse("2026-11-22T10:00:01.234567Z");
    private static final Meter METER = new Meter("home", "push", Optional.empty(), Optional.of("k"), "own");
    private static final EventOf EVENTS = new EventOf(METER, ZoneId.of("Europe/Brussels"));

    @Test
    void a_telegram_with_a_time_is_of_that_time() {
        TelegramEvent event = event(Telegrams.of(AT, 1).build());

        assertThat(event.at()).isEqualTo(AT);
        assertThat(event.timeSource()).isEqualTo(TelegramEvent.TimeSource.METER);
        assertThat(event.receivedAt()).isEqualTo(Instant.parse("2026-11-22T10:00:01.234Z"));
    }

    @Test
    void a_telegram_without_a_time_is_of_its_arrival() {
        TelegramEvent event = event(Telegrams.of(AT, 1).at(null).build());

        assertThat(event.at()).isEqualTo(Instant.parse("2026-11-22T10:00:01.234Z"));
        assertThat(event.timeSource()).isEqualTo(TelegramEvent.TimeSource.ARRIVAL);
    }

    @Test
    void a_stamp_without_a_suffix_is_read_in_the_households_zone() {
        P1Time local = P1Time.of(LocalDateTime.of(2026, 7, 1, 12, 0), P1Time.Suffix.NONE);

        TelegramEvent event = event(Telegrams.of(AT, 1).at(local).build());

        assertThat(event.at()).isEqualTo(Instant.parse("2026-07-01T10:00:00Z"));
        assertThat(event.timeSource()).isEqualTo(TelegramEvent.TimeSource.METER_WITHOUT_SUFFIX);
    }

    @Test
    void a_simulated_household_is_marked() {
        assertThat(event(Telegrams.of(AT, 1)
                                .identification("FLU5\\SEM_SIMULATED")
                                .build())
                        .simulated())
                .isTrue();
        assertThat(event(Telegrams.of(AT, 1).build()).simulated()).isNull();
    }

    @Test
    void month_peaks_have_their_month_also_when_they_are_stamped_at_its_end() {
        P1Time endOfOctober = P1Time.of(LocalDateTime.of(2026, 11, 1, 0, 0), P1Time.Suffix.W);
        Telegram telegram = Telegrams.of(AT, 1)
                .runningPeak(new Peak(endOfOctober, 2_589))
                .monthPeaks(List.of(new MonthPeak(YearMonth.of(2026, 9), null, 4_200)))
                .build();

        assertThat(event(telegram).monthPeaks())
                .containsExactly(
                        new energy.sem.event.MonthPeak(YearMonth.of(2026, 9), 4_200, null, true),
                        new energy.sem.event.MonthPeak(
                                YearMonth.of(2026, 10), 2_589, Instant.parse("2026-10-31T23:00:00Z"), false));
    }

    @Test
    void a_device_that_was_never_read_is_left_out_and_one_without_a_time_has_the_telegrams() {
        Telegram telegram = Telegrams.of(AT, 1)
                .devices(List.of(
                        new MbusDevice(1, 3, MbusKind.GAS, "G", null, null, null, null, null, false, null),
                        new MbusDevice(2, 4, MbusKind.HEAT, "H", null, null, null, 5_000L, null, false, null)))
                .build();

        assertThat(event(telegram).devices())
                .containsExactly(new MBusReading(2, MBusReading.Kind.HEAT, "H", AT, null, 5_000L, null));
    }

    @Test
    void serials_that_a_telegram_leaves_out_are_given_before_it_is_judged() {
        Telegram completed = Serials.completed(
                Telegrams.of(AT, 1)
                        .serial(null)
                        .devices(List.of(
                                new MbusDevice(2, 7, MbusKind.WATER, null, null, null, 5L, null, null, false, null)))
                        .build(),
                METER.serial());

        assertThat(completed.serial()).isEqualTo("own");
        assertThat(completed.devices()).extracting(MbusDevice::serial).containsExactly("own-water2");
    }

    @Test
    void findings_name_the_serial_or_nothing_for_the_whole_event() {
        Verdict verdict = new Verdict(List.of(
                new Finding(Finding.TELEGRAM, Finding.Cause.CLOCK_AHEAD, "ahead"),
                new Finding(Finding.ELECTRICITY, Finding.Cause.REGISTER_FALLS, "falls"),
                new Finding("7SEM0000000043", Finding.Cause.IMPOSSIBLE_STEP, "leaps")));

        var event = EVENTS.event(Telegrams.of(AT, 1).build(), ARRIVAL, verdict).verdict();

        assertThat(event.plausible()).isFalse();
        assertThat(event.findings())
                .containsExactly(
                        new energy.sem.event.Verdict.Finding(null, "clock-ahead", "ahead"),
                        new energy.sem.event.Verdict.Finding("1SEM0000000042", "register-falls", "falls"),
                        new energy.sem.event.Verdict.Finding("7SEM0000000043", "impossible-step", "leaps"));
    }

    @Test
    void the_extremes_of_a_single_telegram_are_its_own_values() {
        var extremes = event(Telegrams.of(AT, 1).build()).extremes();

        assertThat(extremes.importW()).isEqualTo(642);
        assertThat(extremes.importAt()).isEqualTo(AT);
        assertThat(extremes.voltages()).containsExactly(new energy.sem.event.Extremes.VoltageRange(1, 2347, 2347));
    }

    private static TelegramEvent event(Telegram telegram) {
        return EVENTS.event(telegram, ARRIVAL, Verdict.PLAUSIBLE);
    }
}
