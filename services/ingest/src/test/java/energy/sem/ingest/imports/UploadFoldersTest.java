package energy.sem.ingest.imports;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What lies on the disk of files that are being imported, whatever becomes of who imports them. */
class UploadFoldersTest {
    @TempDir
    Path room;

    @Test
    void what_is_done_is_gone() throws IOException {
        UploadFolders folders = new UploadFolders(room);
        Path folder = folders.make();
        Files.createDirectory(folder.resolve("unpacked"));
        Files.writeString(folder.resolve("unpacked").resolve("file"), "x");

        folders.remove(folder);

        assertThat(room).isEmptyDirectory();
    }

    @Test
    void what_another_process_imports_stays_until_it_is_killed() throws Exception {
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Other.class.getName(),
                        room.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader said = other.inputReader()) {
            Path folder = Path.of(said.readLine());
            assertThat(new UploadFolders(room).removeLeft()).isZero();
            assertThat(folder).isNotEmptyDirectory();

            other.destroyForcibly().waitFor();

            assertThat(new UploadFolders(room).removeLeft()).isOne();
            assertThat(room).isEmptyDirectory();
        } finally {
            other.destroyForcibly();
        }
    }

    @Test
    void what_only_has_such_a_name_stays() throws IOException {
        Files.createDirectory(room.resolve("sem-ingest-1"));
        Files.writeString(room.resolve("sem-ingest-2"), "x");
        Files.createDirectory(room.resolve("sem-ingest-logs"));

        assertThat(new UploadFolders(room).removeLeft()).isZero();
        assertThat(room.toFile().list()).hasSize(3);
    }

    /** A process that imports until it is killed, or until who started it is gone. */
    static final class Other {
        public static void main(String[] room) throws IOException {
            Path folder = new UploadFolders(Path.of(room[0])).make();
            Files.writeString(folder.resolve("file"), "x");
            System.out.println(folder);
            var unused = System.in.readAllBytes();
        }

        private Other() {}
    }
}
