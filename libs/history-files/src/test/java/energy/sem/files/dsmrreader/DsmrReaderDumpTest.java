package energy.sem.files.dsmrreader;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import energy.sem.files.HistoryFileException;
import energy.sem.files.ReadingOptions;
import energy.sem.files.Trust;
import energy.sem.files.made.DsmrReaderFiles;
import energy.sem.files.made.Heard;
import energy.sem.files.made.Household;
import energy.sem.p1.Register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DsmrReaderDumpTest {
    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
    private static final ReadingOptions HERE = ReadingOptions.in(AMSTERDAM);
    private static final Household HOUSEHOLD = Household.of(4, AMSTERDAM, LocalDate.of(2025, 10, 24), 5);

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void each_register_of_a_backup_is_the_true_one_in_order_of_time(boolean shuffled) throws Exception {
        Heard heard = Heard.of(folder, gzip(DsmrReaderFiles.backup(HOUSEHOLD, shuffled)), HERE);

        assertThat(heard.formats).containsExactly("DSMR-reader's backup");
        assertThat(heard.refused).isEmpty();
        assertThat(heard.early).isEmpty();
        assertThat(heard.volumes).as("no sums where there are readings").isEmpty();
        int hours = HOUSEHOLD.quarters() / 4;
        assertThat(heard.registers).hasSize(hours * (2 * 4 + 1)).allSatisfy(row -> {
            assertThat(row.value()).isEqualTo(HOUSEHOLD.at(row.register(), row.at()));
            assertThat(row.device().generation()).isZero();
            assertThat(row.trust()).isEqualTo(Trust.REGISTER);
        });
        assertThat(heard.registers.stream()
                        .filter(row -> row.register() == Register.IMPORT_T1_WH)
                        .map(row -> row.at()))
                .isSorted();
    }

    @Test
    void where_only_statistics_are_left_days_give_registers_and_hours_give_sums() throws Exception {
        Heard heard = Heard.of(folder, DsmrReaderFiles.statisticsOnly(HOUSEHOLD), HERE);

        assertThat(heard.valuesOf(Register.IMPORT_T2_WH)).hasSize(5);
        assertThat(heard.registers).allSatisfy(row -> assertThat(row.value())
                .isEqualTo(HOUSEHOLD.at(row.register(), DsmrReaderFiles.taken(row))));
        assertThat(heard.registers).extracting(row -> row.trust()).contains(Trust.REGISTER, Trust.ESTIMATED);
        assertThat(heard.volumes).hasSize(HOUSEHOLD.quarters() / 4 * 5).allSatisfy(row -> {
            assertThat(row.trust()).isEqualTo(Trust.SUM);
            assertThat(Duration.between(row.from(), row.to())).isEqualTo(Duration.ofHours(1));
            assertThat(row.amount().orElse(-1))
                    .isLessThanOrEqualTo(
                            HOUSEHOLD.at(row.register(), row.to()) - HOUSEHOLD.at(row.register(), row.from()));
        });
    }

    @Test
    void a_lower_register_that_stays_is_another_meter() throws Exception {
        String swapped = swapFrom(DsmrReaderFiles.backup(HOUSEHOLD, false), "2025-10-26 12:00", 900_000_000);

        Heard heard = Heard.of(folder, swapped, HERE);

        assertThat(heard.registers)
                .filteredOn(row -> row.register() != Register.VOLUME_L)
                .allSatisfy(row -> assertThat(row.device().generation())
                        .isEqualTo(row.at().isBefore(Instant.parse("2025-10-26T12:00:00Z")) ? 0 : 1));
        assertThat(heard.notes).anyMatch(note -> note.contains("another meter"));
    }

    /** All electricity registers before a time so much higher. */
    private static String swapFrom(String backup, String time, long higher) {
        return backup.lines()
                .map(line -> {
                    String[] parts = line.split("\t");
                    if (parts.length != 12 || parts[1].compareTo(time) >= 0) {
                        return line;
                    }
                    for (int i = 2; i < 6; i++) {
                        parts[i] = Household.decimal(Long.parseLong(parts[i].replace(".", "")) + higher, '.');
                    }
                    return String.join("\t", parts);
                })
                .collect(java.util.stream.Collectors.joining("\n"));
    }

    @Test
    void a_reading_that_went_wrong_is_refused_and_no_meter_change() throws Exception {
        String backup = DsmrReaderFiles.backup(HOUSEHOLD, false);
        String broken = backup.lines()
                .map(line -> line.contains("2025-10-26 12:00:03+00\t")
                        ? line.replaceFirst("(\\+00)\t[0-9.]+\t[0-9.]+", "$1\t0.000\t0.000")
                        : line)
                .collect(java.util.stream.Collectors.joining("\n"));

        Heard heard = Heard.of(folder, broken, HERE);

        assertThat(heard.refused).singleElement().asString().contains("went wrong");
        assertThat(heard.registers)
                .allSatisfy(row -> assertThat(row.device().generation()).isZero());
    }

    @Test
    void a_dump_cut_off_anywhere_is_told_and_says_nothing_untrue() throws Exception {
        byte[] whole = DsmrReaderFiles.backup(HOUSEHOLD, false).getBytes(StandardCharsets.UTF_8);
        for (int at = 1_500; at < whole.length - 60; at += 977) {
            Heard heard;
            try {
                heard = Heard.of(folder, Arrays.copyOf(whole, at), HERE);
            } catch (HistoryFileException e) {
                assertThat(e).hasMessageContaining("no readings");
                continue;
            }
            assertThat(heard.early).as("cut at %d of %d", at, whole.length).hasSize(1);
            assertThat(heard.registers).filteredOn(row -> row.value() != 1000).allSatisfy(row -> assertThat(row.value())
                    .isEqualTo(HOUSEHOLD.at(row.register(), row.at())));
        }
    }

    @Test
    void a_compressed_backup_cut_off_is_told() throws Exception {
        byte[] whole = gzip(DsmrReaderFiles.backup(HOUSEHOLD, false));

        Heard heard = Heard.of(folder, Arrays.copyOf(whole, whole.length - 500), HERE);

        assertThat(heard.early).singleElement().asString().contains("cut off");
    }

    @Test
    void a_compressed_backup_that_is_damaged_is_refused() throws Exception {
        byte[] whole = gzip(DsmrReaderFiles.backup(HOUSEHOLD, false));
        Arrays.fill(whole, whole.length / 2, whole.length / 2 + 50, (byte) 0x55);

        assertThatThrownBy(() -> Heard.of(folder, whole, HERE))
                .isInstanceOf(HistoryFileException.class)
                .hasMessageContaining("damaged");
    }

    @Test
    void a_dump_without_readings_says_which_backup_to_give() {
        String empty =
                "--\n-- PostgreSQL database dump\n--\n\nCOPY public.dsmr_backend_schedule (id) FROM stdin;\n1\n\\.\n";

        assertThatThrownBy(() -> Heard.of(folder, empty, HERE))
                .isInstanceOf(HistoryFileException.class)
                .hasMessageContaining("partial");
    }

    private static byte[] gzip(String text) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream packed = new GZIPOutputStream(bytes)) {
            packed.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
