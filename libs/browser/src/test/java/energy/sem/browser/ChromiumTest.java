package energy.sem.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ChromiumTest {
    @TempDir
    Path folder;

    @Test
    void is_found_in_the_first_folder_of_the_path_that_has_it() throws Exception {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        Path bin = Files.createDirectory(folder.resolve("bin"));
        Path program = Files.createFile(bin.resolve("chromium-browser"));
        String path = empty + File.pathSeparator + File.pathSeparator + bin;

        assertThat(Chromium.find(path)).as("not executable yet").isEmpty();
        assertThat(program.toFile().setExecutable(true)).isTrue();
        assertThat(Chromium.find(path)).contains(program);
        assertThat(Chromium.find(null)).isEmpty();
    }
}
