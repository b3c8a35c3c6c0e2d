package energy.sem.files.homeassistant;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import energy.sem.files.HistoryFileException;
import energy.sem.files.ReadingOptions;
import energy.sem.files.SensorMeaning;
import energy.sem.files.made.Heard;
import energy.sem.files.made.HomeAssistantFiles;
import energy.sem.files.made.Household;
import energy.sem.p1.Register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class HomeAssistantTest {
    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
    private static final ReadingOptions HERE = ReadingOptions.in(BRUSSELS);
    private static final Household HOUSEHOLD = Household.of(8, BRUSSELS, LocalDate.of(2025, 10, 24), 5);
    private static final int HOURS = HOUSEHOLD.quarters() / 4;

    @TempDir
    Path folder;

    private static void assertTrue(Heard heard, int registers) {
        assertThat(heard.refused).isEmpty();
        assertThat(heard.early).isEmpty();
        assertThat(heard.registers)
                .hasSize(registers)
                .allSatisfy(row -> assertThat(row.value()).isEqualTo(HOUSEHOLD.at(row.register(), row.at())))
                .allSatisfy(row -> assertThat(row.device().generation()).isZero());
    }

    @Test
    void the_database_gives_registers_at_the_end_of_their_hour() throws Exception {
        Heard heard = Heard.of(HomeAssistantFiles.database(HOUSEHOLD, folder.resolve("ha.db")), HERE);

        assertThat(heard.formats).containsExactly("Home Assistant's database");
        assertTrue(heard, 5 * HOURS);
        assertThat(heard.notes)
                .anyMatch(note -> note.contains("consumption_total is left out"))
                .anyMatch(note -> note.contains("tarif_1 is taken as energy from the grid in tariff 1, by its name"));
    }

    @Test
    void what_the_user_says_of_sensors_counts_alone() throws Exception {
        Path database = HomeAssistantFiles.database(HOUSEHOLD, folder.resolve("ha.db"));
        String sensor = "sensor.electricity_meter_energy_consumption_tarif_2";

        Heard heard = Heard.of(
                database,
                HERE.withSensors(Map.of(sensor, SensorMeaning.of("import").orElseThrow())));

        assertThat(heard.registers).hasSize(HOURS).allSatisfy(row -> assertThat(row.register())
                .isEqualTo(Register.IMPORT_WH));
        assertThat(heard.registers.get(0).value()).isEqualTo(HOUSEHOLD.at(Register.IMPORT_T2_WH, 4));
    }

    @Test
    void a_sensor_of_another_unit_is_refused() throws Exception {
        Path database = HomeAssistantFiles.database(HOUSEHOLD, folder.resolve("ha.db"));
        ReadingOptions wrong = HERE.withSensors(Map.of(
                "sensor.gas_meter_gas_consumption",
                SensorMeaning.of("import-t1").orElseThrow()));

        assertThatThrownBy(() -> Heard.of(database, wrong))
                .isInstanceOf(HistoryFileException.class)
                .hasMessageContaining("its unit is m³");
    }

    @Test
    void a_dump_is_read_as_its_database() throws Exception {
        Heard heard = Heard.of(folder, HomeAssistantFiles.dump(HOUSEHOLD), HERE);

        assertThat(heard.formats).containsExactly("a dump of Home Assistant's statistics");
        assertTrue(heard, 5 * HOURS);
    }

    @ParameterizedTest
    @ValueSource(chars = {';', ',', '\t'})
    void statistics_as_csv_are_read_over_octobers_doubled_hour(char separator) throws Exception {
        Heard heard = Heard.of(folder, HomeAssistantFiles.csv(HOUSEHOLD, separator, BRUSSELS), HERE);

        assertThat(heard.formats).containsExactly("Home Assistant's statistics as CSV");
        assertTrue(heard, 5 * HOURS);
    }

    @Test
    void the_history_panels_file_is_read() throws Exception {
        Heard heard = Heard.of(folder, HomeAssistantFiles.history(HOUSEHOLD), HERE);

        assertThat(heard.formats).containsExactly("Home Assistant's history as CSV");
        assertTrue(heard, 5 * (HOUSEHOLD.quarters() + 1));
    }

    @Test
    void a_database_cut_off_or_overwritten_is_refused() throws Exception {
        byte[] whole = Files.readAllBytes(HomeAssistantFiles.database(HOUSEHOLD, folder.resolve("ha.db")));
        for (int at : new int[] {20, 100, 1_000, 4_096, whole.length / 2}) {
            byte[] cut = Arrays.copyOf(whole, at);
            assertThatThrownBy(() -> {
                        Heard heard = Heard.of(folder, cut, HERE);
                        if (heard.formats.isEmpty()) {
                            throw new HistoryFileException("unknown");
                        }
                    })
                    .as("cut at %d", at)
                    .isInstanceOf(HistoryFileException.class);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "sensor.p1_meter_energy_import_tariff_1, false, import_t1_wh",
        "sensor.p1_meter_energy_export_tariff_2, false, export_t2_wh",
        "sensor.dsmr_reading_electricity_delivered_1, false, import_t1_wh",
        "sensor.dsmr_reading_electricity_returned_2, false, export_t2_wh",
        "sensor.energy_consumed_tariff_2, false, import_t2_wh",
        "sensor.energy_produced_tariff_1, false, export_t1_wh",
        "sensor.p1_meter_energy_import, false, import_wh",
        "sensor.p1_meter_total_gas, true, volume_l",
        "sensor.watermeter_total_water_usage, true, volume_l",
    })
    void names_of_known_integrations_are_understood(String sensor, boolean volume, String column) {
        assertThat(SensorGuess.of(sensor, volume))
                .map(guess -> guess.register().column())
                .contains(column);
    }

    @ParameterizedTest
    @CsvSource({
        "sensor.energy_consumption_tariff_low, false",
        "sensor.solar_energy_production_today, false",
        "sensor.washing_machine_energy, false",
        "sensor.grid_import_daily, false",
        "sensor.rain, true",
    })
    void other_names_are_not_guessed(String sensor, boolean volume) {
        assertThat(SensorGuess.of(sensor, volume)).isEmpty();
    }

    @Test
    void two_sensors_for_one_register_are_asked_about() {
        String csv =
                """
            statistic_id,unit,start,state
            sensor.p1_meter_energy_import_tariff_1,kWh,01.01.2025 00:00,1.5
            sensor.dsmr_reading_electricity_delivered_1,kWh,01.01.2025 00:00,1.5
            """;

        assertThatThrownBy(() -> Heard.of(folder, csv, HERE))
                .isInstanceOf(HistoryFileException.class)
                .hasMessageContaining("sensor.p1_meter_energy_import_tariff_1");
    }
}
