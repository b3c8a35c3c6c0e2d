package energy.sem.gateway.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import energy.sem.event.Electricity;
import energy.sem.event.LeftOut;
import energy.sem.event.MBusReading;
import energy.sem.event.TelegramEvent;
import energy.sem.event.TelegramEvent.TimeSource;
import energy.sem.gateway.clock.ClockState.Condition;
import energy.sem.gateway.clock.TimeChoice;
import energy.sem.gateway.meter.Ratio;
import energy.sem.gateway.meter.Transformers;
import energy.sem.p1.Crc16;
import energy.sem.p1.MbusDevice;
import energy.sem.p1.P1Time;
import energy.sem.p1.Register;
import energy.sem.p1.Telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Meters in the manner of public reports, as text on the line, and what the event says of them. Serials are our own. */
class OddMetersTest {
    private static final Path FIELD = Path.of("../../../shared/field");
    private static final Instant NOW = Instant.parse("2026-11-28T20:00:00Z");
    private static final Instant WEEK_AFTER = Instant.parse("2026-11-01T12:00:00Z");
    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
    private static final String SERIAL = "0-0:96.1.1(3153454D30303030303030303737)";

    @TempDir
    Path folder;

    private static byte[] telegram(String... lines) {
        String body = "/SEM5\\ODD\r\n\r\n" + String.join("\r\n", lines) + "\r\n!";
        byte[] bytes = body.getBytes(StandardCharsets.ISO_8859_1);
        return (body + String.format("%04X\r\n", Crc16.of(bytes, 0, bytes.length)))
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] field(String file) throws IOException {
        assumeTrue(Files.isDirectory(FIELD), "no folder ../shared/field beside the checkout: skipped");
        return Files.readAllBytes(FIELD.resolve(file));
    }

    private static void isStoredWhole(List<TelegramEvent> events) {
        assertThat(events).isNotEmpty().allSatisfy(e -> {
            assertThat(e.verdict().plausible()).isTrue();
            assertThat(e.leftOut()).isEmpty();
        });
    }

    @Test
    void voltages_against_a_star_point_are_those_that_the_meter_says() {
        List<TelegramEvent> events = new Deliveries(folder, NOW)
                .inOne(telegram(
                        "0-0:96.1.4(21110)",
                        SERIAL,
                        "0-0:1.0.0(261128204000)",
                        "1-0:1.8.1(007105.942*kWh)",
                        "1-0:1.6.0(261102010000)(08.796*kW)",
                        "1-0:1.7.0(04.800*kW)",
                        "1-0:32.7.0(133.8*V)",
                        "1-0:52.7.0(128.5*V)",
                        "1-0:72.7.0(128.5*V)"));
        isStoredWhole(events);
        TelegramEvent event = events.get(0);
        assertThat(event.electricity().phases())
                .extracting(Electricity.Phase::voltageDeciV)
                .containsExactly(1338, 1285, 1285);
        assertThat(event.electricity().registers().get(Register.IMPORT_T1_WH)).isEqualTo(7_105_942);
        assertThat(event.monthPeaks()).singleElement().satisfies(peak -> assertThat(peak.peakW())
                .isEqualTo(8796));
    }

    @Test
    void a_voltage_that_cannot_be_is_left_out_and_told_and_all_else_is_stored() {
        TelegramEvent event = new Deliveries(folder, NOW)
                .inOne(telegram(
                        SERIAL,
                        "0-0:1.0.0(261128204000W)",
                        "1-0:1.8.1(007105.942*kWh)",
                        "1-0:1.6.0(261102010000W)(08.796*kW)",
                        "1-0:1.7.0(00.400*kW)",
                        "1-0:32.7.0(999.9*V)",
                        "1-0:52.7.0(230.1*V)",
                        "0-1:24.1.0(003)",
                        "0-1:96.1.1(3753454D30303030303030303738)",
                        "0-1:24.2.3(261128203500W)(00112.384*m3)"))
                .get(0);
        assertThat(event.verdict().plausible()).isTrue();
        assertThat(event.leftOut())
                .containsExactly(new LeftOut(
                        "voltageDeciV",
                        1,
                        9999,
                        "impossible-voltage",
                        "phase 1: voltageDeciV is 999.9 V; it is 0 or between 45 and 300"));
        assertThat(event.electricity().registers().get(Register.IMPORT_T1_WH)).isEqualTo(7_105_942);
        assertThat(event.electricity().importW()).isEqualTo(400);
        assertThat(event.electricity().phases()).containsExactly(new Electricity.Phase(2, 2301, null, null, null));
        assertThat(event.extremes().voltages()).hasSize(1);
        assertThat(event.monthPeaks()).hasSize(1);
        assertThat(event.devices()).hasSize(1);
    }

