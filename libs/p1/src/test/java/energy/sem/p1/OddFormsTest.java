package energy.sem.p1;

import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Orders and forms of values that no standard has and meters send; one test a kind, with the right value in words. */
class OddFormsTest {

    private static Telegram read(String... lines) {
        return only(Heard.of(Samples.telegram(lines)));
    }

    /** The same as a meter of before there was a checksum sends it. */
    private static Telegram readWithoutCrc(String... lines) {
        return only(withoutCrc(lines));
    }

    private static Heard withoutCrc(String... lines) {
        return Heard.of(Samples.bytes("/SEM5\\OLD\r\n\r\n" + String.join("\r\n", lines) + "\r\n!\r\n"));
    }

    private static Telegram only(Heard heard) {
        assertThat(heard.rejected).isEmpty();
        assertThat(heard.telegrams).hasSize(1);
        return heard.telegrams.get(0);
    }

    private static P1Time at(String local, P1Time.Suffix suffix) {
        return P1Time.of(LocalDateTime.parse(local), suffix);
    }

    @Test
    void the_months_peak_is_8796_W_at_1_o_clock_in_either_order() {
        Telegram swapped = read("1-0:1.6.0(08.796*kW)(261102010000)");
        assertThat(swapped.runningPeak()).isEqualTo(new Peak(at("2026-11-02T01:00", P1Time.Suffix.NONE), 8796));
        assertThat(read("1-0:1.6.0(261102010000)(08.796*kW)").runningPeak()).isEqualTo(swapped.runningPeak());
        assertThat(swapped.warnings()).isEmpty();
    }

