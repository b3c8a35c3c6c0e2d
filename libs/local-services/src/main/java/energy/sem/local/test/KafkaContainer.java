package energy.sem.local.test;

import java.util.Map;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.admin.Admin;

import energy.sem.local.LocalServiceException;

/** One Kafka broker, its own controller, in a container; topics are not made by themselves. */
final class KafkaContainer implements AutoCloseable {

    /** A system property: the image, with the contract of the official one (KAFKA_… variables). */
    static final String IMAGE_PROPERTY = "sem.test.kafka.image";

    /** As in pod and cluster: VersionsTest of system-tests. */
    private static final String OFFICIAL = "docker.io/apache/kafka:4.1.1";

    private final ServiceContainer container =
            new ServiceContainer("Kafka", System.getProperty(IMAGE_PROPERTY, OFFICIAL), 9092);

    private KafkaContainer() {}

    static KafkaContainer started() {
        KafkaContainer kafka = new KafkaContainer();
        kafka.container
                .with(Map.of(
                        "KAFKA_NODE_ID", "1",
                        "KAFKA_PROCESS_ROLES", "broker,controller",
                        "KAFKA_CONTROLLER_QUORUM_VOTERS", "1@localhost:9093",
                        "KAFKA_CONTROLLER_LISTENER_NAMES", "CONTROLLER",
                        "KAFKA_LISTENERS", "PLAINTEXT://:9092,CONTROLLER://localhost:9093",
                        "KAFKA_ADVERTISED_LISTENERS", "PLAINTEXT://" + kafka.container.address(),
                        "KAFKA_LISTENER_SECURITY_PROTOCOL_MAP", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
                        "KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false",
                        "KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR", "1",
                        "KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0"))
                .with(Map.of(
                        "KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR", "1",
                        "KAFKA_TRANSACTION_STATE_LOG_MIN_ISR", "1",
                        "KAFKA_SHARE_COORDINATOR_STATE_TOPIC_REPLICATION_FACTOR", "1",
                        "KAFKA_SHARE_COORDINATOR_STATE_TOPIC_MIN_ISR", "1"))
                .start(kafka::answers);
        return kafka;
    }

    String bootstrapServers() {
        return container.address();
    }

    void stop() {
        container.stop();
    }

    void freeze() {
        container.freeze();
    }

    void thaw() {
        container.thaw();
    }

    void kill() {
        container.kill();
    }

    void restart() {
        container.restart(this::answers);
    }

    @Override
    public void close() {
        container.close();
    }

    private boolean answers() {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", bootstrapServers(), "default.api.timeout.ms", 2000, "request.timeout.ms", 1000);
        try (Admin admin = Admin.create(settings)) {
            return !admin.describeCluster().nodes().get().isEmpty();
        } catch (ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalServiceException("interrupted while waiting for Kafka", e);
        }
    }
}