    @Test
    void behind_transformers_all_is_of_the_connection_and_judged_as_the_meter_says_it() {
        Transformers transformers = new Transformers(
                Ratio.parse("200/5").orElseThrow(), Ratio.parse("10000/100").orElseThrow());
        TelegramEvent event = new Deliveries(folder, NOW, transformers)
                .inOne(telegram(
                        SERIAL,
                        "0-0:1.0.0(261128204000W)",
                        "1-0:1.8.1(000001.500*kWh)",
                        "1-0:1.7.0(00.400*kW)",
                        "1-0:32.7.0(057.7*V)",
                        "1-0:31.7.0(002.31*A)"))
                .get(0);
        isStoredWhole(List.of(event));
        assertThat(event.electricity().registers().get(Register.IMPORT_T1_WH)).isEqualTo(6_000_000);
        assertThat(event.electricity().importW()).isEqualTo(1_600_000);
        assertThat(event.electricity().phases()).containsExactly(new Electricity.Phase(1, 57_700, 9_240, null, null));
        assertThat(event.extremes().importW()).isEqualTo(1_600_000);
    }

    @ParameterizedTest
    @CsvSource({"000101000000W", "000101010000W", "000101000000S", "000101000000", "000101013000", "051231235959W"})
    void a_clock_never_set_is_stored_by_arrival_and_said(String stamp) {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        for (int i = 0; i < 3; i++) {
            stream.writeBytes(telegram(
                    SERIAL,
                    "0-0:1.0.0(" + stamp + ")",
                    "1-0:1.8.1(000427.7" + (50 + i) + "*kWh)",
                    "1-0:1.6.0(" + stamp + ")(02.000*kW)",
                    "0-1:24.1.0(003)",
                    "0-1:96.1.1(3753454D30303030303030303738)",
                    "0-1:24.2.1(" + stamp + ")(00112.38" + i + "*m3)",
                    "0-2:24.1.0(003)",
                    "0-2:96.1.1(3753454D30303030303030303739)",
                    "0-2:24.2.1(" + stamp + ")(00000.000*m3)"));
        }
        Deliveries deliveries = new Deliveries(folder, NOW);
        List<TelegramEvent> events = deliveries.oneByOne(stream.toByteArray());
        assertThat(events).extracting(TelegramEvent::at).containsExactly(NOW, NOW.plusSeconds(1), NOW.plusSeconds(2));
        assertThat(events).allSatisfy(e -> {
            assertThat(e.timeSource()).isEqualTo(TimeSource.ARRIVAL);
            assertThat(e.verdict().plausible()).isTrue();
            assertThat(e.monthPeaks()).isEmpty();
            assertThat(e.leftOut()).singleElement().satisfies(left -> assertThat(left.name())
                    .isEqualTo("monthPeaks"));
            assertThat(e.devices())
                    .as("the one never read is none")
                    .singleElement()
                    .satisfies(gas -> assertThat(gas.at()).isEqualTo(e.at()));
        });
        assertThat(deliveries.clock().condition()).isEqualTo(Condition.NEVER_SET);
    }

    @Test
    void the_gas_of_a_meter_whose_clock_is_off_has_one_time_however_often_it_is_repeated() {
        Household household = new Household(TimeChoice.AUTO, folder);
        household.meterAhead = Duration.ofDays(-90);
        Instant read = household.now().minusSeconds(120);
        for (int i = 0; i < 60; i++) {
            Telegram telegram = household.telegram(household.now()).build();
            MbusDevice gas = telegram.devices().get(0);
            P1Time stamp = P1Time.of(read.plus(household.meterAhead), BRUSSELS);
            household.hears(telegram.toBuilder()
                    .devices(List.of(new MbusDevice(
                            1, 3, gas.kind(), gas.serial(), null, stamp, 112_384L, null, null, false, null)))
                    .build());
            household.pause(Duration.ofMillis(10_000 + 300 * (i % 3)));
        }
        assertThat(household.stored())
                .flatExtracting(TelegramEvent::devices)
                .hasSize(60)
                .extracting(MBusReading::at)
                .containsOnly(read);
    }

    @Test
    void a_device_whose_own_clock_is_ahead_or_never_set_is_read_by_the_time_of_its_telegram() {
        List<TelegramEvent> events = new Deliveries(folder, NOW)
                .inOne(telegram(
                        SERIAL,
                        "0-0:1.0.0(261128204000W)",
                        "1-0:1.8.1(000427.750*kWh)",
                        "0-1:24.1.0(003)",
                        "0-1:96.1.1(3753454D30303030303030303738)",
                        "0-1:24.2.1(270101000000W)(00112.384*m3)",
                        "0-2:24.1.0(007)",
                        "0-2:96.1.1(3853454D30303030303030303739)",
                        "0-2:24.2.1(000101000000W)(00012.384*m3)",
                        "0-3:24.1.0(003)",
                        "0-3:96.1.1(3753454D30303030303030303830)",
                        "0-3:24.2.1(170614100000S)(00444.000*m3)"));
        isStoredWhole(events);
        Instant at = Instant.parse("2026-11-28T19:40:00Z");
        assertThat(events.get(0).devices())
                .extracting(MBusReading::at)
                .containsExactly(at, at, Instant.parse("2017-06-14T08:00:00Z"));
    }