    @Test
    void finished_months_peaks_are_read_with_value_and_moment_in_either_order() {
        Telegram t = read("0-0:98.1.0(2)(1-0:1.6.0)(1-0:1.6.0)(261001000000S)(06.100*kW)(260905120000S)"
                + "(261101000000W)(261005120000S)(05.900*kW)");
        assertThat(t.monthPeaks())
                .containsExactly(
                        new MonthPeak(YearMonth.of(2026, 9), at("2026-09-05T12:00", P1Time.Suffix.S), 6100),
                        new MonthPeak(YearMonth.of(2026, 10), at("2026-10-05T12:00", P1Time.Suffix.S), 5900));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0-1:24.2.1(261128115940W)(06990.193*m3)",
                "0-1:24.2.1(06990.193*m3)(261128115940W)",
                "0-1:24.2.1(261128115940w)(06990.193*m3)",
                "0-1:24.2.1(261128115940W)\r\n(06990.193*m3)",
                "0-1:24.2.1((261128115940W))((06990.193*m3))",
                "0-1:24.2.1( 06990.193 m3 )(261128115940W)",
            })
    void gas_is_6990193_litres_at_its_time(String line) {
        Telegram t = read("0-1:24.1.0(003)", line);
        assertThat(t.devices()).singleElement().satisfies(gas -> {
            assertThat(gas.volumeLitre()).isEqualTo(6_990_193);
            assertThat(gas.at()).isEqualTo(at("2026-11-28T11:59:40", P1Time.Suffix.W));
        });
        assertThat(t.warnings()).isEmpty();
    }

    @Test
    void a_reading_without_a_time_of_its_own_is_a_reading() {
        assertThat(read("0-1:24.1.0(007)", "0-1:24.2.1(00112.384*m3)").devices())
                .singleElement()
                .returns(112_384L, MbusDevice::volumeLitre)
                .returns(null, MbusDevice::at);
    }

    @Test
    void the_log_of_failures_is_read_in_either_order_and_over_several_lines() {
        List<PowerFailure> log = List.of(
                new PowerFailure(at("2017-03-24T11:08:47", P1Time.Suffix.W), 36_374),
                new PowerFailure(at("2015-05-29T10:10:14", P1Time.Suffix.S), 8072));
        assertThat(read("1-0:99.97.0(2)(0-0:96.7.19)(170324110847W)(0000036374*s)(150529101014S)(0000008072*s)")
                        .quality()
                        .log())
                .isEqualTo(log);
        assertThat(read("1-0:99.97.0(2)(0-0:96.7.19)(0000036374*s)(170324110847W)(0000008072*s)(150529101014S)")
                        .quality()
                        .log())
                .isEqualTo(log);
        assertThat(readWithoutCrc(
                                "1-0:99.97.0(2)(0-0:96.7.19)",
                                "(170324110847W)(0000036374*s)",
                                "(150529101014S)(0000008072*s)")
                        .quality()
                        .log())
                .isEqualTo(log);
    }

    @ParameterizedTest
    @CsvSource({
        "0-0:96.1.4(3231313130), 21110, EMUCS_2_1",
        "0-0:96.1.4(50217), 50217, EMUCS_1_7",
        "0-0:96.1.4(3530323137), 50217, EMUCS_1_7",
        "1-3:0.2.8(3530), 50, DSMR_5",
        "1-3:0.2.8(50), 50, DSMR_5",
        "1-3:0.2.8(42), 42, DSMR_4",
    })
    void a_version_in_octets_is_the_same_version(String line, String version, Dialect dialect) {
        assertThat(read(line, "1-0:1.8.1(1*kWh)"))
                .returns(version, Telegram::version)
                .returns(dialect, Telegram::dialect);
    }

    @ParameterizedTest
    @CsvSource({
        "1-0:0.9.1(094127), 1-0:0.9.2(220130), NONE",
        "0-0:0.9.1(094127), 0-0:0.9.2(220130), NONE",
        "0-0:0.9.1(09:41:27), 0-0:0.9.2(22-01-30), NONE",
        "1-0:0.9.1(094127), 1-0:0.9.2(20220130), NONE",
        "1-0:0.9.1(09:41:27), 1-0:0.9.2(2022-01-30), NONE",
        "1-0:0.9.1(0094127), 1-0:0.9.2(0220130), W",
        "1-0:0.9.1(1094127), 1-0:0.9.2(1220130), S",
        "1-0:0.9.1(094127W), 1-0:0.9.2(220130), W",
        "1-0:0.9.1*255(094127), 1-0:0.9.2*255(220130), NONE",
    })
    void date_and_time_in_two_objects_are_one_time(String time, String date, P1Time.Suffix suffix) {
        for (List<String> lines : List.of(List.of(time, date), List.of(date, time))) {
            Telegram t = read(lines.get(0), "1-0:1.8.0(1*kWh)", lines.get(1));
            assertThat(t.at()).isEqualTo(at("2022-01-30T09:41:27", suffix));
            assertThat(t.others()).isEmpty();
        }
    }

    @Test
    void a_time_in_one_object_goes_before_and_what_is_not_taken_is_kept() {
        Telegram both = read("0-0:1.0.0(261128120000W)", "1-0:0.9.1(094127)", "1-0:0.9.2(220130)");
        assertThat(both.at()).isEqualTo(at("2026-11-28T12:00", P1Time.Suffix.W));
        assertThat(both.others())
                .containsExactly(
                        new UnknownObject("1-0:0.9.1", List.of("094127")),
                        new UnknownObject("1-0:0.9.2", List.of("220130")));
        assertThat(read("0-0:0.9.1(094127)", "1-0:1.8.0(1*kWh)"))
                .returns(null, Telegram::at)
                .returns(List.of(new UnknownObject("0-0:0.9.1", List.of("094127"))), Telegram::others);
        assertThat(read("0-0:1.0.0()", "1-0:0.9.1(094127)", "1-0:0.9.2(220130)").at())
                .isEqualTo(at("2022-01-30T09:41:27", P1Time.Suffix.NONE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1-0:0.9.1(256100)", "1-0:0.9.1(2561000)", "1-0:0.9.1(9x4127)", "1-0:0.9.1()"})
    void what_is_no_time_of_day_gives_no_time(String line) {
        assertThat(read(line, "1-0:0.9.2(220130)", "1-0:1.8.0(1*kWh)").at()).isNull();
    }

    @Test
    void brackets_in_brackets_cost_nothing_with_and_without_a_checksum() {
        String[] lines = {"1-0:0.2.0((ER11))", "1-0:1.8.1((000123.456*kWh))", "0-0:96.1.1((53454D31))"};
        for (Telegram t : List.of(read(lines), readWithoutCrc(lines))) {
            assertThat(t.registers().get(Register.IMPORT_T1_WH)).isEqualTo(123_456);
            assertThat(t.serial()).isEqualTo("SEM1");
            assertThat(t.others()).containsExactly(new UnknownObject("1-0:0.2.0", List.of("ER11")));
            assertThat(t.warnings()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1-0:0.2.0((ER11)", "1-0:0.2.0(ER(11))", "1-0:0.2.0((ER11)))", "1-0:0.2.0((E)(R)"})
    void brackets_that_do_not_fit_are_damage_which_refuses_a_telegram_without_checksum(String line) {
        assertThat(withoutCrc(line, "1-0:1.8.1(1*kWh)").causes()).containsExactly(RejectCause.FORMAT);
        assertThat(read(line, "1-0:1.8.1(1*kWh)").warnings()).hasSize(1);
    }

    @Test
    void a_text_that_breaks_over_lines_is_one_text_with_and_without_a_checksum() {
        String[] lines = {"0-0:96.13.0(48656C6C6F2C", "20776F72", "6C6421)", "1-0:1.8.1(000123.456*kWh)"};
        for (Telegram t : List.of(read(lines), readWithoutCrc(lines))) {
            assertThat(t.message()).isEqualTo("Hello, world!");
            assertThat(t.registers().get(Register.IMPORT_T1_WH)).isEqualTo(123_456);
            assertThat(t.warnings()).isEmpty();
        }
    }

    @Test
    void a_number_that_breaks_is_put_together_only_where_a_checksum_says_that_nothing_is_missing() {
        String[] lines = {"1-0:1.8.1(000123", ".456*kWh)", "1-0:1.8.2(000001.000*kWh)"};
        assertThat(read(lines).registers().get(Register.IMPORT_T1_WH)).isEqualTo(123_456);
        assertThat(withoutCrc(lines).causes()).containsExactly(RejectCause.FORMAT);
    }

    @Test
    void an_object_that_lost_its_end_does_not_swallow_the_next_one() {
        Telegram t = read("0-0:96.13.0(48656C6C6F", "1-0:1.8.1(000123.456*kWh)");
        assertThat(t.registers().get(Register.IMPORT_T1_WH)).isEqualTo(123_456);
        assertThat(t.message()).isNull();
    }

    @Test
    void registers_and_powers_on_channel_1_are_the_meters_where_channel_0_has_none() {
        String[] lines = {
            "1-1:1.8.1(000100.000*kWh)",
            "1-1:1.8.2(000200.000*kWh)",
            "1-1:2.8.1(000300.000*kWh)",
            "1-1:1.7.0(01.500*kW)",
            "1-1:2.7.0(00.000*kW)",
            "1-1:32.7.0(230.1*V)",
            "1-1:21.7.0(01.500*kW)",
            "1-3:1.8.1(000999.000*kWh)",
        };
        Telegram t = read(lines);
        assertThat(t.registers().get(Register.IMPORT_T1_WH)).isEqualTo(100_000);
        assertThat(t.registers().get(Register.IMPORT_T2_WH)).isEqualTo(200_000);
        assertThat(t.registers().get(Register.EXPORT_T1_WH)).isEqualTo(300_000);
        assertThat(t.importW()).isEqualTo(1500);
        assertThat(t.phases()).containsExactly(new Phase(1, 2301, null, 1500, null));
        assertThat(t.others()).containsExactly(new UnknownObject("1-3:1.8.1", List.of("000999.000*kWh")));
        List<String> reversed = new ArrayList<>(Arrays.asList(lines));
        java.util.Collections.reverse(reversed);
        assertThat(Heard.of(Samples.telegram(reversed)).telegrams.get(0)).isEqualTo(t);
    }

    @Test
    void channel_0_goes_before_and_the_others_are_kept_where_they_stood() {
        Telegram t = read(
                "1-0:99.1.0(first)",
                "1-1:1.8.1(000999.000*kWh)",
                "1-0:99.2.0(second)",
                "1-0:1.8.1(000100.000*kWh)",
                "1-1:1.7.0(01.500*kW)",
                "1-0:99.3.0(third)");
        assertThat(t.registers().get(Register.IMPORT_T1_WH)).isEqualTo(100_000);
        assertThat(t.importW()).isEqualTo(1500);
        assertThat(t.others())
                .extracting(UnknownObject::code)
                .containsExactly("1-0:99.1.0", "1-1:1.8.1", "1-0:99.2.0", "1-0:99.3.0");
    }

    @ParameterizedTest
    @CsvSource({"261024150000s, S", "261128120000w, W", "261024150000S, S", "261128120000, NONE"})
    void a_suffix_in_lower_case_is_a_suffix(String stamp, P1Time.Suffix suffix) {
        assertThat(read("0-0:1.0.0(" + stamp + ")", "1-0:1.8.1(1*kWh)").at().suffix())
                .isEqualTo(suffix);
    }

    @ParameterizedTest
    @CsvSource({
        "53454D31, SEM1",
        "2020202053454D31, SEM1",
        "53454D3120202020, SEM1",
        "000000000053454D31, SEM1",
        "53454D31000000FFFF, SEM1",
        "FFFFFFFFFFFF53454D31, SEM1",
        "00003456, 00003456",
        "3345000000, 3345000000",
        "0000000000004E54, 0000000000004E54",
        "' 91300002 ', 91300002",
        "91300002, 91300002",
        "FFFFFFFF,",
        "00000000,",
        "30303030,",
        "'    ',",
    })
    void padding_is_no_part_of_a_serial_number(String written, String serial) {
        assertThat(read("0-0:96.1.1(" + written + ")", "1-0:1.8.1(1*kWh)").serial())
                .isEqualTo(serial);
        assertThat(read("0-1:24.1.0(003)", "0-1:96.1.0(" + written + ")")
                        .devices()
                        .get(0)
                        .serial())
                .isEqualTo(serial);
    }

    @Test
    void bytes_that_pad_a_serial_number_are_no_part_of_it_either() {
        assertThat(read("0-0:96.1.1(\0\0E0012345\u00FF\u00FF)", "1-0:1.8.1(1*kWh)")
                        .serial())
                .isEqualTo("E0012345");
    }

    @ParameterizedTest
    @CsvSource({
        "541440012345678900, 541440012345678900",
        "000000541440012345678900, 541440012345678900",
        "541440012345678900000000, 541440012345678900",
        "353431343430303132333435363738393030, 541440012345678900",
        "303030303030353431343430303132333435363738393030, 541440012345678900",
        "3534313434303031323334353637383930300000FF, 541440012345678900",
        "000541440012345678900, 541440012345678900",
    })
    void an_ean_has_eighteen_digits_and_zeros_beyond_them_pad_it(String written, String ean) {
        assertThat(read("0-0:96.1.2(" + written + ")", "1-0:1.8.1(1*kWh)").ean())
                .isEqualTo(ean);
    }

    @ParameterizedTest
    @CsvSource({"48656C6C6F0000, Hello", "48656C6C6FFFFF, Hello", "FFFF, ''", "0000, ''", "'', ''"})
    void memory_never_written_is_no_part_of_a_text(String written, String text) {
        assertThat(read("0-0:96.13.0(" + written + ")", "1-0:1.8.1(1*kWh)").message())
                .isEqualTo(text);
    }

    @Test
    void memory_never_written_may_come_as_it_is() {
        Telegram t = read("0-0:96.13.0(" + "\u00FF".repeat(40) + ")", "1-0:1.8.1(1*kWh)");
        assertThat(t.message()).isEmpty();
        assertThat(t.warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/Lux5\\SAMPLE, 0-0:17.0.0(027.6), , 27600",
        "/Lux5\\SAMPLE, 0-0:17.0.0(027), , 27000",
        "/Lux5\\SAMPLE, 0-0:17.0.0(027.6*kVA), , 27600",
        "/SEM5\\SAMPLE, 0-0:17.0.0(027.6*kW), 27600,",
    })
    void a_limiter_without_a_unit_is_in_kVA_in_luxembourg(String header, String line, Integer watt, Integer va) {
        Connection connection = only(Heard.of(Samples.withCrc(
                        header + "\r\n\r\n0-0:42.0.0(53454D)\r\n" + line + "\r\n1-0:1.8.0(1*kWh)\r\n!")))
                .connection();
        assertThat(connection.limiterW()).isEqualTo(watt);
        assertThat(connection.limiterVa()).isEqualTo(va);
    }

    @Test
    void a_limiter_without_a_unit_is_in_kW_elsewhere() {
        assertThat(read("1-3:0.2.8(42)", "0-0:17.0.0(016.1)", "1-0:1.8.1(1*kWh)")
                        .connection()
                        .limiterW())
                .isEqualTo(16_100);
    }

    @Test
    void a_limiter_in_amperes_is_a_threshold_of_current() {
        Connection off =
                readWithoutCrc("1-0:1.8.1(00185.110*kWh)", "0-0:17.0.0(999*A)").connection();
        assertThat(off.fuseCentiA()).isEqualTo(99_900);
        assertThat(off.activeFuseCentiA()).isNull();
        assertThat(off.limiterW()).isNull();
        assertThat(read("1-0:1.8.1(1*kWh)", "0-0:17.0.0(025*A)").connection().activeFuseCentiA())
                .isEqualTo(2500);
        Telegram both = read("1-0:1.8.1(1*kWh)", "0-0:17.0.0(025*A)", "1-0:31.4.0(040*A)");
        assertThat(both.connection().fuseCentiA()).isEqualTo(4000);
        assertThat(both.others()).containsExactly(new UnknownObject("0-0:17.0.0", List.of("025*A")));
    }

    @ParameterizedTest
    @CsvSource({
        "1-0:1.8.0*255(00066982.7369255*kWh), 66982736",
        "1-0:1.8.0*255(00166982.7369255*kWh), 166982736",
        "1-0:1.8.0*255(0000012.3456789*kWh), 12345",
        "1-0:1.8.0(000012.3459999*kWh), 12345",
        "1-0:1.8.0(12345999.9*Wh), 12345999",
        "1-0:1.8.0(99999999.9999999*kWh), 99999999999",
        "1-0:1.8.0(+00012.345*kWh), 12345",
        "1-0:1.8.0(  12.345*kWh ), 12345",
        "1-0:1.8.0(000012.345 kWh), 12345",
    })
    void a_register_is_in_whole_watt_hours_and_what_is_less_is_dropped(String line, long wh) {
        assertThat(readWithoutCrc(line).registers().get(Register.IMPORT_WH)).isEqualTo(wh);
        assertThat(read(line).registers().get(Register.IMPORT_WH)).isEqualTo(wh);
    }

    @Test
    void registers_of_the_past_are_not_those_of_now() {
        Telegram t = readWithoutCrc(
                "1-0:1.8.0*255(00066982.736*kWh)", "1-0:1.8.0*01(00060000.000*kWh)", "1-0:1.8.0.9(00050000.000*kWh)");
        assertThat(t.registers().get(Register.IMPORT_WH)).isEqualTo(66_982_736);
        assertThat(t.others()).extracting(UnknownObject::code).containsExactly("1-0:1.8.0*01", "1-0:1.8.0.9");
    }

    @Test
    void a_power_of_a_german_meter_is_in_whole_watts() {
        Telegram t = readWithoutCrc(
                "1-0:0.0.0*255(0272031312565)",
                "1-0:1.8.0*255(00066982.7369255*kWh)",
                "1-0:21.7.0*255(000210.92*W)",
                "1-0:1.7.0*255(000580.75*W)",
                "1-0:96.5.5*255(80)",
                "0-0:96.1.255*255(1SEM1313002565)");
        assertThat(t.importW()).isEqualTo(580);
        assertThat(t.phases()).containsExactly(new Phase(1, null, null, 210, null));
        assertThat(t.warnings()).isEmpty();
    }

    @Test
    void an_object_that_is_known_and_not_understood_is_marked_and_an_unknown_one_is_not() {
        Telegram t = read("1-0:1.6.0(x)(y)", "1-0:99.1.0(x)", "1-0:1.8.1(1*kWh)");
        assertThat(t.others())
                .containsExactly(
                        new UnknownObject("1-0:1.6.0", List.of("x", "y"), true),
                        new UnknownObject("1-0:99.1.0", List.of("x")));
        assertThat(t.notUnderstood()).containsExactly("1-0:1.6.0");
        assertThat(t.warnings()).containsExactly("not understood: 1-0:1.6.0(x)(y)");
    }

    @Test
    void a_parser_that_has_read_a_crooked_telegram_reads_a_straight_one() {
        byte[] crooked = Samples.telegram("0-0:96.13.0(48656C", "6C6F)", "1-0:1.8.1(000123.456*kWh)");
        Heard heard = Heard.of(crooked, Samples.belgian(), crooked, Samples.belgian());
        assertThat(heard.telegrams.get(1))
                .isEqualTo(Heard.of(Samples.belgian()).telegrams.get(0));
        assertThat(heard.telegrams.get(2)).isEqualTo(heard.telegrams.get(0));
        assertThat(heard.telegrams.get(3)).isEqualTo(heard.telegrams.get(1));
    }
}
