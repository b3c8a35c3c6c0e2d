package energy.sem.p1;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Each oddity that a meter in the field is known for, on a telegram of our own in that meter's shape. */
class FieldMetersTest {

    static List<String> names() {
        return FieldMeters.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void every_meters_telegram_is_read_without_a_surprise(String name) {
        assertThat(FieldMeters.read(name).warnings())
                .allMatch(w -> name.equals("se-aidon-ellevio") && w.contains("contradicts the calendar"));
    }

    @ParameterizedTest
    @MethodSource("names")
    void what_was_read_can_be_written_and_read_again(String name) {
        Telegram telegram = FieldMeters.read(name);
        Telegram again = Heard.of(TelegramEncoder.encode(telegram)).telegrams.get(0);
        assertThat(again.registers()).isEqualTo(telegram.registers());
        assertThat(again.phases()).isEqualTo(telegram.phases());
        if (telegram.others().stream().noneMatch(o -> o.code().endsWith(":96.1.1"))) {
            assertThat(again.devices()).isEqualTo(telegram.devices());
        }
        assertThat(again.monthPeaks()).isEqualTo(telegram.monthPeaks());
        assertThat(again.importW()).isEqualTo(telegram.importW());
    }

    @ParameterizedTest
    @CsvSource({
        "nl-landis-gyr-e350-dsmr42, DSMR_4",
        "nl-landis-gyr-e360-clock-never-set, DSMR_5",
        "nl-kaifa-ma105-dsmr42, DSMR_4",
        "nl-iskra-am550-gas-never-read, DSMR_5",
        "nl-iskra-mt382-dsmr22-gas-on-channel-2, DSMR_2_2",
        "nl-kamstrup-162-dsmr22-no-blank-line, DSMR_2_2",
        "nl-warmtelink-heat, HEAT",
        "be-fluvius-s211-one-phase-50213, EMUCS_1_3",
        "be-fluvius-t211-50216-currents-with-decimals, EMUCS_1_4",
        "be-fluvius-t211-50217-gas-and-water, EMUCS_1_7",
        "be-sibelga-50221-relays-and-ean, EMUCS_2_1",
        "lu-smarty-sagemcom, LUXEMBOURG",
        "se-kaifa-e-on, SWEDEN",
        "se-aidon-ellevio, SWEDEN",
        "se-kamstrup-omnipower-e-on, SWEDEN",
        "at-siemens-im350-watt-hours, AUSTRIA",
        "at-sagemcom-t210-d-r, AUSTRIA",
        "hu-eon-sanxing, HUNGARY",
        "hu-eon-wasion-breaker-in-words, HUNGARY",
        "lt-eso-kilovolts, OTHER",
        "de-iskra-mt382-totals, OTHER",
        "ie-totals-and-three-tariffs, DSMR_5",
        "be-iskra-ie5-peak-swapped, EMUCS_2_1",
        "se-iskra-am550-date-and-time, SWEDEN",
        "ch-registers-on-channel-1, DSMR_5",
        "de-seven-decimals-without-checksum, SWEDEN",
    })
    void the_dialect_is_told_by_the_telegram(String name, Dialect dialect) {
        assertThat(FieldMeters.read(name).dialect()).isEqualTo(dialect);
    }

    @ParameterizedTest
    @CsvSource({
        "nl-iskra-am550-gas-never-read",
        "nl-sagemcom-t211-gas-never-read-in-summer",
        "nl-landis-gyr-e360-clock-never-set",
        "be-fluvius-s211-one-phase-50213"
    })
    void a_gas_meter_never_read_has_neither_value_nor_time(String name) {
        assertThat(FieldMeters.read(name).devices()).singleElement().satisfies(gas -> {
            assertThat(gas.kind()).isEqualTo(MbusKind.GAS);
            assertThat(gas.volumeLitre()).isNull();
            assertThat(gas.at()).isNull();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "nl-landis-gyr-e350-dsmr42, 1, 398187",
        "nl-kaifa-ma105-dsmr42, 1, 877326",
        "nl-kaifa-ma304-three-phases, 2, 947430",
        "nl-sagemcom-t210d-no-blank-line, 1, 7120759",
        "nl-iskra-mt382-dsmr22-gas-on-channel-2, 2, 76649232",
        "nl-kamstrup-162-dsmr22-no-blank-line, 1, 5676653",
        "be-fluvius-t211-50217-gas-and-water, 1, 668477",
        "be-resa-thermal-and-gas-large, 1, 72668470",
        "lu-smarty-sagemcom, 1, 72615",
    })
    void gas_is_read_whatever_its_channel_width_and_layout(String name, int channel, long litres) {
        MbusDevice gas = FieldMeters.read(name).devices().get(0);
        assertThat(gas.channel()).isEqualTo(channel);
        assertThat(gas.kind()).isEqualTo(MbusKind.GAS);
        assertThat(gas.volumeLitre()).isEqualTo(litres);
        assertThat(gas.at()).isNotNull();
    }

    @Test
    void of_a_gas_meter_that_gives_both_readings_the_one_not_converted_counts_and_the_other_is_kept() {
        Telegram t = FieldMeters.read("be-ores-gas-converted-and-not");
        assertThat(t.devices()).singleElement().satisfies(gas -> {
            assertThat(gas.temperatureCorrected()).isFalse();
            assertThat(gas.volumeLitre()).isEqualTo(668477L);
        });
        assertThat(t.others()).extracting(UnknownObject::code).containsExactly("0-1:24.2.1", "0-1:96.1.1");
        assertThat(t.others().get(0).groups()).hasSize(2);
    }

    @Test
    void heat_and_cold_are_counted_in_MJ() {
        assertThat(FieldMeters.read("nl-heat-and-cold-on-channels-2-and-3").devices())
                .allMatch(d -> d.kind() == MbusKind.HEAT && d.heatMj() > 0)
                .hasSize(2);
        Telegram warmtelink = FieldMeters.read("nl-warmtelink-heat");
        assertThat(warmtelink.serial()).isNull();
        assertThat(warmtelink.hasElectricity()).isFalse();
        assertThat(warmtelink.devices().get(0).serial()).isEqualTo("123456789A1B234C");
    }

    @Test
    void a_network_without_neutral_has_a_phase_at_zero_volt() {
        assertThat(FieldMeters.read("be-fluvius-network-without-neutral").phases())
                .extracting(Phase::voltageDeciV)
                .containsExactly(2312, 0, 2309);
    }

    @Test
    void a_clock_in_cosem_octets_tells_its_offset() {
        Telegram t = FieldMeters.read("si-cosem-time-and-empty-channels");
        assertThat(t.at().instant()).contains(Instant.parse("2024-06-28T08:43:43Z"));
        assertThat(t.tariff()).isEqualTo(1);
        assertThat(t.quality().log()).extracting(PowerFailure::seconds).containsExactly(5_358_478L);
    }

    @Test
    void channels_where_no_device_is_are_no_devices() {
        assertThat(FieldMeters.read("si-cosem-time-and-empty-channels").devices())
                .isEmpty();
    }

    @Test
    void a_power_with_a_sign_is_told_apart_by_direction() {
        Telegram swiss = FieldMeters.read("ch-sagemcom-xt211-net-power");
        assertThat(swiss.importW()).isZero();
        assertThat(swiss.exportW()).isEqualTo(450);
        Telegram austrian = FieldMeters.read("at-siemens-im350-watt-hours");
        assertThat(austrian.importW()).isEqualTo(432);
        assertThat(austrian.others()).contains(new UnknownObject("1-0:16.7.0", List.of("00432*W")));
    }

    @Test
    void average_currents_are_not_a_fuse() {
        Telegram t = FieldMeters.read("lt-eso-kilovolts");
        assertThat(t.connection().fuseCentiA()).isNull();
        assertThat(t.others()).extracting(UnknownObject::code).contains("1-0:31.4.0", "1-0:51.4.0", "1-0:71.4.0");
        assertThat(t.phases()).extracting(Phase::voltageDeciV).containsExactly(2420, 2280, 2390);
        assertThat(t.phases()).extracting(Phase::currentCentiA).containsExactly(500, 400, 400);
    }

    @Test
    void hungarian_totals_of_the_last_month_are_not_month_peaks() {
        Telegram t = FieldMeters.read("hu-eon-sanxing");
        assertThat(t.monthPeaks()).isEmpty();
        assertThat(t.others()).extracting(UnknownObject::code).contains("0-0:98.1.0");
        assertThat(FieldMeters.read("hu-eon-wasion-breaker-in-words")
                        .connection()
                        .breaker())
                .isEqualTo(SwitchState.CONNECTED);
    }

    @Test
    void memory_never_written_is_an_empty_message() {
        Telegram t = FieldMeters.read("se-holley-message-never-written");
        assertThat(t.message()).isEmpty();
        assertThat(t.phases()).extracting(Phase::voltageDeciV).containsExactly(2382, 2296, 2330);
        assertThat(t.others()).extracting(UnknownObject::code).contains("1-0:15.8.0");
    }

    @Test
    void relays_second_numbers_and_thresholds_of_emucs_2_1_are_read() {
        Telegram t = FieldMeters.read("be-sibelga-50221-relays-and-ean");
        assertThat(t.connection().relays()).hasSize(4);
        assertThat(t.connection().grid()).isEqualTo("230");
        assertThat(t.connection().activeLimitW()).isNull();
        assertThat(t.connection().activeFuseCentiA()).isNull();
        assertThat(t.ean()).isEqualTo("541448820000000001");
        assertThat(t.devices().get(0).ean()).isNull();
    }
}
