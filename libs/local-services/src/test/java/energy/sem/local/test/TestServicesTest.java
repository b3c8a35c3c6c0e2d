package energy.sem.local.test;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TestServicesTest {

    private final TestServices services = TestServices.get();

    @Test
    void migrate_makes_the_tables_of_the_schema_once() throws SQLException {
        services.migrate();
        services.migrate();
        try (Connection history = services.connect("sem_history");
                ResultSet rows = history.createStatement().executeQuery("SELECT COUNT(*) FROM quarter_hour")) {
            assertThat(rows.next()).isTrue();
        }
    }

    @Test
    void a_killed_database_comes_back_with_its_data_at_the_same_address() throws SQLException {
        String url = services.jdbcUrl("sem");
        try (Connection root = services.connect("root")) {
            root.createStatement().execute("CREATE OR REPLACE DATABASE kept");
        }
        services.killMariaDb();
        assertThatThrownBy(() -> services.connect("root")).isInstanceOf(SQLException.class);
        services.startMariaDb();
        assertThat(services.jdbcUrl("sem")).isEqualTo(url);
        try (Connection root = services.connect("root")) {
            root.createStatement().execute("USE kept");
        }
    }

    @Test
    void a_killed_kafka_comes_back_with_its_topics_at_the_same_address() throws Exception {
        String address = services.bootstrapServers();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", address))) {
            admin.createTopics(List.of(new NewTopic("kept", 1, (short) 1)))
                    .all()
                    .get(30, TimeUnit.SECONDS);
        }
        services.killKafka();
        services.startKafka();
        assertThat(services.bootstrapServers()).isEqualTo(address);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", address))) {
            assertThat(admin.listTopics().names().get(30, TimeUnit.SECONDS)).contains("kept");
        }
    }

    @Test
    void every_caller_gets_the_same_services() {
        assertThat(TestServices.get()).isSameAs(services);
    }
}
