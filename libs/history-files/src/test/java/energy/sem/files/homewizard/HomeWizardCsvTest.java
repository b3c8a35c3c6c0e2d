package energy.sem.files.homewizard;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import energy.sem.files.FileDeviceKind;
import energy.sem.files.ReadingOptions;
import energy.sem.files.made.Heard;
import energy.sem.files.made.HomeWizardFiles;
import energy.sem.files.made.Household;
import energy.sem.p1.Register;

import static org.assertj.core.api.Assertions.assertThat;

class HomeWizardCsvTest {
    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
    private static final ReadingOptions HERE = ReadingOptions.in(BRUSSELS);

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"2025-07-01", "2025-10-25", "2025-03-29"})
    void each_register_is_the_true_one_over_both_changes_of_the_clock(LocalDate from) throws Exception {
        Household household = Household.of(2, BRUSSELS, from, 3);

        Heard heard = Heard.of(folder, HomeWizardFiles.electricity(household), HERE);

        assertThat(heard.refused).isEmpty();
        assertThat(heard.registers)
                .hasSizeGreaterThan(4 * household.quarters() * 9 / 10)
                .allSatisfy(row -> assertThat(row.value()).isEqualTo(household.at(row.register(), row.at())));
    }

    @Test
    void gas_is_a_register_too() throws Exception {
        Household household = Household.of(2, BRUSSELS, LocalDate.of(2025, 7, 1), 2);

        Heard heard = Heard.of(folder, HomeWizardFiles.gas(household), HERE);

        assertThat(heard.registers).hasSize(household.quarters() + 1).allSatisfy(row -> {
            assertThat(row.device().kind()).isEqualTo(FileDeviceKind.GAS);
            assertThat(row.value()).isEqualTo(household.at(Register.VOLUME_L, row.at()));
        });
    }

    @Test
    void the_user_may_say_that_rows_mean_a_quarter_hour_later() throws Exception {
        Household household = Household.of(2, BRUSSELS, LocalDate.of(2025, 7, 1), 2);

        Heard heard = Heard.of(folder, HomeWizardFiles.gas(household), HERE.withShift(Duration.ofMinutes(15)));

        assertThat(heard.registers.get(0).at()).isEqualTo(household.edge(1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "time,water usage dl | 123 | 12",
                "time,water usage l  | 123 | 123",
            })
    void the_unit_of_water_stands_in_its_header(String header, String value, long litres) throws Exception {
        Heard heard = Heard.of(folder, header + "\n2025-07-01 00:00," + value + "\n", HERE);

        assertThat(heard.registers).singleElement().satisfies(row -> assertThat(row.value())
                .isEqualTo(litres));
        assertThat(heard.notes).anyMatch(note -> note.contains("beginning of the file"));
    }

    @Test
    void a_last_row_that_does_not_end_is_not_believed() throws Exception {
        Heard heard = Heard.of(folder, "time,Total gas used\n2025-07-01 00:00,1.234\n2025-07-01 00:15,1.2", HERE);

        assertThat(heard.registers).hasSize(1);
        assertThat(heard.early).singleElement().asString().startsWith("3: ");
    }
}
