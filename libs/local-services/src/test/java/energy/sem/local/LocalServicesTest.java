package energy.sem.local;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import energy.sem.local.mariadb.DatabaseUser;
import energy.sem.local.process.OtherJvm;
import energy.sem.local.process.Processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@Timeout(900)
class LocalServicesTest {

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
                    .hasMessageContainingAll("port " + taken.getLocalPort(), "Kafka");
            assertThatThrownBy(() -> LocalServices.start(folder, 0, taken.getLocalPort()))
                    .isInstanceOf(LocalServiceException.class)
                    .hasMessageContainingAll("port " + taken.getLocalPort(), "MariaDB");
        }
        Processes.awaitNoneMentioning(folder);
    }

    @Test
    void a_killed_parent_leaves_no_child_and_the_next_start_finds_the_data() throws Exception {
        Path data = folder.resolve("data");
        try (OtherJvm parent = OtherJvm.start(folder.resolve("out"), RunLocalServices.class, data.toString())) {
            parent.awaitOutput("Ctrl-C stops both");
            // Kafka, MariaDB, the watcher of each and the parent itself.
            assertThat(Processes.mentioning(data)).hasSize(5);
            parent.kill();
            Processes.awaitNoneMentioning(data);
        }
        LocalServices.start(data).close();
    }

    @Test
    void a_polite_end_stops_both_before_the_parent_ends() throws Exception {
        Path data = folder.resolve("data");
        try (OtherJvm parent = OtherJvm.start(folder.resolve("out"), RunLocalServices.class, data.toString())) {
            parent.awaitOutput("Ctrl-C stops both");
            parent.stop();
            assertThat(Processes.read(data.resolve("mariadb/mariadb.log"))).contains("Shutdown complete");
            Processes.awaitNoneMentioning(data);
        }
    }
}
