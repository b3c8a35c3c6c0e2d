package energy.sem.p1;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static energy.sem.p1.Samples.belgianWith;
import static energy.sem.p1.Samples.bytes;
import static energy.sem.p1.Samples.telegram;
import static org.assertj.core.api.Assertions.assertThat;

class TelegramDecoderTest {

    private static Telegram decode(byte[] bytes) {
        return TelegramDecoder.decode(bytes, 0, bytes.length);
    }

    private static Telegram decode(String... lines) {
        return decode(telegram(lines));
    }

    @Test
    void a_belgian_telegram_is_read_whole_in_base_units() {
        Telegram t = decode(Samples.belgian());
        assertThat(t.identification()).isEqualTo("SEM5\\SAMPLE");
        assertThat(t.version()).isEqualTo("50217");
        assertThat(t.dialect()).isEqualTo(Dialect.EMUCS_1_7);
        assertThat(t.serial()).isEqualTo("1SEM1000000011");
        assertThat(t.at().instant()).contains(Instant.parse("2024-10-18T07:14:00Z"));
        assertThat(t.registers())
                .isEqualTo(RegisterValues.of(Map.of(
                        Register.IMPORT_T1_WH, 1_234_567L,
                        Register.IMPORT_T2_WH, 2_345_678L,
                        Register.EXPORT_T1_WH, 345_100L,
                        Register.EXPORT_T2_WH, 120_011L)));
        assertThat(t.tariff()).isEqualTo(1);
        assertThat(t.importW()).isEqualTo(642);
        assertThat(t.exportW()).isZero();
        assertThat(t.phases())
                .containsExactly(
                        new Phase(1, 2347, 171, 402, 0), new Phase(2, 2351, 102, 240, 0), new Phase(3, 2339, 0, 0, 0));
        assertThat(t.demandW()).isEqualTo(2351);
        assertThat(t.runningPeak().demandW()).isEqualTo(2589);
        assertThat(t.runningPeak().at().instant()).contains(Instant.parse("2024-10-09T11:45:00Z"));
        assertThat(t.connection().breaker()).isEqualTo(SwitchState.CONNECTED);
        assertThat(t.connection().limiterW()).isEqualTo(999_900);
        assertThat(t.connection().activeLimitW()).isNull();
        assertThat(t.connection().fuseCentiA()).isEqualTo(99_900);
        assertThat(t.connection().activeFuseCentiA()).isNull();
        assertThat(t.message()).isEmpty();
        assertThat(t.messageCode()).isNull();
        assertThat(t.others()).isEmpty();
        assertThat(t.warnings()).isEmpty();
        assertThat(t.crc()).isEqualTo(CrcState.UNCHECKED);
    }

    @Test
    void devices_are_told_by_type_and_serial() {
        List<MbusDevice> devices = decode(Samples.belgian()).devices();
        assertThat(devices).extracting(MbusDevice::kind).containsExactly(MbusKind.GAS, MbusKind.WATER);
        assertThat(devices).extracting(MbusDevice::serial).containsExactly("7SEM1000000012", "8SEM1000000013");
        assertThat(devices).extracting(MbusDevice::volumeLitre).containsExactly(112_384L, 872_234L);
        assertThat(devices).extracting(MbusDevice::temperatureCorrected).containsExactly(false, true);
        assertThat(devices).extracting(MbusDevice::valve).containsExactly(SwitchState.CONNECTED, null);
        assertThat(devices.get(0).at().instant()).contains(Instant.parse("2024-10-18T07:10:05Z"));
    }

    @Test
    void a_dutch_telegram_of_before_the_crc_has_its_gas_on_two_lines() {
        Telegram t = decode(bytes(Samples.DSMR_2_2));
        assertThat(t.dialect()).isEqualTo(Dialect.DSMR_2_2);
        assertThat(t.crc()).isEqualTo(CrcState.ABSENT);
        assertThat(t.at()).isNull();
        assertThat(t.serial()).isEqualTo("SEM22");
        MbusDevice gas = t.devices().get(0);
        assertThat(gas.volumeLitre()).isEqualTo(7_890_693);
        assertThat(gas.serial()).isEqualTo("SEM23");
        assertThat(gas.at().suffix()).isEqualTo(P1Time.Suffix.NONE);
        assertThat(t.others()).isEmpty();
        assertThat(t.warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1-0:1.8.0(000025.653*kWh), 25653",
        "1-0:1.8.0(000025.653kWh), 25653",
        "1-0:1.8.0(000025.653), 25653",
        "1-0:1.8.0(006545766*Wh), 6545766",
        "1-0:1.8.0(000025.6*kWh), 25600",
        "1-0:1.8.0(25*kWh), 25000",
        "1-0:1.8.0(1.234567*MWh), 1234567",
        "1-0:1.8.0(000025.6539*kWh), 25653",
        "1-0:1.8.0.255(000025.653*kWh), 25653",
        "1-0:1.8.0*255(000025.653*kWh), 25653",
        "1-0:1.8.0(999999.999*kWh), 999999999",
    })
    void energies_become_Wh_by_the_unit_written(String line, long wh) {
        assertThat(decode(line).registers().get(Register.IMPORT_WH)).isEqualTo(wh);
    }

