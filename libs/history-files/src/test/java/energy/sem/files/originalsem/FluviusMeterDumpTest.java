package energy.sem.files.originalsem;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import energy.sem.files.FileDeviceKind;
import energy.sem.files.ReadingOptions;
import energy.sem.files.made.FluviusMeterFiles;
import energy.sem.files.made.Heard;
import energy.sem.files.made.Household;

import static org.assertj.core.api.Assertions.assertThat;

class FluviusMeterDumpTest {
    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
    private static final ReadingOptions HERE = ReadingOptions.in(BRUSSELS);
    private static final Household HOUSEHOLD = Household.of(6, BRUSSELS, LocalDate.of(2025, 10, 25), 3);

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"timestamp, UTC, Europe/Brussels", "datetime, UTC, UTC"})
    void each_register_is_the_true_one_with_the_export_swapped_back(String type, String clock, String said)
            throws Exception {
        Heard heard = Heard.of(
                folder, FluviusMeterFiles.dump(HOUSEHOLD, type, ZoneId.of(clock)), HERE.withClock(ZoneId.of(said)));

        assertThat(heard.formats).containsExactly("the original SEM's table FluviusMeter");
        assertThat(heard.refused).isEmpty();
        assertThat(heard.early).isEmpty();
        // The first and the last minute of each quarter hour, four registers and gas; no water.
        assertThat(heard.registers).hasSize(2 * 5 * HOUSEHOLD.quarters()).allSatisfy(row -> assertThat(row.value())
                .isEqualTo(HOUSEHOLD.at(row.register(), row.at())));
        assertThat(heard.registers).extracting(row -> row.device().kind()).doesNotContain(FileDeviceKind.WATER);
    }

    @Test
    void of_a_wall_clock_the_doubled_hour_is_not_invented() throws Exception {
        Heard heard = Heard.of(folder, FluviusMeterFiles.dump(HOUSEHOLD, "datetime", BRUSSELS), HERE);

        assertThat(heard.refused).hasSize(120).allSatisfy(cause -> assertThat(cause)
                .contains("doubled hour"));
        assertThat(heard.registers)
                .allSatisfy(row -> assertThat(row.value()).isEqualTo(HOUSEHOLD.at(row.register(), row.at())));
        assertThat(heard.notes).anyMatch(note -> note.contains("Europe/Brussels"));
    }

    @Test
    void a_dump_cut_anywhere_is_told_and_says_nothing_untrue() throws Exception {
        byte[] whole =
                FluviusMeterFiles.dump(HOUSEHOLD, "timestamp", ZoneOffset.UTC).getBytes(StandardCharsets.UTF_8);
        for (int at = 2_000; at < whole.length - 60; at += 9_973) {
            Heard heard = Heard.of(folder, Arrays.copyOf(whole, at), HERE);

            assertThat(heard.early).as("cut at %d of %d", at, whole.length).hasSize(1);
            assertThat(heard.registers)
                    .allSatisfy(row -> assertThat(row.value()).isEqualTo(HOUSEHOLD.at(row.register(), row.at())));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "INSERT INTO FluviusMeter (reading_time, Pch) VALUES ('yesterday', 1.5);           | no date",
                "INSERT INTO FluviusMeter (reading_time, Pch) VALUES (NULL, 1.5);                  | missing",
                "INSERT INTO FluviusMeter (reading_time, Pch) VALUES ('2025-01-01 10:00:00', -3);  | negative",
                "INSERT INTO FluviusMeter (reading_time, Pch) VALUES ('2025-01-01 10:00:00');      | 1 values for 2 columns",
                "INSERT INTO FluviusMeter VALUES ('2025-01-01 10:00:00', 1.5);                     | does not say what the columns",
                "INSERT INTO FluviusMeter (Pch) VALUES (1.5);                                      | no column reading_time",
            })
    void a_row_that_cannot_be_is_refused(String dump, String cause) throws Exception {
        Heard heard = Heard.of(folder, dump, HERE);

        assertThat(heard.registers).isEmpty();
        assertThat(heard.refused).singleElement().asString().startsWith("1: ").contains(cause);
    }
}
