package energy.sem.cli.folder;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import energy.sem.cli.StartFailure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ReadKeyTest {
    @TempDir
    Path folder;

    @Test
    void it_stands_in_the_setting_or_in_a_file_that_it_names() throws Exception {
        Path file = Files.writeString(folder.resolve("key"), " hush \nmore\n");

        assertThat(ReadKey.in(Map.of("SEM_HISTORY_KEY", "hush"))).hasValue("hush");
        assertThat(ReadKey.in(Map.of("SEM_HISTORY_KEY", "@" + file))).hasValue("hush");
        assertThat(ReadKey.in(Map.of("SEM_HISTORY_KEY", " ", "SEM_READ_KEYS", "a, b")))
                .hasValue("a");
    }

    @Test
    void a_file_that_is_not_there_is_named() {
        assertThatThrownBy(() -> ReadKey.in(Map.of("SEM_HISTORY_KEY", "@/none/key")))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("SEM_HISTORY_KEY=@/none/key");
    }
}