    @ParameterizedTest
    @CsvSource({
        "1-0:1.7.0(00.642*kW), 642",
        "1-0:1.7.0(00.642kW), 642",
        "1-0:1.7.0(04529*W), 4529",
        "1-0:1.7.0(0888.88*kW), 888880",
        "1-0:1.7.0(-00.250*kW), 0",
    })
    void powers_become_W_by_the_unit_written(String line, int w) {
        assertThat(decode(line).importW()).isEqualTo(w);
    }

    @ParameterizedTest
    @CsvSource({
        "003, 0-1:24.2.1(101209112500W)(12785.123*m3), GAS, 12785123, , ",
        "003, 0-1:24.2.3(101209112500W)(12785.12*m3), GAS, 12785120, , ",
        "007, 0-1:24.2.1(101209112500W)(00012*dm3), WATER, 12, , ",
        "006, 0-1:24.2.1(101209112500W)(872.234), WATER, 872234, , ",
        "004, 0-1:24.2.1(101209112500W)(012.34*GJ), HEAT, , 12340, ",
        "012, 0-1:24.2.1(101209112500W)(0012345*MJ), HEAT, , 12345, ",
        "004, 0-1:24.2.1(101209112500W)(1.234), HEAT, , 1234, ",
        "002, 0-1:24.2.1(101209112500W)(00012.345*kWh), ELECTRICITY, , , 12345",
    })
    void readings_of_devices_become_base_units_in_any_order_of_lines(
            String type, String reading, MbusKind kind, Long litre, Long mj, Long wh) {
        String typeLine = "0-1:24.1.0(" + type + ")";
        for (List<String> lines : List.of(List.of(typeLine, reading), List.of(reading, typeLine))) {
            MbusDevice device = decode(telegram(lines)).devices().get(0);
            assertThat(device.kind()).isEqualTo(kind);
            assertThat(device.volumeLitre()).isEqualTo(litre);
            assertThat(device.heatMj()).isEqualTo(mj);
            assertThat(device.energyWh()).isEqualTo(wh);
            assertThat(device.at()).isNotNull();
        }
    }

