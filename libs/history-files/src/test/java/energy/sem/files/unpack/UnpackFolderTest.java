package energy.sem.files.unpack;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import energy.sem.files.HistoryFileException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class UnpackFolderTest {
    private static final int MIB = 1024 * 1024;

    @Test
    void all_that_one_file_unpacks_has_one_bound() throws Exception {
        try (UnpackFolder folder = new UnpackFolder(3 * MIB, 0)) {
            Path first = folder.unpack(zeros(2 * MIB));

            assertThatThrownBy(() -> folder.unpack(zeros(2 * MIB)))
                    .isInstanceOf(HistoryFileException.class)
                    .hasMessageContaining("larger than 3 MiB");
            assertThat(first).hasSize(2L * MIB);
            try (var left = Files.list(first.getParent())) {
                assertThat(left).containsExactly(first);
            }
        }
    }

    @Test
    void it_is_gone_when_closed() throws Exception {
        Path file;
        try (UnpackFolder folder = new UnpackFolder(MIB, 0)) {
            file = folder.unpack(zeros(10));
        }

        assertThat(file).doesNotExist();
        assertThat(file.getParent()).doesNotExist();
    }

    private static InputStream zeros(int count) {
        return new ByteArrayInputStream(new byte[count]);
    }
}
