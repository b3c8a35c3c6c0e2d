package energy.sem.cli.doctor;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** What Kafka says of its topics, within seconds. */
final class TopicRecords implements AutoCloseable {
    private static final int PATIENCE_S = 5;

    private final String bootstrapServers;
    private final Admin admin;

    private TopicRecords(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
        this.admin = Admin.create(Map.of(
                "bootstrap.servers", bootstrapServers, "request.timeout.ms", 4000, "default.api.timeout.ms", 4000));
    }

    static TopicRecords of(String bootstrapServers) {
        return new TopicRecords(bootstrapServers);
    }

    Set<String> names() throws IOException, InterruptedException {
        return get(admin.listTopics().names());
    }

    /** How many records there are in a topic that is there. */
    long records(String topic) throws IOException, InterruptedException {
        Set<TopicPartition> partitions =
                get(admin.describeTopics(Set.of(topic)).allTopicNames()).get(topic).partitions().stream()
                        .map(each -> new TopicPartition(topic, each.partition()))
                        .collect(Collectors.toSet());
        return offsets(partitions, OffsetSpec.latest()) - offsets(partitions, OffsetSpec.earliest());
    }

    private long offsets(Set<TopicPartition> partitions, OffsetSpec which) throws IOException, InterruptedException {
        return get(admin.listOffsets(partitions.stream().collect(Collectors.toMap(each -> each, each -> which)))
                        .all())
                .values()
                .stream()
                .mapToLong(each -> each.offset())
                .sum();
    }

    private <T> T get(KafkaFuture<T> answer) throws IOException, InterruptedException {
        try {
            return answer.get(PATIENCE_S, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("Kafka does not answer at " + bootstrapServers, e);
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(1));
    }
}
