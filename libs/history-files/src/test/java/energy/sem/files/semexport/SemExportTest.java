package energy.sem.files.semexport;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import energy.sem.files.EventOf;
import energy.sem.files.FileDeviceKind;
import energy.sem.files.HistoryFileException;
import energy.sem.files.ReadingOptions;
import energy.sem.files.made.Heard;
import energy.sem.files.made.Household;
import energy.sem.files.made.SemExportFiles;
import energy.sem.p1.Register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

class SemExportTest {
    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
    private static final ReadingOptions HERE = ReadingOptions.in(BRUSSELS);
    private static final Household HOUSEHOLD = Household.of(9, BRUSSELS, LocalDate.of(2025, 10, 25), 3);

    @TempDir
    Path folder;

    @Test
    void registers_extremes_and_peaks_come_back_as_they_left() throws Exception {
        Heard heard = Heard.of(folder, SemExportFiles.zip(HOUSEHOLD), HERE);

        assertThat(heard.formats).containsExactly("SEM's export");
        assertThat(heard.refused).isEmpty();
        assertThat(heard.volumes).isEmpty();
        assertThat(heard.registers)
                .hasSize(HOUSEHOLD.quarters() * (2 * 4 + 1))
                .allSatisfy(row -> assertThat(row.value()).isEqualTo(HOUSEHOLD.at(row.register(), row.at())));
        assertThat(heard.registers)
                .filteredOn(row -> row.device().kind() == FileDeviceKind.GAS)
                .hasSize(HOUSEHOLD.quarters())
                .allSatisfy(row -> assertThat(row.device().serial()).isEqualTo("7SEM0000000001"));
        assertThat(heard.extremes).hasSize(HOUSEHOLD.quarters()).first().satisfies(row -> assertThat(row.values())
                .isEqualTo(Map.of(
                        "max_import_w",
                        (int) (4 * HOUSEHOLD.in(Register.IMPORT_T1_WH, 0)),
                        "max_export_w",
                        0,
                        "min_voltage_l1_dv",
                        2299,
                        "max_voltage_l1_dv",
                        2351)));
        assertThat(heard.peaks).hasSize(2).first().satisfies(peak -> {
            assertThat(peak.month()).isEqualTo(YearMonth.of(2025, 1));
            assertThat(peak.finalW()).isEqualTo(4100);
            assertThat(peak.finalAt()).isEqualTo(Instant.parse("2025-01-09T17:15:00Z"));
        });
        assertThat(heard.peaks.get(1).finalW()).isNull();
    }

    @Test
    void what_the_meter_said_beside_its_counts_comes_back_without_the_mark_against_formulas() throws Exception {
        Heard heard = Heard.of(folder, SemExportFiles.zip(HOUSEHOLD), HERE);

        assertThat(heard.events)
                .extracting(
                        EventOf::serial,
                        EventOf::kind,
                        EventOf::number,
                        EventOf::value,
                        EventOf::text,
                        EventOf::seconds)
                .containsExactly(
                        tuple("1SEM0000000001", "power-failure", 0, null, null, 312L),
                        tuple("1SEM0000000001", "sags", 2, 4L, null, null),
                        tuple("7SEM0000000001", "valve", 0, null, "-1", null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "soon,1SEM,sags,1,4,,                  | at is no time",
                "2025-01-10T08:00:00Z,1SEM,sags,256,,, | number is too large",
                "2025-01-10T08:00:00Z,1SEM,sags,1,x,,  | value",
            })
    void an_event_that_cannot_be_is_refused(String row, String cause) throws Exception {
        Map<String, String> files = SemExportFiles.files(HOUSEHOLD);
        files.put("events.csv", "at,serial,kind,number,value,text,seconds\n" + row + "\n");

        assertThat(Heard.of(folder, SemExportFiles.zip(files, "1"), HERE).refused)
                .singleElement()
                .asString()
                .contains("events.csv", cause);
    }

    @Test
    void a_file_that_was_changed_is_refused_before_anything_is_told() throws Exception {
        Map<String, String> files = SemExportFiles.files(HOUSEHOLD);
        byte[] whole = SemExportFiles.zip(files, "1");
        assertThat(Heard.of(folder, whole, HERE).registers).isNotEmpty();

        Map<String, String> changed = new java.util.LinkedHashMap<>();
        changed.put("manifest.json", manifest(whole));
        changed.putAll(files);
        changed.put("quarter_hours.csv", files.get("quarter_hours.csv").replaceFirst(",0,2299", ",1,2299"));

        assertThatThrownBy(() -> Heard.of(folder, SemExportFiles.zipOf(changed), HERE))
                .isInstanceOf(HistoryFileException.class)
                .hasMessageContaining("checksum");
    }

    private static String manifest(byte[] zip) throws Exception {
        try (java.util.zip.ZipInputStream members =
                new java.util.zip.ZipInputStream(new java.io.ByteArrayInputStream(zip))) {
            members.getNextEntry();
            return new String(members.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @CsvSource({"2", "\"x\"", "null"})
    void another_version_says_what_to_do(String version) {
        assertThatThrownBy(() -> Heard.of(folder, SemExportFiles.zip(SemExportFiles.files(HOUSEHOLD), version), HERE))
                .isInstanceOf(HistoryFileException.class)
                .hasMessageContaining("update SEM");
    }

    @ParameterizedTest
    @CsvSource({"devices.csv", "quarter_hours.csv"})
    void a_file_that_is_missing_is_told(String file) {
        Map<String, String> files = SemExportFiles.files(HOUSEHOLD);
        files.remove(file);

        assertThatThrownBy(() -> Heard.of(folder, SemExportFiles.zip(files, "1"), HERE))
                .isInstanceOf(HistoryFileException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "9,2025-10-25T00:00:00Z,x,2025-10-25T00:00:00Z,2025-10-25T00:00:00Z,1,1 | device",
                "1,2025-10-25T00:00:00Z,x,yesterday,2025-10-25T00:00:00Z,1,1            | first_at is no time",
                "1,2025-10-25T00:00:00Z,x,2025-10-25T00:00:10Z,2025-10-25T00:00:00Z,1,1 | not in order",
                "1,2025-10-25T00:00:00Z,x,2025-10-25T00:00:00Z,2025-10-25T00:00:00Z,-1,1 | negative",
            })
    void a_row_that_cannot_be_is_refused(String row, String cause) throws Exception {
        Map<String, String> files = SemExportFiles.files(HOUSEHOLD);
        files.put(
                "quarter_hours.csv",
                "device,from,wall_time,first_at,last_at,first_importT1Wh,last_importT1Wh\n" + row + "\n");

        assertThat(Heard.of(folder, SemExportFiles.zip(files, "1"), HERE).refused)
                .singleElement()
                .asString()
                .contains(cause);
    }

    @Test
    void a_register_of_a_later_sem_is_not_dropped_silently() {
        Map<String, String> files = SemExportFiles.files(HOUSEHOLD);
        files.put("quarter_hours.csv", "device,from,wall_time,first_at,last_at,first_importT9Wh,last_importT9Wh\n");

        assertThatThrownBy(() -> Heard.of(folder, SemExportFiles.zip(files, "1"), HERE))
                .hasMessageContaining("update SEM");
    }
}
