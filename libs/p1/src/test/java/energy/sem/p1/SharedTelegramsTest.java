package energy.sem.p1;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Public telegrams, when the folder with them is beside the checkout; each does what that folder's README says. */
class SharedTelegramsTest {

    static final Path FOLDER = SharedFolders.TELEGRAMS;

    @BeforeEach
    void the_folder_is_there() {
        assumeTrue(Files.isDirectory(FOLDER), "no folder ../shared/telegrams beside the checkout: skipped");
    }

    static Heard hear(String prefix) {
        return Heard.of(SharedFolders.file(FOLDER, prefix));
    }

    @ParameterizedTest
    @CsvSource({
        "be-01, EMUCS_1_7, 3, 2",
        "be-03, EMUCS_1_7, 3, 2",
        "be-04, EMUCS_1_7, 0, 2",
        "be-05, EMUCS_1_7, 2, 2",
        "be-06, EMUCS_1_7, 3, 2",
        "nl-01, DSMR_2_2, 0, 1",
        "nl-02, DSMR_4, 0, 1",
        "nl-03, DSMR_5, 0, 2",
        "nl-04, DSMR_3, 0, 1",
        "at-01, AUSTRIA, 0, 0",
        "dst-01, EMUCS_1_7, 3, 2",
        "bad-04, EMUCS_1_7, 3, 2",
        "bad-05, EMUCS_1_7, 3, 2",
        "bad-06, EMUCS_1_7, 3, 2",
        "bad-07, EMUCS_1_7, 3, 2",
        "bad-11, EMUCS_1_7, 3, 2",
    })
    void a_good_telegram_comes_out_and_nothing_in_it_is_a_surprise(
            String file, Dialect dialect, int monthPeaks, int devices) {
        Heard heard = hear(file);
        assertThat(heard.telegrams).hasSize(1);
        Telegram t = heard.telegrams.get(0);
        assertThat(t.dialect()).isEqualTo(dialect);
        assertThat(t.monthPeaks()).hasSize(monthPeaks);
        assertThat(t.devices()).hasSize(devices);
        assertThat(t.warnings()).isEmpty();
        assertThat(t.repaired()).isEqualTo(file.equals("bad-06"));
        assertThat(t.crc()).isEqualTo(file.equals("nl-01") || file.equals("nl-04") ? CrcState.ABSENT : CrcState.VALID);
        if (dialect != Dialect.AUSTRIA) {
            assertThat(t.others()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "be-02, CRC",
        "bad-01, CRC",
        "bad-02, CRC",
        "bad-03, TRUNCATED",
        "bad-08, CRC",
        "bad-10, OVERSIZE",
        "lu-01-decrypted, CRC"
    })
    void a_bad_telegram_is_rejected_with_its_cause(String file, RejectCause cause) {
        Heard heard = hear(file);
        assertThat(heard.telegrams).isEmpty();
        assertThat(heard.causes()).containsExactly(cause);
    }

    @ParameterizedTest
    @CsvSource({"bad-04, ''", "bad-05, TRUNCATED", "bad-11, TRUNCATED", "bad-09, ''"})
    void of_what_comes_before_a_good_one_only_a_begun_telegram_is_rejected(String file, String cause) {
        assertThat(hear(file).causes().stream().map(Enum::name))
                .isEqualTo(cause.isEmpty() ? List.of() : List.of(cause));
    }

    @Test
    void the_example_of_emucs_2_1_decodes_once_its_dummy_checksum_is_ignored() {
        RejectedFrame rejected = hear("be-02").rejected.get(0);
        Telegram t = TelegramDecoder.decode(rejected.bytes(), 0, rejected.bytes().length);
        assertThat(t.dialect()).isEqualTo(Dialect.EMUCS_2_1);
        assertThat(t.connection().grid()).isEqualTo("400");
        assertThat(t.connection().relays()).hasSize(4);
        assertThat(t.connection().activeLimitW()).isNull();
        assertThat(t.connection().activeFuseCentiA()).isNull();
        assertThat(t.ean()).isEqualTo("541440012345678900");
        assertThat(t.devices()).extracting(MbusDevice::volumeLitre).containsExactly(112_384L, 872_234L);
        assertThat(t.others()).isEmpty();
        assertThat(t.warnings()).isEmpty();
    }

    @Test
    void values_never_read_are_null_and_the_gap_in_the_peaks_stays() {
        Telegram t = hear("be-05").telegrams.get(0);
        assertThat(t.devices().get(1).volumeLitre()).isNull();
        assertThat(t.monthPeaks().get(0).at()).isNull();
        assertThat(t.monthPeaks().get(1).demandW()).isEqualTo(7529);
    }

    @ParameterizedTest
    @CsvSource({
        "dst-01, 2024-10-27T00:30:00Z, 0",
        "dst-02, 2024-10-27T01:30:00Z, 0",
        "dst-03, 2025-03-30T01:00:00Z, 0",
        "dst-04, 2025-07-01T11:00:00Z, 1",
    })
    void time_is_decided_by_the_suffix(String file, Instant instant, int warnings) {
        Telegram t = hear(file).telegrams.get(0);
        assertThat(t.at().instant()).contains(instant);
        assertThat(t.warnings()).hasSize(warnings);
    }
}
