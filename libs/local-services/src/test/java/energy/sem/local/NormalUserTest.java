package energy.sem.local;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import energy.sem.local.process.Folders;
import energy.sem.local.process.OtherJvm;
import energy.sem.local.process.Processes;
import energy.sem.local.process.RunningClassPath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * The other tests run as whoever runs the build. When that is root, who can start a program as somebody else, these show
 * that a normal user can run the services too.
 */
@Timeout(900)
class NormalUserTest {

    private static final List<String> AS_NOBODY =
            List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");

    @TempDir
    Path folder;

    private Path open;

    @BeforeEach
    void a_folder_that_everybody_may_write() throws IOException {
        assumeTrue("root".equals(System.getProperty("user.name")), "only root can start a program as another user");
        open = Files.createTempDirectory("sem-as-nobody-");
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
    }

    @AfterEach
    void delete() throws IOException {
        if (open != null) {
            Folders.delete(open);
        }
    }

    @Test
    void a_normal_user_can_run_both() throws Exception {
        Path data = open.resolve("data");
        try (OtherJvm parent = startAsNobody(data)) {
            parent.awaitOutput("Ctrl-C stops both");
            assertThat(Files.getOwner(data.resolve("mariadb/data/ibdata1")).getName())
                    .isNotEqualTo("root");
            parent.stop();
            Processes.awaitNoneMentioning(data);
        }
    }

    @Test
    void a_folder_without_write_permission_is_one_line_that_names_it() throws Exception {
        Path data = Files.createDirectory(open.resolve("of-root"));
        try (OtherJvm parent = startAsNobody(data)) {
            assertThat(parent.awaitExit()).isEqualTo(1);
            assertThat(parent.output()).hasLineCount(1).contains("data folder " + data, "cannot be written");
        }
    }

    private OtherJvm startAsNobody(Path data) throws Exception {
        return OtherJvm.start(
                folder.resolve("out"), AS_NOBODY, readableClassPath(open), RunLocalServices.class, data.toString());
    }

    /** This JVM's class path where another user can read it: a link to each jar, or a copy. */
    private static String readableClassPath(Path directory) throws Exception {
        List<String> entries = new ArrayList<>();
        int number = 0;
        for (Path entry : RunningClassPath.entries()) {
            Path jar = Files.createDirectory(directory.resolve("cp" + number++)).resolve(entry.getFileName());
            if (Files.isDirectory(entry)) {
                copyTree(entry, jar);
            } else {
                try {
                    Files.createLink(jar, entry);
                } catch (IOException | UnsupportedOperationException e) {
                    Files.copy(entry, jar);
                }
            }
            entries.add(jar.toString());
        }
        return String.join(File.pathSeparator, entries);
    }

    private static void copyTree(Path from, Path to) throws Exception {
        try (var files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }
}
