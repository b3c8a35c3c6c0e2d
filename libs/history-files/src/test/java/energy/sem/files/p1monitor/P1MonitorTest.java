package energy.sem.files.p1monitor;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import energy.sem.files.ReadingOptions;
import energy.sem.files.made.Heard;
import energy.sem.files.made.Household;
import energy.sem.files.made.P1MonitorFiles;
import energy.sem.files.made.SemExportFiles;
import energy.sem.p1.Register;

import static org.assertj.core.api.Assertions.assertThat;

class P1MonitorTest {
    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
    private static final ReadingOptions HERE = ReadingOptions.in(AMSTERDAM);

    @TempDir
    Path folder;

    private static void assertTrue(Heard heard, Household household) {
        assertThat(heard.refused).isEmpty();
        assertThat(heard.early).isEmpty();
        // Registers step at edges, so each minute of the household shows what the edge at or before it did.
        assertThat(heard.registers)
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.value()).isEqualTo(household.at(row.register(), row.at())))
                .allSatisfy(row -> assertThat(row.device().generation()).isZero());
    }

    @ParameterizedTest
    @CsvSource({"2025-07-01", "2025-10-25", "2025-03-29"})
    void the_export_gives_the_registers_of_the_end_of_each_period(LocalDate from) throws Exception {
        Household household = Household.of(3, AMSTERDAM, from, 3);

        Heard heard = Heard.of(folder, P1MonitorFiles.export(household, 0), HERE);

        assertThat(heard.formats).containsExactly("P1 Monitor's export");
        assertTrue(heard, household);
        assertThat(heard.valuesOf(Register.IMPORT_T2_WH)).hasSizeGreaterThan(household.quarters() - 10);
    }

    @Test
    void the_database_is_read_as_the_export() throws Exception {
        Household household = Household.of(3, AMSTERDAM, LocalDate.of(2025, 10, 25), 3);

        Heard heard = Heard.of(P1MonitorFiles.database(household, folder.resolve("e_historie.db")), HERE);
        Heard exported = Heard.of(folder, P1MonitorFiles.export(household, 0), HERE);

        assertThat(heard.formats).containsExactly("P1 Monitor's database");
        assertTrue(heard, household);
        assertThat(heard.valuesOf(Register.EXPORT_T1_WH)).isEqualTo(exported.valuesOf(Register.EXPORT_T1_WH));
    }

    @Test
    void fewer_rows_than_the_manifest_promises_are_told() throws Exception {
        Household household = Household.of(3, AMSTERDAM, LocalDate.of(2025, 7, 1), 2);

        assertThat(Heard.of(folder, P1MonitorFiles.export(household, 1), HERE).early)
                .singleElement()
                .asString()
                .contains("promises");
    }

    @Test
    void a_member_that_ends_in_a_statement_is_told() throws Exception {
        String text = "replace into e_history_uur (TIMESTAMP,VERBR_KWH_181) values ('2025-07-10 21:00:00','1.000');\n"
                + "replace into e_history_uur (TIMESTAMP,VERBR_KWH_181) values ('2025-07-10 22:00";

        assertThat(Heard.of(folder, SemExportFiles.zipOf(Map.of("historie1", text)), HERE).early)
                .singleElement()
                .asString()
                .contains("statement");
    }
}
