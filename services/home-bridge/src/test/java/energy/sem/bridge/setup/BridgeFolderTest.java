package energy.sem.bridge.setup;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import energy.sem.base.NoStart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class BridgeFolderTest {
    @TempDir
    Path folder;

    @Test
    void an_installation_has_one_id_for_good_and_another_installation_another() {
        String id = new BridgeFolder(folder.resolve("a").toString()).installationId();

        assertThat(id).matches("[0-9a-f]{12}");
        assertThat(new BridgeFolder(folder.resolve("a").toString()).installationId())
                .isEqualTo(id);
        assertThat(new BridgeFolder(folder.resolve("b").toString()).installationId())
                .isNotEqualTo(id);
    }

    @Test
    void an_id_that_was_spoilt_is_made_anew() throws Exception {
        Files.writeString(folder.resolve("installation-id"), "what is this");

        assertThat(new BridgeFolder(folder.toString()).installationId()).matches("[0-9a-f]{12}");
    }

    @Test
    void nobody_else_may_read_what_it_keeps() throws Exception {
        Path own = folder.resolve("above").resolve("bridge");
        BridgeFolder bridge = new BridgeFolder(own.toString());
        bridge.write("file", "old");
        bridge.write("file", "new");

        assertThat(bridge.read("file")).hasValue("new");
        assertThat(rights(own)).isEqualTo("rwx------");
        assertThat(rights(own.resolve("file"))).isEqualTo("rw-------");
    }

    @Test
    void a_half_written_file_of_an_earlier_end_is_no_hindrance() throws Exception {
        Path half = Files.writeString(folder.resolve("file.new"), "ha");
        Files.setPosixFilePermissions(half, PosixFilePermissions.fromString("rw-r--r--"));

        new BridgeFolder(folder.toString()).write("file", "whole");

        assertThat(folder.resolve("file")).hasContent("whole");
        assertThat(rights(folder.resolve("file"))).isEqualTo("rw-------");
    }

    private static String rights(Path path) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void a_folder_that_cannot_be_written_ends_the_start_with_a_line_that_says_what_to_do() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> new BridgeFolder(file.resolve("below").toString()).installationId())
                .isInstanceOf(NoStart.class)
                .hasMessageContaining("cannot be written: give home-bridge another by SEM_BRIDGE_FOLDER");
    }
}
