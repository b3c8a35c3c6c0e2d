package energy.sem.local;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import energy.sem.local.mariadb.DatabaseUser;
import energy.sem.local.process.Folders;
import energy.sem.local.process.Processes;
import energy.sem.local.process.RunningClassPath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

@Timeout(900)
class LocalServicesTest {

    private static final Duration START = Duration.ofMinutes(4);

    @TempDir
    Path folder;

    @Test
    void both_serve_clients_as_soon_as_start_returns_and_leave_no_process() throws Exception {
        try (LocalServices services = LocalServices.start(folder)) {
            try (Admin admin =
                    Admin.create(Map.of("bootstrap.servers", services.kafka().bootstrapServers()))) {
                admin.createTopics(List.of(new NewTopic("t", 3, (short) 1)))
                        .all()
                        .get(10, TimeUnit.SECONDS);
                assertThat(admin.listTopics().names().get(10, TimeUnit.SECONDS)).containsExactly("t");
            }
            try (Connection connection = services.mariaDb().connect(DatabaseUser.HISTORY);
                    ResultSet user = connection.createStatement().executeQuery("SELECT CURRENT_USER()")) {
                user.next();
                assertThat(user.getString(1)).isEqualTo("sem_history@%");
            }
        }
        Processes.awaitNoneMentioning(folder);
    }

    @Test
    void when_one_cannot_start_the_other_is_stopped_again() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> LocalServices.start(folder, taken.getLocalPort(), 0))
                    .isInstanceOf(LocalServiceException.class)
                    .hasMessageContainingAll("Port " + taken.getLocalPort(), "Kafka");
            assertThatThrownBy(() -> LocalServices.start(folder, 0, taken.getLocalPort()))
                    .isInstanceOf(LocalServiceException.class)
                    .hasMessageContainingAll("Port " + taken.getLocalPort(), "MariaDB");
        }
        Processes.awaitNoneMentioning(folder);
    }

    @Test
    void a_killed_parent_leaves_no_child_and_the_next_start_finds_the_data() throws Exception {
        Path data = folder.resolve("data");
        Process parent = Processes.startJvm(folder.resolve("out"), RunLocalServices.class, data.toString());
        awaitReady(parent, folder.resolve("out"));
        // Kafka, MariaDB, the watcher of each and the parent itself.
        assertThat(Processes.mentioning(data)).hasSize(5);
        parent.destroyForcibly().waitFor();
        Processes.awaitNoneMentioning(data);
        LocalServices.start(data).close();
    }

    @Test
    void a_polite_end_stops_both_before_the_parent_ends() throws Exception {
        Path data = folder.resolve("data");
        Process parent = Processes.startJvm(folder.resolve("out"), RunLocalServices.class, data.toString());
        awaitReady(parent, folder.resolve("out"));
        parent.destroy();
        parent.waitFor();
        assertThat(Processes.read(data.resolve("mariadb/mariadb.log"))).contains("Shutdown complete");
        Processes.awaitNoneMentioning(data);
    }

    /** The other tests run as whoever runs the build; root is the only one who can also try to be somebody else. */
    @Test
    void a_normal_user_can_run_both() throws Exception {
        assumeTrue("root".equals(System.getProperty("user.name")), "only root can start a program as another user");
        Path readable = Files.createTempDirectory(Path.of("/tmp"), "sem-as-nobody-");
        try {
            Path data = readable.resolve("data");
            List<String> nobody = List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");
            open(readable);
            Process parent = Processes.startJvm(
                    folder.resolve("out"),
                    nobody,
                    readableClassPath(readable),
                    RunLocalServices.class,
                    data.toString());
            awaitReady(parent, folder.resolve("out"));
            assertThat(Files.getOwner(data.resolve("mariadb/data/ibdata1")).getName())
                    .isNotEqualTo("root");
            parent.destroy();
            parent.waitFor();
            Processes.awaitNoneMentioning(data);
        } finally {
            Folders.delete(readable);
        }
    }

    @Test
    void a_folder_without_write_permission_is_one_line_that_names_it() throws Exception {
        assumeTrue("root".equals(System.getProperty("user.name")), "only root can start a program as another user");
        Path readable = Files.createTempDirectory(Path.of("/tmp"), "sem-as-nobody-");
        try {
            open(readable);
            Path data = Files.createDirectory(readable.resolve("of-root"));
            List<String> nobody = List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");
            Process parent = Processes.startJvm(
                    folder.resolve("out"),
                    nobody,
                    readableClassPath(readable),
                    RunLocalServices.class,
                    data.toString());
            assertThat(parent.waitFor()).isEqualTo(1);
            assertThat(Processes.read(folder.resolve("out")).strip())
                    .hasLineCount(1)
                    .contains("data folder " + data, "cannot be written");
        } finally {
            Folders.delete(readable);
        }
    }

    private static void awaitReady(Process parent, Path output) {
        await().atMost(START).until(() -> {
            assertThat(parent.isAlive()).as(Processes.read(output)).isTrue();
            return Processes.read(output).contains("Ctrl-C stops both");
        });
    }

    private static void open(Path directory) throws Exception {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxrwxrwx"));
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