    /** 1970 and 2000 are where clocks begin. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "24.2.3(632525252525W)(00000.000)",
                "24.2.1(700101010000W)(00012.000*m3)",
                "24.2.1(000101000000W)(00000.000*m3)",
                "24.2.1(000101010000W)(00000.000)",
                "24.3.0(000101010000)(00)(60)(1)(0-1:24.2.1)(m3)(00000.000)"
            })
    void a_value_never_read_is_null_with_its_time(String reading) {
        MbusDevice device =
                decode("0-1:24.1.0(003)", "0-1:" + reading).devices().get(0);
        assertThat(device.at()).isNull();
        assertThat(device.volumeLitre()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "24.2.1(000101000000W)(00112.384*m3)",
                "24.2.3(000101010000W)(00112.384*m3)",
                "24.2.1(001231235959S)(00112.384)",
                "24.3.0(000714120000)(00)(60)(1)(0-1:24.2.1)(m3)(00112.384)"
            })
    void a_value_read_by_a_clock_that_was_never_set_counts_and_has_no_time(String reading) {
        MbusDevice device =
                decode("0-1:24.1.0(003)", "0-1:" + reading).devices().get(0);
        assertThat(device.volumeLitre()).isEqualTo(112_384);
        assertThat(device.at()).isNull();
    }

    @Test
    void month_peaks_belong_to_the_month_before_their_label_sorted_and_with_gaps() {
        Telegram t = decode("0-0:98.1.0(3)(1-0:1.6.0)(1-0:1.6.0)(240401000000S)(240331234500S)(03.000*kW)"
                + "(240101000000W)(240101000000W)(04.328*kW)(231101000000W)(632525252525W)(00.000*kW)");
        assertThat(t.monthPeaks())
                .extracting(MonthPeak::month)
                .containsExactly(YearMonth.of(2023, 10), YearMonth.of(2023, 12), YearMonth.of(2024, 3));
        assertThat(t.monthPeaks()).extracting(MonthPeak::demandW).containsExactly(0, 4328, 3000);
        assertThat(t.monthPeaks().get(0).at()).isNull();
        assertThat(t.monthPeaks().get(1).at().instant()).contains(Instant.parse("2023-12-31T23:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0-0:98.1.0(0)(1-0:1.6.0)(1-0:1.6.0)()",
                "0-0:98.1.0(0)(1-0:1.6.0)(1-0:1.6.0)",
                "1-0:99.97.0(0)(0-0:96.7.19)",
                "1-0:99.97.0()"
            })
    void empty_lists_are_empty(String line) {
        Telegram t = decode(line);
        assertThat(t.monthPeaks()).isEmpty();
        assertThat(t.quality().log()).isEmpty();
        assertThat(t.warnings()).isEmpty();
        assertThat(t.others()).isEmpty();
    }

    @Test
    void another_meaning_of_98_1_0_is_not_taken_for_month_peaks() {
        Telegram t = decode("0-0:98.1.0(230801000000S)(000663.924*kWh)", "1-0:1.8.0(000812.421*kWh)");
        assertThat(t.monthPeaks()).isEmpty();
        assertThat(t.dialect()).isEqualTo(Dialect.HUNGARY);
        assertThat(t.others())
                .containsExactly(new UnknownObject("0-0:98.1.0", List.of("230801000000S", "000663.924*kWh")));
        assertThat(t.warnings()).isEmpty();
    }

    @Test
    void a_relay_is_not_the_breaker() {
        Telegram t = decode("0-0:96.3.10(1)", "0-1:96.3.10(0)", "0-4:96.3.10(2)");
        assertThat(t.connection().breaker()).isEqualTo(SwitchState.CONNECTED);
        assertThat(t.connection().relays())
                .containsExactly(
                        new Relay(1, SwitchState.DISCONNECTED), new Relay(4, SwitchState.READY_FOR_RECONNECTION));
        assertThat(t.devices()).isEmpty();
    }

    @Test
    void failures_sags_and_swells_are_counted_by_phase() {
        PowerQuality q = decode(
                        "0-0:96.7.21(00015)",
                        "0-0:96.7.9(00007)",
                        "1-0:99.97.0(2)(0-0:96.7.19)(101208152415W)(0000000240*s)(101208151004W)(2147583646*s)",
                        "1-0:32.32.0(00001)",
                        "1-0:72.32.0(00100)",
                        "1-0:32.36.0(00002)")
                .quality();
        assertThat(q.failures()).isEqualTo(15);
        assertThat(q.longFailures()).isEqualTo(7);
        assertThat(q.log()).extracting(PowerFailure::seconds).containsExactly(240L, 2_147_583_646L);
        assertThat(q.voltage()).containsExactly(new VoltageEvents(1, 1, 2), new VoltageEvents(3, 100, null));
    }

    @ParameterizedTest
    @CsvSource({
        "0-0:96.1.4(50210), EMUCS_1_3",
        "0-0:96.1.4(50213), EMUCS_1_3",
        "0-0:96.1.4(50214), EMUCS_1_4",
        "0-0:96.1.4(50216), EMUCS_1_4",
        "0-0:96.1.4(50217), EMUCS_1_7",
        "0-0:96.1.4(50221), EMUCS_2_1",
        "1-3:0.2.8(40), DSMR_4",
        "1-3:0.2.8(42), DSMR_4",
        "1-3:0.2.8(50), DSMR_5",
        "1-0:1.7.0(0001.23*kW), DSMR_2_2",
        "1-0:1.7.0(001.23*kW), DSMR_3",
    })
    void the_dialect_is_told_by_the_version_or_without_one_by_the_width_of_the_power(String line, Dialect dialect) {
        assertThat(decode(line, "1-0:1.8.1(000001.000*kWh)").dialect()).isEqualTo(dialect);
    }

    @Test
    void dialects_without_a_version_line_are_told_by_their_objects() {
        assertThat(decode("0-0:42.0.0(53454D31)", "1-3:0.2.8(42)", "1-0:1.8.0(000025.653*kWh)"))
                .returns(Dialect.LUXEMBOURG, Telegram::dialect)
                .returns("SEM1", Telegram::serial);
        assertThat(decode("1-0:1.8.0(00025.653*kWh)", "1-0:3.8.0(00000.835*kvarh)")
                        .dialect())
                .isEqualTo(Dialect.SWEDEN);
        assertThat(decode("1-3:0.2.8(50)", "1-0:1.8.0(000025653*Wh)").dialect()).isEqualTo(Dialect.AUSTRIA);
        assertThat(decode("0-1:24.1.0(004)", "0-1:24.2.1(201126122555W)(0001.234*GJ)")
                        .dialect())
                .isEqualTo(Dialect.HEAT);
        assertThat(decode("1-0:13.7.0(0.999)").dialect()).isEqualTo(Dialect.OTHER);
    }

    @Test
    void a_hungarian_telegram_has_its_own_words() {
        Telegram t = decode(
                "0-0:42.0.0(SEM1030303218166)",
                "0-0:96.1.0(9903218166)",
                "0-0:96.14.0(TARIFF 2)",
                "0-0:96.50.68(ON)",
                "0-0:17.0.0(24000*W)",
                "1-0:1.8.1(000470.111*kWh)");
        assertThat(t.dialect()).isEqualTo(Dialect.HUNGARY);
        assertThat(t.serial()).isEqualTo("9903218166");
        assertThat(t.tariff()).isEqualTo(2);
        assertThat(t.connection().breaker()).isEqualTo(SwitchState.CONNECTED);
        assertThat(t.connection().activeLimitW()).isEqualTo(24_000);
        assertThat(t.others()).containsExactly(new UnknownObject("0-0:42.0.0", List.of("SEM1030303218166")));
    }

    @Test
    void unknown_objects_are_kept_as_text_without_a_warning() {
        Telegram t = decode("1-0:9.8.0(000000.835*kVAh)", "1-1:31.4.0(100*A)(-063*A)", "0-0:C.1.0(x)");
        assertThat(t.others())
                .containsExactly(
                        new UnknownObject("1-0:9.8.0", List.of("000000.835*kVAh")),
                        new UnknownObject("1-1:31.4.0", List.of("100*A", "-063*A")),
                        new UnknownObject("0-0:C.1.0", List.of("x")));
        assertThat(t.warnings()).isEmpty();
    }

    @Test
    void a_suffix_against_the_calendar_is_believed_and_reported() {
        Telegram t = decode(belgianWith("0-0:1.0.0(250701120000W)"));
        assertThat(t.at().instant()).contains(Instant.parse("2025-07-01T11:00:00Z"));
        assertThat(t.warnings())
                .singleElement(org.assertj.core.api.InstanceOfAssertFactories.STRING)
                .contains("2025-07-01T12:00W");
    }

    @Test
    void identifiers_that_are_not_hexadecimal_text_stay_as_written() {
        assertThat(decode("0-0:96.1.1(E0012345)", "1-0:1.8.0(1*kWh)").serial()).isEqualTo("E0012345");
        assertThat(decode("0-0:96.1.1(00FF)", "1-0:1.8.0(1*kWh)").serial()).isEqualTo("00FF");
        assertThat(decode("0-0:96.1.1()", "1-0:1.8.0(1*kWh)").serial()).isNull();
    }

    @Test
    void an_identifier_that_is_not_taken_as_serial_is_kept() {
        Telegram t =
                decode("0-0:96.1.1(53454D31)", "0-0:96.1.0(53454D32)", "0-1:96.1.0(53454D33)", "0-1:96.1.1(53454D34)");
        assertThat(t.serial()).isEqualTo("SEM1");
        assertThat(t.devices().get(0).serial()).isEqualTo("SEM3");
        assertThat(t.others())
                .containsExactly(
                        new UnknownObject("0-0:96.1.0", List.of("53454D32")),
                        new UnknownObject("0-1:96.1.1", List.of("53454D34")));
    }

    @Test
    void a_header_without_blank_line_is_as_good() {
        byte[] bytes = Samples.withCrc("/SEM5\\X\r\n1-0:1.7.0(00.642*kW)\r\n!");
        assertThat(decode(bytes).importW()).isEqualTo(642);
    }

    @Property(tries = 200)
    void the_order_of_lines_does_not_matter(@ForAll long seed) {
        List<String> lines = new ArrayList<>(Samples.BELGIAN);
        Collections.shuffle(lines, new Random(seed));
        assertThat(decode(telegram(lines))).isEqualTo(decode(Samples.belgian()));
    }
}
