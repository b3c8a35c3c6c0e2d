package energy.sem.files;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import energy.sem.files.made.FluviusFiles;
import energy.sem.files.made.Heard;
import energy.sem.files.made.HomeAssistantFiles;
import energy.sem.files.made.Household;
import energy.sem.files.made.SemExportFiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class HistoryFileTest {
    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
    private static final ReadingOptions HERE = ReadingOptions.in(BRUSSELS);
    private static final Household HOUSEHOLD = Household.of(21, BRUSSELS, LocalDate.of(2025, 10, 25), 2);
    private static final String QUARTERS =
            FluviusFiles.quarters(HOUSEHOLD, FluviusFiles.Variant.DUTCH_2025_09, q -> false);

    @TempDir
    Path folder;

    @Test
    void each_file_in_a_zip_is_a_source_and_what_is_not_known_is_shown() throws Exception {
        Map<String, String> members = new LinkedHashMap<>();
        members.put("a/Verbruikshistoriek_elektriciteit_541400000000000000.csv", QUARTERS);
        members.put("b.csv", FluviusFiles.gasHours(HOUSEHOLD, FluviusFiles.Variant.ENGLISH_2025));
        members.put("__MACOSX/._b.csv", "x");
        members.put("541400000000000001.txt", "hello 541400000000000001");

        Heard heard = Heard.of(folder, SemExportFiles.zipOf(members), HERE);

        assertThat(heard.formats).hasSize(2);
        assertThat(heard.notes)
                .anyMatch(note -> note.contains("It begins with: hello …"))
                .noneMatch(note -> note.contains("541400000000000001"));
    }

    @Test
    void gz_is_unwrapped_and_packed_twice_is_told() throws Exception {
        byte[] once = gzip(QUARTERS.getBytes(StandardCharsets.UTF_8));

        assertThat(Heard.of(folder, once, HERE).volumes).hasSize(2 * HOUSEHOLD.quarters());
        assertThat(Heard.of(folder, gzip(once), HERE).notes)
                .singleElement()
                .asString()
                .contains("packed twice");
    }

    @Test
    void a_database_in_a_zip_is_unpacked_and_gone_afterwards() throws Exception {
        byte[] database = Files.readAllBytes(HomeAssistantFiles.database(HOUSEHOLD, folder.resolve("ha.db")));
        Path packed = folder.resolve("ha.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(packed))) {
            zip.putNextEntry(new ZipEntry("home-assistant_v2.db"));
            zip.write(database);
        }

        assertThat(Heard.of(packed, HERE).registers).isNotEmpty();
    }

    @Test
    void what_grows_to_fill_a_disk_is_given_up() throws Exception {
        byte[] header = QUARTERS.substring(0, QUARTERS.indexOf('\n') + 1).getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream packed = new GZIPOutputStream(bytes)) {
            packed.write(header);
            byte[] lines = "\n".repeat(1024 * 1024).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 80; i++) {
                packed.write(lines);
            }
        }

        assertThatThrownBy(() -> Heard.of(folder, bytes.toByteArray(), HERE))
                .isInstanceOf(HistoryFileException.class)
                .hasMessageContaining("grows beyond");
    }

    @Test
    void a_zip_that_is_cut_or_has_too_many_files_is_refused() throws Exception {
        byte[] zip = SemExportFiles.zipOf(Map.of("a.csv", QUARTERS));
        assertThatThrownBy(() -> Heard.of(folder, java.util.Arrays.copyOf(zip, zip.length - 30), HERE))
                .isInstanceOf(HistoryFileException.class)
                .hasMessageContaining("cut off or damaged");

        Map<String, String> many = new LinkedHashMap<>();
        for (int i = 0; i < 2_001; i++) {
            many.put("file" + i, "");
        }
        assertThatThrownBy(() -> Heard.of(folder, SemExportFiles.zipOf(many), HERE))
                .hasMessageContaining("more than 2000 files");
    }

    @Test
    void an_empty_file_and_a_missing_one_are_told() throws Exception {
        assertThatThrownBy(() -> Heard.of(folder, new byte[0], HERE))
                .isInstanceOf(HistoryFileException.class)
                .hasMessageContaining("empty");
        assertThatThrownBy(() -> HistoryFile.open(folder.resolve("none")))
                .isInstanceOf(HistoryFileException.class)
                .hasMessageContaining("no such file");
        assertThatThrownBy(() -> HistoryFile.open(folder)).isInstanceOf(HistoryFileException.class);
    }

    @Test
    void how_much_is_read_can_be_asked() throws Exception {
        Path file = Files.writeString(folder.resolve("a.csv"), QUARTERS);
        try (HistoryFile opened = HistoryFile.open(file)) {
            HistorySource source = opened.sources().get(0);
            source.read(HERE, new Heard());
            assertThat(source.shareRead()).hasValue(1.0);
        }
    }

    private static byte[] gzip(byte[] content) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream packed = new GZIPOutputStream(bytes)) {
            packed.write(content);
        }
        return bytes.toByteArray();
    }
}
