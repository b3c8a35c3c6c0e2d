package energy.sem.event;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import energy.sem.p1.CrcState;
import energy.sem.p1.Finding;
import energy.sem.p1.Judged;
import energy.sem.p1.Register;
import energy.sem.p1.RegisterValues;
import energy.sem.p1.Telegram;
import energy.sem.p1.TelegramTimes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TelegramEventsTest {

    private static final Instant ARRIVAL = Instant.parse("2024-10-18T07:14:00.987654Z");
    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
    private static final TelegramEvents EVENTS = new TelegramEvents("home", "home-serial", BRUSSELS);

    private static TelegramEvent event(Telegram telegram) {
        return event(telegram, energy.sem.p1.Verdict.PLAUSIBLE);
    }

    private static TelegramEvent event(Telegram telegram, energy.sem.p1.Verdict verdict) {
        return EVENTS.event(
                new Judged(telegram, List.of(), verdict),
                TelegramTimes.asStated(telegram, BRUSSELS, ARRIVAL),
                ARRIVAL,
                null);
    }

    /** By arrival, though the telegram has a stamp of its own. */
    private static TelegramEvent byArrival(Telegram telegram, String meterAt) {
        Instant at = ARRIVAL.truncatedTo(ChronoUnit.MILLIS);
        TelegramTimes times = new TelegramTimes(
                at,
                TelegramTimes.Source.ARRIVAL,
                Instant.parse(meterAt),
                telegram.devices().stream().map(d -> at).toList(),
                false);
        return EVENTS.event(new Judged(telegram, List.of(), energy.sem.p1.Verdict.PLAUSIBLE), times, ARRIVAL, null);
    }

    @Test
    void an_event_says_exactly_what_the_telegram_says() {
        TelegramEvent e = event(Telegrams.belgian());
        assertThat(e.version()).isEqualTo(1);
        assertThat(e.meter()).isEqualTo("home");
        assertThat(e.at()).isEqualTo("2024-10-18T07:14:00Z");
        assertThat(e.timeSource()).isEqualTo(TelegramEvent.TimeSource.METER);
        assertThat(e.receivedAt()).isEqualTo("2024-10-18T07:14:00.987Z");
        assertThat(e.simulated()).isNull();
        assertThat(e.dialect()).isEqualTo("EMUCS_1_7");
        assertThat(e.p1Version()).isEqualTo("50217");
        assertThat(e.crc()).isEqualTo(TelegramEvent.Crc.VALID);
        assertThat(e.electricity())
                .isEqualTo(new Electricity(
                        "1SEM2000000011",
                        1,
                        RegisterValues.of(Map.of(
                                Register.IMPORT_T1_WH, 1_234_567L,
                                Register.IMPORT_T2_WH, 2_345_678L,
                                Register.EXPORT_T1_WH, 345_100L,
                                Register.EXPORT_T2_WH, 120_011L)),
                        642,
                        0,
                        2351,
                        List.of(new Electricity.Phase(1, 2347, 171, null, null))));
        assertThat(e.verdict()).isEqualTo(new Verdict(true, List.of()));
        assertThat(e.unknown()).containsExactly(new UnknownObject("1-0:9.8.0", List.of("000000.835*kVAh")));
    }

    @Test
    void the_running_month_is_open_and_past_months_are_closed() {
        assertThat(event(Telegrams.belgian()).monthPeaks())
                .containsExactly(
                        new MonthPeak(YearMonth.of(2024, 9), 5980, Instant.parse("2024-09-05T10:15:00Z"), true),
                        new MonthPeak(YearMonth.of(2024, 10), 2589, Instant.parse("2024-10-09T11:45:00Z"), false));
    }

    @Test
    void a_running_peak_in_the_last_quarter_of_a_month_belongs_to_that_month_and_one_never_read_to_none() {
        assertThat(event(Telegrams.read("1-0:1.6.0(241101000000W)(02.589*kW)")).monthPeaks())
                .extracting(MonthPeak::month)
                .containsExactly(YearMonth.of(2024, 10));
        assertThat(event(Telegrams.read("1-0:1.6.0(632525252525W)(00.000*kW)")).monthPeaks())
                .isEmpty();
    }

    @Test
    void a_device_never_read_is_not_in_the_event() {
        assertThat(event(Telegrams.belgian()).devices())
                .containsExactly(new MBusReading(
                        1,
                        MBusReading.Kind.GAS,
                        "7SEM2000000012",
                        Instant.parse("2024-10-18T07:10:05Z"),
                        112_384L,
                        null,
                        null));
    }

    @Test
    void without_serial_numbers_the_configured_one_stands_in() {
        TelegramEvent e = event(
                Telegrams.read("1-0:1.8.0(1.000*kWh)", "0-1:24.1.0(004)", "0-1:24.2.1(241018091005S)(0001.234*GJ)"));
        assertThat(e.electricity().serial()).isEqualTo("home-serial");
        assertThat(e.devices()).extracting(MBusReading::serial).containsExactly("home-serial-heat1");
        assertThat(e.devices()).extracting(MBusReading::heatMj).containsExactly(1234L);
    }

    @Test
    void a_port_without_electricity_has_none_in_its_event() {
        assertThat(event(Telegrams.read("0-1:24.1.0(004)", "0-1:24.2.1(241018091005S)(0001.234*GJ)"))
                        .electricity())
                .isNull();
    }

    @Test
    void a_telegram_without_a_time_has_that_of_its_arrival_and_one_without_suffix_the_zones() {
        TelegramEvent without = event(Telegrams.read("1-0:1.8.0(1.000*kWh)"));
        assertThat(without.at()).isEqualTo("2024-10-18T07:14:00.987Z");
        assertThat(without.timeSource()).isEqualTo(TelegramEvent.TimeSource.ARRIVAL);
        TelegramEvent local = event(Telegrams.read("1-0:1.8.0(1.000*kWh)", "0-0:1.0.0(241018091300)"));
        assertThat(local.at()).isEqualTo("2024-10-18T07:13:00Z");
        assertThat(local.timeSource()).isEqualTo(TelegramEvent.TimeSource.METER_WITHOUT_SUFFIX);
    }

    @Test
    void the_checksum_is_valid_repaired_or_absent_and_an_unchecked_one_makes_no_event() {
        Telegram t = Telegrams.belgian();
        assertThat(event(t.toBuilder().repaired(true).build()).crc()).isEqualTo(TelegramEvent.Crc.REPAIRED);
        assertThat(event(t.toBuilder().crc(CrcState.ABSENT).build()).crc()).isEqualTo(TelegramEvent.Crc.ABSENT);
        Telegram unchecked = t.toBuilder().crc(CrcState.UNCHECKED).build();
        assertThatThrownBy(() -> event(unchecked)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_finding_names_the_serial_it_is_about_and_none_when_it_is_about_everything() {
        energy.sem.p1.Verdict verdict = new energy.sem.p1.Verdict(List.of(
                new Finding(Finding.TELEGRAM, Finding.Cause.CLOCK_AHEAD, "a"),
                new Finding(Finding.ELECTRICITY, Finding.Cause.REGISTER_FALLS, "b"),
                new Finding("7SEM2000000012", Finding.Cause.IMPOSSIBLE_STEP, "c")));
        Verdict in = event(Telegrams.belgian(), verdict).verdict();
        assertThat(in.plausible()).isFalse();
        assertThat(in.findings())
                .containsExactly(
                        new Verdict.Finding(null, "clock-ahead", "a"),
                        new Verdict.Finding("1SEM2000000011", "register-falls", "b"),
                        new Verdict.Finding("7SEM2000000012", "impossible-step", "c"));
        assertThat(event(
                                Telegrams.read("0-3:24.1.0(003)", "0-3:24.2.1(241018091005S)(1.000*m3)"),
                                new energy.sem.p1.Verdict(
                                        List.of(new Finding("channel 3", Finding.Cause.IMPOSSIBLE_STEP, "d"))))
                        .verdict()
                        .findings())
                .extracting(Verdict.Finding::serial)
                .containsExactly("home-serial-gas3");
    }

    @Test
    void what_was_left_out_is_told_beside_what_counts() {
        Telegram telegram = Telegrams.belgian();
        energy.sem.p1.LeftOut volts = new energy.sem.p1.LeftOut(
                "voltageDeciV", 2, 9999, energy.sem.p1.LeftOut.Cause.IMPOSSIBLE_VOLTAGE, "phase 2: 999.9 V");
        TelegramEvent e = EVENTS.event(
                new Judged(telegram, List.of(volts), energy.sem.p1.Verdict.PLAUSIBLE),
                TelegramTimes.asStated(telegram, BRUSSELS, ARRIVAL),
                ARRIVAL,
                null);
        assertThat(e.leftOut())
                .containsExactly(new LeftOut("voltageDeciV", 2, 9999, "impossible-voltage", "phase 2: 999.9 V"));
        assertThat(e.verdict().plausible()).isTrue();
    }

    @Test
    void by_arrival_the_event_says_what_the_meters_clock_said() {
        TelegramEvent e = byArrival(Telegrams.belgian(), "2024-10-18T05:00:00Z");
        assertThat(e.at()).isEqualTo("2024-10-18T07:14:00.987Z");
        assertThat(e.timeSource()).isEqualTo(TelegramEvent.TimeSource.ARRIVAL);
        assertThat(e.meterAt()).isEqualTo("2024-10-18T05:00:00Z");
        assertThat(e.monthPeaks()).hasSize(2);
    }

    @Test
    void the_month_peaks_of_a_clock_a_day_off_are_left_out_and_told() {
        TelegramEvent e = byArrival(Telegrams.belgian(), "2024-10-17T07:14:00Z");
        assertThat(e.monthPeaks()).isEmpty();
        assertThat(e.leftOut()).singleElement().satisfies(left -> {
            assertThat(left.name()).isEqualTo("monthPeaks");
            assertThat(left.value()).isEqualTo(2);
            assertThat(left.cause()).isEqualTo("clock");
        });
    }

    @Test
    void a_month_before_there_were_meters_or_to_come_is_left_out_alone() {
        TelegramEvent e = event(Telegrams.read(
                "0-0:1.0.0(241018091400S)",
                "1-0:1.8.1(1.000*kWh)",
                "1-0:1.6.0(000101000000W)(02.589*kW)",
                "0-0:98.1.0(3)(1-0:1.6.0)(1-0:1.6.0)(000201000000W)(000105121500W)(05.980*kW)"
                        + "(241001000000S)(000105121500W)(04.000*kW)(250301000000W)(250205121500W)(03.000*kW)"));
        assertThat(e.monthPeaks()).containsExactly(new MonthPeak(YearMonth.of(2024, 9), 4000, null, true));
        assertThat(e.leftOut()).extracting(LeftOut::value).containsExactly(5980L, 3000L, 2589L);
    }

    @Test
    void a_simulated_household_says_so() {
        Telegram simulated = Telegrams.belgian().toBuilder()
                .identification("SEM5\\SIMULATED")
                .build();
        assertThat(event(simulated).simulated()).isTrue();
    }
}
