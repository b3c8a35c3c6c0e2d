package energy.sem.p1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Telegrams in the manner of real reports, when the folder with them is beside the checkout; what is right for each
 * stands in its README. Here is what a reader of telegrams can do for it; clocks and what is plausible are judged later.
 */
class FieldFolderTest {

    private final MeterChecksum checksum = new MeterChecksum();

    @BeforeEach
    void the_folder_is_there() {
        assumeTrue(Files.isDirectory(SharedFolders.FIELD), "no folder ../shared/field beside the checkout: skipped");
    }

    private List<Telegram> read(String prefix) {
        Heard heard = new Heard(checksum);
        heard.reader.feed(SharedFolders.file(SharedFolders.FIELD, prefix));
        heard.reader.end();
        assertThat(heard.rejected).isEmpty();
        assertThat(heard.telegrams).allSatisfy(t -> {
            assertThat(t.warnings()).isEmpty();
            assertThat(t.notUnderstood()).isEmpty();
        });
        return heard.telegrams;
    }

    @ParameterizedTest
    @CsvSource({
        "be-iskra-ie5-star-voltages, 1, ARC",
        "be-iskra-ie5-peak-swapped, 1, ARC",
        "lt-four-tariffs, 5, ARC",
        "clock-never-set-2000-01-01-0000, 3, ARC",
        "se-holley-crc-x25, 1, X_25",
        "dst-night-without-suffix, 17, ARC",
        "two-gas-meters-old-one-of-2017, 1, ARC",
    })
    void all_telegrams_of_each_file_are_read_with_the_checksum_that_the_meter_sends(
            String file, int telegrams, Checksum meters) {
        assertThat(read(file)).hasSize(telegrams);
        assertThat(checksum.believed()).contains(meters);
    }

    @Test
    void every_file_of_the_folder_is_read_without_a_rejection() throws IOException {
        try (Stream<Path> files = Files.list(SharedFolders.FIELD)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".txt")).toList()) {
                Heard heard = Heard.of(Files.readAllBytes(file));
                assertThat(heard.rejected).as(file.toString()).isEmpty();
                assertThat(heard.telegrams).as(file.toString()).isNotEmpty();
            }
        }
    }

    @Test
    void voltages_against_a_star_point_are_told_as_they_are() {
        assertThat(read("be-iskra-ie5-star").get(0).phases())
                .extracting(Phase::voltageDeciV)
                .containsExactly(1338, 1285, 1285);
    }

    @Test
    void the_month_peak_is_8796_W_on_2_november_at_1_o_clock_and_the_version_21110() {
        Telegram t = read("be-iskra-ie5-peak").get(0);
        assertThat(t.runningPeak().demandW()).isEqualTo(8796);
        assertThat(t.runningPeak().at().local()).isEqualTo(LocalDateTime.parse("2026-11-02T01:00"));
        assertThat(t.version()).isEqualTo("21110");
        assertThat(t.dialect()).isEqualTo(Dialect.EMUCS_2_1);
    }

    @Test
    void the_total_of_four_tariffs_rises_by_2_kWh() {
        List<Telegram> all = read("lt-four");
        assertThat(all.get(4).registers().get(Register.IMPORT_WH)
                        - all.get(0).registers().get(Register.IMPORT_WH))
                .isEqualTo(2000);
    }

    @Test
    void a_clock_never_set_says_the_year_2000_each_time() {
        assertThat(read("clock-never"))
                .allSatisfy(t -> assertThat(t.at().local()).isEqualTo(LocalDateTime.parse("2000-01-01T00:00")));
    }

    @Test
    void a_meter_with_another_checksum_is_read_from_its_first_telegram_on() {
        assertThat(read("se-holley").get(0))
                .returns(CrcState.OTHER, Telegram::crc)
                .returns("", Telegram::message)
                .returns(6102, Telegram::exportW);
    }

    @Test
    void stamps_without_a_suffix_have_none() {
        assertThat(read("dst-night")).extracting(t -> t.at().suffix()).containsOnly(P1Time.Suffix.NONE);
    }

    @Test
    void of_two_gas_meters_each_has_its_own_value_and_time() {
        assertThat(read("two-gas").get(0).devices())
                .extracting(MbusDevice::volumeLitre)
                .containsExactly(110L, 6_990_193L);
    }
}
