package energy.sem.bridge.local;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import energy.sem.event.Electricity;
import energy.sem.event.MBusReading;
import energy.sem.event.TelegramEvent;
import energy.sem.p1.Register;
import energy.sem.p1.RegisterValues;

import static org.assertj.core.api.Assertions.assertThat;

class HomeWizardDataTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "unique_id                    | \"3153454D30303030303030303432\"",
                "smr_version                  | 50",
                "meter_model                  | \"FLU5\\\\253770234_A\"",
                "active_tariff                | 1",
                "total_power_import_kwh       | 3234.568",
                "total_power_import_t1_kwh    | 1234.567",
                "total_power_import_t2_kwh    | 2000.001",
                "total_power_export_kwh       | 3000.004",
                "total_power_export_t1_kwh    | 3000.000",
                "total_power_export_t2_kwh    | 0.004",
                "active_power_w               | -1650",
                "active_power_l1_w            | -350",
                "active_power_l2_w            | -1300",
                "active_power_l3_w            | 0",
                "active_voltage_l1_v          | 234.7",
                "active_current_l1_a          | -1.51",
                "active_current_l3_a          | 0.00",
                "active_power_average_w       | 420",
                "montly_power_peak_w          | 4321",
                "montly_power_peak_timestamp  | 261104181500",
                "voltage_sag_l1_count         | 7",
                "any_power_fail_count         | 3",
                "total_gas_m3                 | 112.384",
                "gas_timestamp                | 261122111000",
                "gas_unique_id                | \"4E474C5944\""
            })
    void each_field_has_its_makers_name_and_form(String name, String text) {
        JsonNode value = data(event()).get(name);

        assertThat(value).as(name).isNotNull();
        assertThat(value.toString()).isEqualTo(text);
    }

    @Test
    void devices_are_listed_with_all_that_a_client_asks_of_them() {
        // As text: the forms of numbers count too.
        assertThat(data(event()).get("external").toString())
                .isEqualTo(
                        """
                                [{"unique_id":"4E474C5944","type":"gas_meter","timestamp":261122111000,"value":112.384,"unit":"m3"},
                                 {"unique_id":"3853454D32","type":"water_meter","timestamp":261122110000,"value":5.002,"unit":"m3"},
                                 {"unique_id":"3953454D33","type":"heat_meter","timestamp":261122111503,"value":12.345,"unit":"GJ"}]"""
                                .replaceAll("\\s*\n\\s*", ""));
    }

    @Test
    void a_meter_with_a_total_and_no_tariffs_shows_it_as_tariff_1_too_for_who_adds_tariffs_up() {
        JsonNode data = data(event(RegisterValues.of(Map.of(Register.IMPORT_WH, 5_000L, Register.EXPORT_WH, 6_000L))));

        assertThat(data.get("total_power_import_kwh").toString()).isEqualTo("5.000");
        assertThat(data.get("total_power_import_t1_kwh").toString()).isEqualTo("5.000");
        assertThat(data.get("total_power_export_t1_kwh").toString()).isEqualTo("6.000");
        assertThat(data.has("total_power_import_t2_kwh")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5, 8, -1})
    void a_tariff_that_no_client_knows_is_left_out(int tariff) {
        Electricity known = Events.electricity(Events.twoTariffs());
        Electricity other = new Electricity(
                known.serial(), tariff, known.registers(), known.importW(), known.exportW(), null, known.phases());

        assertThat(data(Events.event(other)).has("active_tariff")).isFalse();
    }

    @Test
    void what_the_meter_does_not_say_is_left_out_and_the_wifi_is_always_there() {
        JsonNode data = data(Events.event(new Electricity(null, null, null, null, null, null, null)));

        assertThat(data.has("wifi_ssid")).isTrue();
        assertThat(data.get("external")).isEmpty();
        assertThat(data.fieldNames())
                .toIterable()
                .noneMatch(name -> name.startsWith("active_") || name.startsWith("total_") || name.equals("unique_id"));
        data.elements().forEachRemaining(value -> assertThat(value.isNull()).isFalse());
    }

    @Test
    void a_port_of_heat_alone_has_its_meter_and_no_electricity() {
        JsonNode data = data(Events.event(null, Events.heat(12_345)));

        assertThat(data.get("external")).hasSize(1);
        assertThat(data.has("active_power_w")).isFalse();
    }

    /** Without one of these evcc takes 0 for the value (meter template homewizard-p1). */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "active_power_w",
                "active_power_l1_w",
                "active_power_l2_w",
                "active_power_l3_w",
                "total_power_import_t1_kwh",
                "total_power_import_t2_kwh",
                "total_power_export_t1_kwh",
                "total_power_export_t2_kwh",
                "active_current_l1_a",
                "active_current_l2_a",
                "active_current_l3_a",
                "active_voltage_l1_v",
                "active_voltage_l2_v",
                "active_voltage_l3_v"
            })
    void evcc_finds_a_number(String name) {
        assertThat(data(event()).get(name).isNumber()).isTrue();
    }

    /** python-homewizard-energy reads stamps as whole numbers. */
    @ParameterizedTest
    @ValueSource(strings = {"gas_timestamp", "montly_power_peak_timestamp"})
    void stamps_are_whole_numbers(String name) {
        assertThat(data(event()).get(name).isIntegralNumber()).isTrue();
        data(event()).get("external").forEach(device -> assertThat(
                        device.get("timestamp").isIntegralNumber())
                .isTrue());
    }

    private static TelegramEvent event() {
        return event(Events.twoTariffs());
    }

    private static TelegramEvent event(RegisterValues registers) {
        return Events.event(
                Events.electricity(registers),
                Events.gas(112_384),
                Events.water(5_002),
                Events.heat(12_345),
                new MBusReading(4, MBusReading.Kind.ELECTRICITY, "6SEM4", Events.AT, null, null, 17L));
    }

    private static JsonNode data(TelegramEvent event) {
        ToldMeter meter = new ToldMeter("home", Clock.systemUTC());
        meter.heard(Events.heard(event, Events.AT));
        try {
            return JSON.reader()
                    .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .without(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                    .readTree(JSON.writeValueAsString(HomeWizardData.of(event, meter::count, BRUSSELS)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
