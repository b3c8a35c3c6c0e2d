package energy.sem.cli.backup.from;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class KeptFilesTest {
    @TempDir
    private Path folder;

    @Test
    void a_file_that_is_not_there_is_put_in_its_place_and_another_one_beside() throws IOException {
        KeptFiles files = new KeptFiles(folder.resolve("etc"), Pattern.compile(".*"));

        assertThat(putBack(files, "sem.conf", "A=1")).startsWith("sem.conf was put back");
        assertThat(putBack(files, "sem.conf", "A=1")).isEqualTo("sem.conf is there already");
        assertThat(putBack(files, "sem.conf", "A=2")).contains("is beside it");

        assertThat(folder.resolve("etc/sem.conf")).hasContent("A=1");
        assertThat(folder.resolve("etc/sem.conf.restored")).hasContent("A=2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../evil", "/etc/passwd", "a/b", "", ".profile", "-rf", "a\nb"})
    void a_name_that_leaves_the_folder_is_left_out(String name) throws IOException {
        KeptFiles files = new KeptFiles(folder.resolve("etc"), Pattern.compile(".*"));

        assertThat(putBack(files, name, "x")).contains("was left out");
        assertThat(Files.exists(folder.resolve("evil"))).isFalse();
    }

    @Test
    void a_configuration_is_read_as_systemd_reads_it() {
        assertThat(ConfFile.parse(
                        "# a comment\n; another\nA=1\n B = two words \nC=\"quoted\"\nD='it=is'\nnothing\nE=\n"))
                .isEqualTo(Map.of("A", "1", "B", "two words", "C", "quoted", "D", "it=is", "E", ""));
    }

    private static String putBack(KeptFiles files, String name, String content) throws IOException {
        return files.putBack(name, new ByteArrayInputStream(content.getBytes(UTF_8)), ".restored");
    }
}
