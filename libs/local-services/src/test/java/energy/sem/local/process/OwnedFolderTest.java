package energy.sem.local.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import energy.sem.local.LocalServiceException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class OwnedFolderTest {

    @TempDir
    Path parent;

    @Test
    void a_new_folder_is_readable_by_its_owner_only() throws Exception {
        try (OwnedFolder folder = OwnedFolder.take(parent.resolve("a/b"))) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.path())))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void a_folder_in_use_is_named() {
        Path path = parent.resolve("data");
        try (OwnedFolder taken = OwnedFolder.take(path)) {
            assertThatThrownBy(() -> OwnedFolder.take(taken.path()))
                    .isInstanceOf(LocalServiceException.class)
                    .hasMessageContaining(path.toString())
                    .hasMessageContaining("in use");
        }
        OwnedFolder.take(path).close();
    }

    @Test
    void a_folder_that_cannot_be_made_is_named() throws Exception {
        Path file = Files.createFile(parent.resolve("file"));
        assertThatThrownBy(() -> OwnedFolder.take(file.resolve("data")))
                .isInstanceOf(LocalServiceException.class)
                .hasMessageContaining(file.resolve("data").toString())
                .hasMessageContaining("cannot be written");
    }

    @Test
    void a_child_that_outlives_its_killed_parent_for_a_while_is_waited_for() throws Exception {
        Path path = parent.resolve("data");
        ChildProcess child = ChildProcess.start("Sleep", List.of("sleep", "2"), parent.resolve("log"));
        try (OwnedFolder folder = OwnedFolder.take(path)) {
            folder.usedBy(child);
        }
        assertThat(child.isAlive()).isTrue();
        OwnedFolder.take(path).close();
        assertThat(child.isAlive()).isFalse();
    }

    @Test
    void a_pid_that_another_program_has_got_since_is_not_waited_for() throws Exception {
        Path path = parent.resolve("data");
        OwnedFolder.take(path).close();
        try (ChildProcess other = ChildProcess.start("Sleep", List.of("sleep", "600"), parent.resolve("log"))) {
            Files.writeString(path.resolve("pid"), other.pid() + " 2001-01-01T00:00:00Z");
            long start = System.nanoTime();
            OwnedFolder.take(path).close();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12", "x y", "999999999999999999999999 2001-01-01T00:00:00Z"})
    void a_pid_file_cut_off_by_a_power_failure_does_no_harm(String content) throws Exception {
        Path path = parent.resolve("data");
        OwnedFolder.take(path).close();
        Files.writeString(path.resolve("pid"), content);
        OwnedFolder.take(path).close();
    }
}
