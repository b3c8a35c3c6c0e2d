package energy.sem.files;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import energy.sem.files.made.AllFiles;
import energy.sem.files.made.Heard;
import energy.sem.files.made.Household;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever becomes of a file on its way, reading it ends: with rows, with refusals, or with a sentence. */
class AnyFileTest {
    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
    private static final ReadingOptions HERE = ReadingOptions.in(BRUSSELS);
    private static final Household HOUSEHOLD = Household.of(21, BRUSSELS, LocalDate.of(2025, 10, 25), 3);

    @TempDir
    Path folder;

    private Heard read(byte[] content) throws Exception {
        try {
            return Heard.of(folder, content, HERE);
        } catch (HistoryFileException e) {
            assertThat(e.getMessage()).isNotBlank().doesNotContain("541400000000000000", "1SEM0000000001");
            return new Heard();
        }
    }

    @Test
    void each_format_is_found_by_its_content_and_by_one_only() throws Exception {
        for (Map.Entry<String, byte[]> file : AllFiles.of(HOUSEHOLD, folder).entrySet()) {
            Heard heard = Heard.of(folder, file.getValue(), HERE);

            assertThat(heard.formats).as(file.getKey()).hasSize(1);
            assertThat(heard.registers.size() + heard.volumes.size())
                    .as(file.getKey())
                    .isGreaterThan(10);
            assertThat(heard.refused).as(file.getKey()).isEmpty();
            assertThat(heard.early).as(file.getKey()).isEmpty();
        }
    }

    @Test
    void a_file_cut_anywhere_is_told_in_words() throws Exception {
        Random random = new Random(1);
        for (Map.Entry<String, byte[]> file : AllFiles.of(HOUSEHOLD, folder).entrySet()) {
            for (int i = 0; i < 12; i++) {
                int at = 1 + random.nextInt(file.getValue().length);
                assertQuiet(read(Arrays.copyOf(file.getValue(), at)));
            }
        }
    }

    @Test
    void a_file_with_any_bytes_overwritten_is_told_in_words() throws Exception {
        Random random = new Random(2);
        for (Map.Entry<String, byte[]> file : AllFiles.of(HOUSEHOLD, folder).entrySet()) {
            for (int i = 0; i < 12; i++) {
                byte[] broken = file.getValue().clone();
                for (int times = 0; times < 1 + i * 5; times++) {
                    broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
                }
                assertQuiet(read(broken));
            }
        }
    }

    @Test
    void fields_of_all_kinds_of_nonsense_are_told_in_words() throws Exception {
        String[] nonsense = {
            "",
            "\"",
            "'",
            "\\",
            "\0",
            "-1",
            "1e999",
            "NaN",
            "9".repeat(200),
            "\uD800",
            "=1+1",
            ";;;;",
            "\t\t",
            "\u00A0",
            "NULL"
        };
        Random random = new Random(3);
        for (Map.Entry<String, byte[]> file : AllFiles.of(HOUSEHOLD, folder).entrySet()) {
            String text = new String(file.getValue(), StandardCharsets.ISO_8859_1);
            for (String each : nonsense) {
                int at = random.nextInt(text.length());
                int end = Math.min(text.length(), at + random.nextInt(12));
                assertQuiet(read(
                        (text.substring(0, at) + each + text.substring(end)).getBytes(StandardCharsets.ISO_8859_1)));
            }
        }
    }

    private static void assertQuiet(Heard heard) {
        assertThat(heard.refused)
                .allSatisfy(cause -> assertThat(cause).doesNotContain("541400000000000000", "1SEM0000000001"));
        assertThat(heard.early).hasSizeLessThanOrEqualTo(1);
        assertThat(heard.registers).allSatisfy(row -> assertThat(row.value()).isNotNegative());
    }

    @Test
    void garbage_is_of_no_format_or_refused() throws Exception {
        Random random = new Random(4);
        for (int i = 0; i < 200; i++) {
            byte[] garbage = new byte[1 + random.nextInt(5_000)];
            random.nextBytes(garbage);
            assertThat(read(garbage).formats).isEmpty();
        }
    }

    @Test
    void a_line_of_ten_megabytes_is_refused_and_does_not_stay_in_memory() throws Exception {
        String header =
                "Van (datum);Van (tijdstip);Tot (datum);Tot (tijdstip);EAN-code;Meter;Metertype;Register;Volume;Eenheid;Validatiestatus\n";

        assertThat(read((header + "x".repeat(10_000_000) + "\n").getBytes(StandardCharsets.UTF_8)).volumes)
                .isEmpty();
        assertThat(read(("INSERT INTO FluviusMeter (reading_time, Pch) VALUES ('" + "x".repeat(10_000_000) + "', 1);")
                                .getBytes(StandardCharsets.UTF_8))
                        .refused)
                .hasSize(1);
        assertThat(
                        read(("--\n-- PostgreSQL database dump\n--\nCOPY public.dsmr_datalogger_dsmrreading (id, \"timestamp\") FROM stdin;\n"
                                                + "x".repeat(10_000_000) + "\n\\.\n")
                                        .getBytes(StandardCharsets.UTF_8))
                                .registers)
                .isEmpty();
    }

    @Test
    void notes_never_hold_a_serial_or_ean() throws Exception {
        for (byte[] file : AllFiles.of(HOUSEHOLD, folder).values()) {
            assertThat(read(file).notes)
                    .allSatisfy(note -> assertThat(note).doesNotContain("541400000000000000", "SEM0000000001"));
        }
    }
}
