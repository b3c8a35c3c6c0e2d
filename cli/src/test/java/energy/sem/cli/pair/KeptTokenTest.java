package energy.sem.cli.pair;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import energy.sem.cli.StartFailure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class KeptTokenTest {
    @TempDir
    private Path folder;

    @Test
    void a_kept_token_is_found_by_the_source_and_read_by_its_owner_only() throws Exception {
        KeptToken.write(KeptToken.place(folder, "192.168.1.8:8443"), "first");
        KeptToken.write(KeptToken.place(folder, "192.168.1.8:8443"), "second");

        Path file = KeptToken.of(folder, "homewizard://192.168.1.8:8443/").orElseThrow();
        assertThat(file).hasContent("second");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(file.getFileName().toString()).matches(KeptToken.NAMES);
        assertThat(folder).isDirectoryContaining(file::equals).isDirectoryNotContaining("glob:**/.token-*");
    }

    @Test
    void other_sources_and_other_hosts_have_none() {
        KeptToken.write(KeptToken.place(folder, "a"), "token");

        assertThat(KeptToken.of(folder, "homewizard://b")).isEmpty();
        assertThat(KeptToken.of(folder, "tcp://a:1")).isEmpty();
    }

    @Test
    void a_host_cannot_lead_out_of_the_folder() {
        assertThat(KeptToken.place(folder, "../../x").getParent()).isEqualTo(folder);
    }

    @Test
    void a_folder_that_is_a_file_is_said() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> KeptToken.write(file.resolve("token"), "secret"))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("--to")
                .hasMessageNotContaining("secret");
    }
}
