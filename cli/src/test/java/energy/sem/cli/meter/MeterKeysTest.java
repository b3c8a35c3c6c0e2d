package energy.sem.cli.meter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import energy.sem.cli.StartFailure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MeterKeysTest {
    private static final List<MeterChoice> METERS = List.of(
            new MeterChoice("home", "serial:auto"),
            new MeterChoice("roof", "push"),
            new MeterChoice("shed", "push"),
            new MeterChoice("demo", "simulated"));

    @TempDir
    private Path folder;

    @Test
    void a_pushed_meter_without_a_key_gets_one_that_the_original_sensor_can_hold() {
        Map<String, String> keys = MeterKeys.of(folder, METERS, Map.of()).byMeter();

        assertThat(keys).containsOnlyKeys("roof", "shed", "demo");
        assertThat(keys.values()).doesNotHaveDuplicates().allMatch(key -> key.matches("[A-Za-z0-9]{19}"));
    }

    @Test
    void a_made_key_stays_the_same_and_only_its_owner_reads_it() throws Exception {
        Map<String, String> keys = MeterKeys.of(folder, METERS, Map.of()).byMeter();

        assertThat(MeterKeys.of(folder, METERS, Map.of()).byMeter()).isEqualTo(keys);
        assertThat(files()).singleElement().satisfies(file -> assertThat(
                        PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------"));
    }

    @Test
    void a_given_key_is_used_and_not_kept() throws Exception {
        List<MeterChoice> roof = METERS.subList(1, 2);
        Map<String, String> given = MeterKeys.parse(List.of("roof=a=b"), roof);

        assertThat(MeterKeys.of(folder, roof, given).byMeter()).isEqualTo(Map.of("roof", "a=b"));
        assertThat(files()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "roof,       NAME=SECRET is expected",
        "roof=,      NAME=SECRET is expected",
        "=hush,      NAME=SECRET is expected",
        "roof=@hush, there is no such file",
        "wall=hush,  there is no --meter wall",
        "roof=hu sh, without spaces",
        "roof=hüsh,  without spaces"
    })
    void what_is_wrong_is_said_without_the_secret(String option, String message) {
        assertThatThrownBy(() -> MeterKeys.parse(List.of(option), METERS))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining(message)
                .message()
                .doesNotContain("hush", "hu sh", "hüsh");
    }

    @Test
    void a_key_comes_from_a_file_too() throws Exception {
        Path file = Files.writeString(folder.resolve("key"), "hush\n");

        assertThat(MeterKeys.parse(List.of("roof=@" + file), METERS)).isEqualTo(Map.of("roof", "hush"));
    }

    @Test
    void a_key_opens_one_meter_only() {
        assertThatThrownBy(() -> MeterKeys.parse(List.of("roof=hush", "shed=hush"), METERS))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("two meters have the same key");
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
