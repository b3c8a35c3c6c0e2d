package energy.sem.files.supplier;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import energy.sem.files.HistoryFileException;
import energy.sem.files.ReadingOptions;
import energy.sem.files.SensorMeaning;
import energy.sem.files.Trust;
import energy.sem.files.made.Heard;
import energy.sem.p1.Register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SupplierTest {
    private static final ReadingOptions HERE = ReadingOptions.in(ZoneId.of("Europe/Amsterdam"));
    private static final String LIANDER =
            """
            eancodeasn,meternummer,meterreadingdate,reading1,usage1,reading2,usage2,reading3,usage3,reading4,usage4
            871600000000000000,E0SEM0000000001,05-06-2023,1234.5,1.2,2345.6,2.3,3.4,0,4.5,0
            871600000000000000,E0SEM0000000001,06-06-2023,1235.5,1.0,2346.6,1.0,3.4,0,4.5,0
            """;

    @TempDir
    Path folder;

    @Test
    void greenchoice_is_newest_first_and_dal_is_dutch_tariff_1() throws Exception {
        Heard heard = Heard.of(
                folder,
                """
            OpnameDatum;StandNormaal;StandDal;TerugleveringNormaal;TerugleveringDal
            02-01-2025;2010;1005;7;3
            01-01-2025;2000;1000;7;3
            """,
                HERE);

        assertThat(heard.formats).containsExactly("Greenchoice's readings");
        assertThat(heard.valuesOf(Register.IMPORT_T1_WH))
                .isEqualTo(Map.of(
                        Instant.parse("2024-12-31T23:00:00Z"),
                        1_000_000L,
                        Instant.parse("2025-01-01T23:00:00Z"),
                        1_005_000L));
        assertThat(heard.valuesOf(Register.IMPORT_T2_WH)).containsValue(2_010_000L);
        assertThat(heard.registers)
                .allSatisfy(row -> assertThat(row.device().generation()).isZero());
    }

    @Test
    void liander_is_read_as_what_the_user_says_its_columns_are() throws Exception {
        assertThatThrownBy(() -> Heard.of(folder, LIANDER, HERE))
                .isInstanceOf(HistoryFileException.class)
                .hasMessageContaining("reading1");

        Heard heard = Heard.of(
                folder,
                LIANDER,
                HERE.withSensors(
                        Map.of("reading1", SensorMeaning.of("import-t1").orElseThrow())));

        assertThat(heard.valuesOf(Register.IMPORT_T1_WH)).containsValues(1_234_500L, 1_235_500L);
        assertThat(heard.registers).hasSize(2);
    }

    @Test
    void engie_gives_hours_of_both_tariffs_and_gas() throws Exception {
        Heard heard = Heard.of(
                folder,
                """
            "Datum","EAN","Verbruik","Type","Piek"
            "2025-01-01T10:00:00+01:00","871600000000000000","0.250","Elektriciteit","Piek"
            "2025-01-01T11:00:00+01:00","871600000000000000","0.125","Elektriciteit","Dal"
            "2025-01-01T10:00:00+01:00","871600000000000001","0.5","Gas",""
            "2025-01-01T10:00:00+01:00","871600000000000001","0.5","Warmte",""
            """,
                HERE);

        assertThat(heard.volumesOf(Register.IMPORT_T2_WH)).containsValue(250L);
        assertThat(heard.volumesOf(Register.IMPORT_T1_WH)).containsValue(125L);
        assertThat(heard.volumesOf(Register.VOLUME_L)).containsValue(500L);
        assertThat(heard.volumes.get(0).trust()).isEqualTo(Trust.SUM);
        assertThat(heard.refused).singleElement().asString().contains("type").doesNotContain("8716");
    }
}