    private static byte[] octoberNight() {
        ByteArrayOutputStream night = new ByteArrayOutputStream();
        Instant from = Instant.parse("2026-10-24T23:00:00Z");
        IntStream.rangeClosed(0, 16).forEach(quarter -> {
            Instant at = from.plusSeconds(900L * quarter);
            Instant gasAt = from.plusSeconds(3600L * (quarter / 4));
            DateTimeFormatter stamp = DateTimeFormatter.ofPattern("yyMMddHHmmss");
            night.writeBytes(telegram(
                    SERIAL,
                    "0-0:1.0.0(" + stamp.format(LocalDateTime.ofInstant(at, BRUSSELS)) + ")",
                    String.format("1-0:1.8.1(%06d.%03d*kWh)", 37 + quarter / 4, quarter % 4 * 250),
                    "1-0:1.7.0(01.000*kW)",
                    "0-1:24.1.0(3)",
                    "0-1:96.1.0(3753454D30303030303030303738)",
                    "0-1:24.3.0(" + stamp.format(LocalDateTime.ofInstant(gasAt, BRUSSELS))
                            + ")(00)(60)(1)(0-1:24.2.1)(m3)",
                    String.format("(00100.%03d)", 100 * (quarter / 4))));
        });
        return night.toByteArray();
    }

    private static void hasAKilowattHourInEachHour(List<TelegramEvent> events) {
        TreeMap<Instant, Long> wh = new TreeMap<>();
        events.forEach(e -> wh.put(e.at(), e.electricity().registers().get(Register.IMPORT_T1_WH)));
        isStoredWhole(events);
        assertThat(wh).hasSize(17);
        wh.forEach((at, value) -> assertThat(wh.get(wh.firstKey())
                        + Duration.between(wh.firstKey(), at).toSeconds() / 3.6)
                .isEqualTo(value.doubleValue()));
        assertThat(wh.lastKey()).isEqualTo("2026-10-25T03:00:00Z");
    }

    @Test
    void the_october_night_without_suffixes_sent_a_week_after_has_a_kilowatt_hour_in_each_hour() {
        hasAKilowattHourInEachHour(new Deliveries(folder, WEEK_AFTER).inOne(octoberNight()));
        hasAKilowattHourInEachHour(new Deliveries(folder, WEEK_AFTER).oneByOne(octoberNight()));
    }

    @Test
    void so_has_the_gas_of_a_meter_of_dsmr_2_each_hour() {
        List<TelegramEvent> events = new Deliveries(folder, WEEK_AFTER).oneByOne(octoberNight());
        assertThat(events)
                .allSatisfy(e -> assertThat(e.devices()).singleElement().satisfies(gas -> {
                    long hour = (gas.volumeLitre() - 100_000) / 100;
                    assertThat(gas.at())
                            .isEqualTo(Instant.parse("2026-10-24T23:00:00Z").plusSeconds(3600 * hour));
                }));
    }

    @Test
    void the_field_folders_october_night_too() throws IOException {
        byte[] night = field("dst-night-without-suffix.txt");
        hasAKilowattHourInEachHour(new Deliveries(folder, WEEK_AFTER).inOne(night));
        hasAKilowattHourInEachHour(new Deliveries(folder, WEEK_AFTER).oneByOne(night));
    }

    @Test
    void the_field_folders_star_voltages_too() throws IOException {
        List<TelegramEvent> events = new Deliveries(folder, NOW).inOne(field("be-iskra-ie5-star-voltages.txt"));
        isStoredWhole(events);
        assertThat(events.get(0).electricity().phases())
                .extracting(Electricity.Phase::voltageDeciV)
                .containsExactly(1338, 1285, 1285);
    }

    @Test
    void the_field_folders_clock_never_set_too() throws IOException {
        List<TelegramEvent> events = new Deliveries(folder, NOW).oneByOne(field("clock-never-set-2000-01-01-0000.txt"));
        isStoredWhole(events);
        assertThat(events).extracting(TelegramEvent::timeSource).containsOnly(TimeSource.ARRIVAL);
        assertThat(events.get(2).electricity().registers().get(Register.IMPORT_T1_WH)
                        - events.get(0).electricity().registers().get(Register.IMPORT_T1_WH))
                .isEqualTo(100);
    }
}
