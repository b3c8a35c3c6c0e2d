package energy.sem.files.emoncms;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import energy.sem.files.HistoryFileException;
import energy.sem.files.ReadingOptions;
import energy.sem.files.SensorMeaning;
import energy.sem.files.made.EmonCmsFiles;
import energy.sem.files.made.Heard;
import energy.sem.files.made.Household;
import energy.sem.p1.Register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class PhpFinaTest {
    private static final ReadingOptions HERE = ReadingOptions.in(ZoneId.of("Europe/Brussels"));
    private static final ReadingOptions SAID =
            HERE.withSensors(Map.of("12", SensorMeaning.of("import-t1").orElseThrow()));
    private static final Household HOUSEHOLD =
            Household.of(1, ZoneId.of("Europe/Brussels"), LocalDate.of(2025, 10, 25), 3);

    @TempDir
    Path folder;

    private Path feed() throws Exception {
        return EmonCmsFiles.feed(HOUSEHOLD, Register.IMPORT_T1_WH, folder, "12");
    }

    @Test
    void a_feed_is_read_as_what_the_user_says_it_is() throws Exception {
        Heard heard = Heard.of(feed(), SAID);

        assertThat(heard.formats).containsExactly("a feed of emonCMS");
        assertThat(heard.registers).hasSizeGreaterThan(250).allSatisfy(row -> assertThat(row.value())
                .isCloseTo(HOUSEHOLD.at(Register.IMPORT_T1_WH, row.at()), within(1L)));
    }

    @Test
    void without_being_told_it_asks() throws Exception {
        Path meta = feed();

        assertThatThrownBy(() -> Heard.of(meta, HERE))
                .isInstanceOf(HistoryFileException.class)
                .hasMessageContaining("feed 12");
    }

    @Test
    void data_that_end_in_a_number_are_told_and_missing_data_are_asked_for() throws Exception {
        Path meta = feed();
        byte[] data = Files.readAllBytes(folder.resolve("12.dat"));
        Files.write(folder.resolve("12.dat"), Arrays.copyOf(data, data.length - 2));
        assertThat(Heard.of(meta, SAID).early).hasSize(1);

        Files.delete(folder.resolve("12.dat"));
        assertThatThrownBy(() -> Heard.of(meta, SAID)).hasMessageContaining("12.dat");
    }
}
