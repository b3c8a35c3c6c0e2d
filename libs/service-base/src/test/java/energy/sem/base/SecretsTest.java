package energy.sem.base;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SecretsTest {
    @TempDir
    Path folder;

    @Test
    void a_secret_stands_in_the_setting_or_in_a_file_that_it_names() throws Exception {
        Path file = Files.writeString(folder.resolve("password"), " from file \nsecond line\n");

        assertThat(Secrets.read("sem.x.password", "hush ")).isEqualTo("hush");
        assertThat(Secrets.read("sem.x.password", "@" + file)).isEqualTo("from file");
    }

    @Test
    void a_file_that_cannot_be_read_or_is_empty_is_named() throws Exception {
        Path empty = Files.writeString(folder.resolve("empty"), "\n");
        Path bytes = Files.write(folder.resolve("bytes"), new byte[] {(byte) 0xFF, (byte) 0xFE});

        assertThatThrownBy(() -> Secrets.read("sem.x.password", "@" + folder.resolve("none")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("none of sem.x.password cannot be read");
        assertThatThrownBy(() -> Secrets.read("sem.x.password", "@" + bytes)).hasMessageContaining("cannot be read");
        assertThatThrownBy(() -> Secrets.read("sem.x.password", "@" + empty)).hasMessageContaining("is empty");
    }

    @Test
    void at_a_start_a_file_that_cannot_be_read_ends_it_with_a_line() throws Exception {
        Path file = Files.writeString(folder.resolve("key"), "hush\n");

        assertThat(Secrets.atStart("sem.x.key", Optional.of("@" + file))).hasValue("hush");
        assertThat(Secrets.atStart("sem.x.key", Optional.of("hush"))).hasValue("hush");
        assertThat(Secrets.atStart("sem.x.key", Optional.empty())).isEmpty();
        assertThatThrownBy(() -> Secrets.atStart("sem.x.key", Optional.of("@" + folder.resolve("none"))))
                .isInstanceOf(NoStart.class)
                .hasMessageContaining("none of sem.x.key cannot be read");
        assertThatThrownBy(() -> Secrets.atStart("sem.x.key", Optional.of("@a\0b")))
                .isInstanceOf(NoStart.class)
                .hasMessageContaining("of sem.x.key cannot be read");
    }
}
