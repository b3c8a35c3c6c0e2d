package energy.sem.p1;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Values that meters write in a place, with a sign or beside another one that no standard has, and that count. */
class OddValuesTest {

    private static Telegram read(String... lines) {
        return only(Heard.of(Samples.telegram(lines)));
    }

    private static Telegram readWithoutCrc(String... lines) {
        return only(Heard.of(Samples.bytes("/SEM5\\SAMPLE\r\n\r\n" + String.join("\r\n", lines) + "\r\n!\r\n")));
    }

    private static Telegram only(Heard heard) {
        assertThat(heard.rejected).isEmpty();
        assertThat(heard.telegrams).hasSize(1);
        return heard.telegrams.get(0);
    }

    private static Long importT1Wh(Telegram t) {
        return t.registers().get(Register.IMPORT_T1_WH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1-0:1.8.1(000123.456*kWh) ",
                "1-0:1.8.1(000123.456*kWh)\t",
                "1-0:1.8.1(000123.456*kWh)\0\0",
                " 1-0:1.8.1(000123.456*kWh)",
                "\t1-0:1.8.1(000123.456*kWh)",
                "\0\0001-0:1.8.1(000123.456*kWh)",
                "1-0:1.8.1 (000123.456*kWh)",
                " \r\n1-0:1.8.1(000123.456*kWh)",
            })
    void blanks_around_an_object_cost_nothing_with_and_without_a_checksum(String line) {
        for (Telegram t : List.of(read(line, "0-0:96.14.0(0002)"), readWithoutCrc(line, "0-0:96.14.0(0002)"))) {
            assertThat(importT1Wh(t)).isEqualTo(123_456);
            assertThat(t.tariff()).isEqualTo(2);
            assertThat(t.warnings()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0-1:24.2.1(261128115500W) (00012.345*m3)",
                "0-1:24.2.1((261128115500W)(00012.345*m3))",
                "0-1:24.2.1((00012.345*m3)(261128115500W))",
                "0-1:24.3.0(261128115500W)(00)(60)(1)(0-1:24.2.1)(m3) \r\n (00012.345)",
                "0-1:24.3.0(261128115500W)(00)(60)(1)(0-1:24.2.1)(m3)(00012.345*m3)",
                "0-1:24.2.1(261128115500W)(00012.345*Nm3)",
            })
    void gas_of_these_forms_is_12345_litres_at_its_time(String line) {
        for (Telegram t : List.of(read("0-1:24.1.0(003)", line), readWithoutCrc("0-1:24.1.0(003)", line))) {
            assertThat(t.devices().get(0).volumeLitre()).isEqualTo(12_345);
            assertThat(t.devices().get(0).at()).hasToString("2026-11-28T11:55W");
            assertThat(t.warnings()).isEmpty();
        }
    }

    @Test
    void a_list_in_one_more_pair_of_brackets_is_the_list() {
        assertThat(readWithoutCrc("1-0:0.2.0((E)(R))", "1-0:1.8.1(1*kWh)").others())
                .containsExactly(new UnknownObject("1-0:0.2.0", List.of("E", "R")));
    }

    @Test
    void a_telegram_with_blanks_and_another_checksum_is_whole() {
        byte[] body = Samples.bytes("/SEM5\\SAMPLE\r\n\r\n1-0:1.8.1(000123.456*kWh) \r\n!");
        String x25 = String.format("%04X\r\n", Checksum.X_25.of(body, 0, body.length));
        assertThat(importT1Wh(only(Heard.of(body, Samples.bytes(x25))))).isEqualTo(123_456);
    }

    @ParameterizedTest
    @CsvSource({
        "1-0:1.8.2(000200.000(kWh)), 1-0:1.8.2",
        "1-0:1.8.2(000200.000, 1-0:1.8.2",
        "1-0:1.8.9(000009.000*kWh), 1-0:1.8.9",
        "1-0:2.8.63(000009.000*kWh), 1-0:2.8.63",
        "'1-0:1.8.2(000100,123*kWh)', 1-0:1.8.2",
    })
    void a_register_that_does_not_read_is_named(String line, String code) {
        Telegram t = read("1-0:1.8.1(000123.456*kWh)", line);
        assertThat(importT1Wh(t)).isEqualTo(123_456);
        assertThat(t.notUnderstood()).containsExactly(code);
    }

    @ParameterizedTest
    @CsvSource({
        // total, tariff 1, tariff 2: import, named
        "000000.000, 000100.000, 000200.000, 300000, true",
        "000000, 000100.000, 000200.000, 300000, true",
        "000000.000, 000000.000, 000000.000, 0, false",
        "000000, 000001.200, 000003.400, 0, false",
        "000250.000, 000100.000, 000200.000, 250000, false",
        "000250.000, 000000.000, 000000.000, 250000, false",
    })
    void a_total_that_stays_at_zero_beside_tariffs_is_none(
            String total, String first, String second, long importWh, boolean named) {
        Telegram t = read(
                "1-0:1.8.0(" + total + "*kWh)",
                "1-0:1.8.1(" + first + "*kWh)",
                "1-0:1.8.2(" + second + "*kWh)",
                "1-0:2.8.0(000007.000*kWh)");
        assertThat(t.registers().total(Direction.IMPORT)).isEqualTo(importWh);
        assertThat(t.registers().total(Direction.EXPORT)).isEqualTo(7000);
        assertThat(t.notUnderstood()).isEqualTo(named ? List.of("1-0:1.8.0") : List.of());
    }

    @ParameterizedTest
    @CsvSource({
        "-00.500, , 0, 500",
        "-00.500, 00.000, 0, 500",
        "-00.500, 00.500, 0, 500",
        "00.000, -00.500, 0, 500",
        "00.500, -00.500, 500, 0",
        ", -00.500, 500, 0",
        "00.500, 00.000, 500, 0",
        "00.500, , 500,",
    })
    void a_power_with_a_sign_flows_the_other_way(String in, String out, Integer importW, Integer exportW) {
        Telegram whole = read(powers("1-0:1.7.0", in, "1-0:2.7.0", out));
        assertThat(whole.importW()).isEqualTo(importW);
        assertThat(whole.exportW()).isEqualTo(exportW);
        assertThat(read(powers("1-0:41.7.0", in, "1-0:42.7.0", out)).phases())
                .containsExactly(new Phase(2, null, null, importW, exportW));
    }

    private static String[] powers(String inCode, String in, String outCode, String out) {
        return new String[] {
            "1-0:1.8.1(000123.456*kWh)",
            in == null ? "0-0:96.13.0()" : inCode + "(" + in + "*kW)",
            out == null ? "0-0:96.13.0()" : outCode + "(" + out + "*kW)"
        };
    }

    @Test
    void each_kind_of_value_is_of_the_lowest_channel_that_has_it() {
        Telegram t = read(
                "1-0:3.8.0(000001.000*kvarh)",
                "1-0:32.7.0(230.1*V)",
                "1-1:1.8.1(000123.456*kWh)",
                "1-1:3.8.0(000009.000*kvarh)",
                "1-1:1.7.0(01.500*kW)",
                "1-1:32.7.0(999.9*V)");
        assertThat(importT1Wh(t)).isEqualTo(123_456);
        assertThat(t.registers().get(Register.REACTIVE_IMPORT_VARH)).isEqualTo(1000);
        assertThat(t.importW()).isEqualTo(1500);
        assertThat(t.phases()).containsExactly(new Phase(1, 2301, null, null, null));
        assertThat(t.others()).extracting(UnknownObject::code).containsExactly("1-1:3.8.0", "1-1:32.7.0");
    }

    @ParameterizedTest
    @CsvSource({
        "261128240000W, 2026-11-29T00:00W",
        "261231240000W, 2027-01-01T00:00W",
        "261128236000W, 2026-11-29T00:00W",
        "261128115960W, 2026-11-28T12:00W",
        "261128240001W,",
        "261128246000W,",
        "261128250000W,",
        "261128236001W,",
        "260229120000W,",
        "000000000000W,",
    })
    void the_end_of_a_day_an_hour_and_a_minute_is_a_time(String stamp, String at) {
        Telegram t = read("0-0:1.0.0(" + stamp + ")", "1-0:1.8.1(000123.456*kWh)");
        assertThat(t.at() == null ? null : t.at().toString()).isEqualTo(at);
        assertThat(t.notUnderstood()).isEqualTo(at == null ? List.of("0-0:1.0.0") : List.of());
    }

    @Test
    void a_month_peak_labelled_with_the_end_of_its_month_is_of_that_month() {
        Telegram t = read(
                "0-0:96.1.4(50217)",
                "0-0:98.1.0(1)(1-0:1.6.0)(1-0:1.6.0)(261031240000W)(261031240000W)(03.695*kW)",
                "1-0:1.8.1(000123.456*kWh)");
        assertThat(t.monthPeaks()).hasSize(1);
        assertThat(t.monthPeaks().get(0).month()).hasToString("2026-10");
        assertThat(t.monthPeaks().get(0).at()).hasToString("2026-11-01T00:00W");
    }

    @Test
    void date_and_time_that_are_no_moment_are_named() {
        Telegram t = read("0-0:0.9.1(250000)", "0-0:0.9.2(261128)", "1-0:1.8.1(000123.456*kWh)");
        assertThat(t.at()).isNull();
        assertThat(t.notUnderstood()).containsExactly("0-0:0.9.1", "0-0:0.9.2");
    }

    @ParameterizedTest
    @CsvSource({
        "07EA0A19FF021E0000800080, 2026-10-25T02:30S",
        "07EA0A19FF021E0000800000, 2026-10-25T02:30",
        "07EA0A19FF021E00008000FF, 2026-10-25T02:30",
        "07EA0A19FF021E0000FF8880, 2026-10-25T02:30S",
        "07EA0A19FF021E0000FFC400, 2026-10-25T02:30W",
    })
    void a_clock_in_octets_without_an_offset_tells_summer_time_by_its_flag(String stamp, String at) {
        assertThat(read("0-0:1.0.0(" + stamp + ")", "1-0:1.8.1(1*kWh)").at()).hasToString(at);
    }

    @ParameterizedTest
    @CsvSource({
        // not corrected, corrected: litres, kept
        "00000.000, 00012.345, 12345, 0-1:24.2.3",
        "00000.000, 00000.000, 0, 0-1:24.2.1",
        "00013.345, 00012.345, 13345, 0-1:24.2.1",
        "00013.345, 00000.000, 13345, 0-1:24.2.1",
    })
    void of_two_gas_readings_one_that_stays_at_zero_does_not_hide_the_other(
            String raw, String corrected, long litres, String kept) {
        String first = "0-1:24.2.3(261128115500W)(" + raw + "*m3)";
        String second = "0-1:24.2.1(261128115500W)(" + corrected + "*m3)";
        for (Telegram t : List.of(read(first, second), read(second, first))) {
            assertThat(t.devices().get(0).volumeLitre()).isEqualTo(litres);
            assertThat(t.others()).extracting(UnknownObject::code).containsExactly(kept);
        }
    }

    @Test
    void a_value_whose_time_is_empty_counts_unless_it_is_zero() {
        Telegram t = read("0-1:24.2.1()(0012.345*GJ)", "0-2:24.2.1()(0000.000*GJ)", "0-2:24.1.0(004)");
        assertThat(t.devices()).extracting(MbusDevice::heatMj).containsExactly(12_345L, null);
        assertThat(t.devices().get(0).at()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "(0)(0-0:96.7.19)()(), 0",
        "(1)(0-0:96.7.19)(261101120000W)(253), 1",
        "(9)(0-0:96.7.19)(261101120000W)(0000000253*s)()(), 1",
        "(1)(0-0:96.7.19)()()(261101120000W)(0000000253*s)(261102120000W)(0000000253*s), 2",
    })
    void a_log_of_failures_has_the_entries_that_are_there_whatever_it_counts(String log, int entries) {
        Telegram t = read("1-0:99.97.0" + log, "1-0:1.8.1(000123.456*kWh)");
        assertThat(t.quality().log()).hasSize(entries);
        assertThat(t.warnings()).isEmpty();
    }

    @Test
    void memory_never_written_is_no_serial_number_written_out_either() {
        Telegram t = read("0-0:96.1.1(FFFFFFFFFFFFFFFF)", "0-1:24.1.0(003)", "0-1:96.1.0(4646464646464646)");
        assertThat(t.serial()).isNull();
        assertThat(t.devices().get(0).serial()).isNull();
    }

    @Test
    void a_german_meter_has_its_number_in_1_0_96_1_0() {
        Telegram t = readWithoutCrc("1-0:96.1.0*255(001SEM0065800041)", "1-0:1.8.0*255(00066982.7369255*kWh)");
        assertThat(t.serial()).isEqualTo("001SEM0065800041");
        assertThat(t.others()).isEmpty();
    }
}
