package energy.sem.local;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import energy.sem.local.mariadb.DatabaseUser;

import static org.assertj.core.api.Assertions.assertThat;

class LocalServicesTest {

    @Test
    void both_serve_clients_as_soon_as_start_returns(@TempDir Path folder) throws Exception {
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
    }
}
