package energy.sem.cli.folder;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import energy.sem.cli.StartFailure;
import energy.sem.cli.folder.DataFolder.Kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DataFolderTest {
    @TempDir
    private Path temp;

    @Test
    void it_is_made_and_taken_again_after_it_was_given_back() {
        Path path = temp.resolve("a/b");
        DataFolder.take(path, Kind.REAL).close();

        try (DataFolder folder = DataFolder.take(path, Kind.REAL)) {
            assertThat(folder.logs()).isDirectory().hasParent(folder.path());
        }
    }

    @Test
    void one_process_has_it_at_a_time() {
        try (DataFolder folder = DataFolder.take(temp, Kind.REAL)) {
            assertThatThrownBy(() -> DataFolder.take(folder.path(), Kind.REAL))
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining("is in use by another ./sem up (process "
                            + ProcessHandle.current().pid() + ")");
        }
    }

    @Test
    void readings_of_a_simulated_household_refuse_a_real_meter() {
        DataFolder.take(temp, Kind.SIMULATED).close();

        assertThatThrownBy(() -> DataFolder.take(temp, Kind.REAL))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining(
                        "holds readings of a simulated household: a real meter needs a folder of its own");
        DataFolder.take(temp, Kind.SIMULATED).close();
    }

    @Test
    void readings_of_a_real_meter_refuse_a_simulated_household() {
        DataFolder.take(temp, Kind.REAL).close();

        assertThatThrownBy(() -> DataFolder.take(temp, Kind.SIMULATED))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("a simulated household needs a folder of its own");
    }

    @Test
    void a_folder_that_cannot_be_made_is_named() throws Exception {
        Path file = Files.writeString(temp.resolve("file"), "not a folder");

        assertThatThrownBy(() -> DataFolder.take(file.resolve("data"), Kind.REAL))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining(file.resolve("data") + " cannot be written by ");
    }
}
