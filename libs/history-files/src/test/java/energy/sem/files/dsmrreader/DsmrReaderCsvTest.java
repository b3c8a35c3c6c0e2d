package energy.sem.files.dsmrreader;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import energy.sem.files.ReadingOptions;
import energy.sem.files.Trust;
import energy.sem.files.made.DsmrReaderFiles;
import energy.sem.files.made.Heard;
import energy.sem.files.made.Household;
import energy.sem.p1.Register;

import static org.assertj.core.api.Assertions.assertThat;

class DsmrReaderCsvTest {
    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
    private static final ReadingOptions HERE = ReadingOptions.in(AMSTERDAM);
    private static final Household HOUSEHOLD = Household.of(4, AMSTERDAM, LocalDate.of(2025, 10, 24), 5);

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hour Start,Electricity 1 (Dutch Users: Low Tariff),Electricity 2 (Dutch Users: High Tariff),Electricity 1 Returned,Electricity 2 Returned,Gas",
                "Uur Start,Elektriciteit 1,Elektriciteit 2,Elektriciteit 1 Retour,Elektriciteit 2 Retour,Gas",
            })
    void hours_are_sums_by_the_place_of_their_columns(String header) throws Exception {
        Heard heard = Heard.of(folder, DsmrReaderFiles.hoursCsv(HOUSEHOLD, header), HERE);

        assertThat(heard.refused).isEmpty();
        assertThat(heard.volumes).hasSize(HOUSEHOLD.quarters() / 4 * 5).allSatisfy(row -> assertThat(row.trust())
                .isEqualTo(Trust.SUM));
        assertThat(heard.volumesOf(Register.EXPORT_T1_WH)).allSatisfy((from, used) -> assertThat(used)
                .isLessThanOrEqualTo(HOUSEHOLD.at(Register.EXPORT_T1_WH, from.plusSeconds(3600))
                        - HOUSEHOLD.at(Register.EXPORT_T1_WH, from)));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void days_give_their_first_readings(boolean dutch) throws Exception {
        Heard heard = Heard.of(folder, DsmrReaderFiles.daysCsv(HOUSEHOLD, dutch), HERE);

        assertThat(heard.refused).isEmpty();
        assertThat(heard.registers).hasSize(5 * 5).allSatisfy(row -> assertThat(row.value())
                .isEqualTo(HOUSEHOLD.at(row.register(), DsmrReaderFiles.taken(row))));
        assertThat(heard.registers)
                .filteredOn(row -> row.trust() == Trust.ESTIMATED)
                .hasSize(2 * 5);
    }

    @Test
    void a_last_number_without_an_end_of_line_is_not_believed() throws Exception {
        String whole = DsmrReaderFiles.hoursCsv(HOUSEHOLD, "Hour Start,Electricity 1,Electricity 2,E,E,Gas");

        Heard heard = Heard.of(folder, whole.substring(0, whole.length() - 3), HERE);

        assertThat(heard.early).hasSize(1);
        assertThat(heard.volumes).hasSize((HOUSEHOLD.quarters() / 4 - 1) * 5);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2025-10-24T01:00:00,0.1,0.1,0.1,0.1,0.1 | offset",
                "2025-10-24T01:00:00+02:00,0.1,0.1,0.1,0.1 | 5 fields",
                "2025-10-24T01:00:00+02:00,x,0.1,0.1,0.1,0.1 | electricity1 is no number",
            })
    void a_row_that_cannot_be_is_refused(String row, String cause) throws Exception {
        Heard heard = Heard.of(
                folder,
                "Hour Start,Electricity 1,Electricity 2,E,E,Gas\n2025-10-24T00:00:00+02:00,0.1,0.1,0.1,0.1,0.1\n" + row
                        + "\n",
                HERE);

        assertThat(heard.refused).singleElement().asString().startsWith("3: ").contains(cause);
    }
}
