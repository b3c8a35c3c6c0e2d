package energy.sem.ingest.receive;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.common.annotation.Identifier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import energy.sem.event.Topics;

/** What the brokers say of the telegrams' topic, asked on a connection of its own: the consumer's waits behind its fetch. */
@ApplicationScoped
class TopicFacts {
    private static final Duration BROKER_ANSWERS = Duration.ofSeconds(5);

    private final Map<String, Object> broker;
    private final String group;
    private Admin admin;

    TopicFacts(
            @Identifier("default-kafka-broker") Map<String, Object> broker,
            @ConfigProperty(name = "mp.messaging.incoming.telegrams.group.id") String group) {
        this.broker = broker;
        this.group = group;
    }

    /** What tells it from any other of this name. */
    String topicId() throws ExecutionException, InterruptedException, TimeoutException {
        return answer(admin().describeTopics(List.of(Topics.TELEGRAMS))
                        .topicNameValues()
                        .get(Topics.TELEGRAMS))
                .topicId()
                .toString();
    }

    /** All of the topic; none while the gateway has not made it. */
    Set<TopicPartition> partitions() throws ExecutionException, InterruptedException, TimeoutException {
        try {
            return answer(admin().describeTopics(List.of(Topics.TELEGRAMS)).allTopicNames())
                    .get(Topics.TELEGRAMS)
                    .partitions()
                    .stream()
                    .map(each -> new TopicPartition(Topics.TELEGRAMS, each.partition()))
                    .collect(Collectors.toSet());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return Set.of();
            }
            throw e;
        }
    }

    /** What the consumer group has done with. */
    Map<TopicPartition, OffsetAndMetadata> committed()
            throws ExecutionException, InterruptedException, TimeoutException {
        return answer(admin().listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
    }

    /** Where partitions begin or end. */
    Map<TopicPartition, ListOffsetsResultInfo> offsets(Collection<TopicPartition> partitions, OffsetSpec which)
            throws ExecutionException, InterruptedException, TimeoutException {
        return answer(admin().listOffsets(partitions.stream().collect(Collectors.toMap(each -> each, each -> which)))
                .all());
    }

    @PreDestroy
    synchronized void close() {
        if (admin != null) {
            admin.close(Duration.ZERO);
        }
    }

    private static <T> T answer(KafkaFuture<T> future)
            throws ExecutionException, InterruptedException, TimeoutException {
        return future.get(BROKER_ANSWERS.toMillis(), TimeUnit.MILLISECONDS);
    }

    private synchronized Admin admin() {
        if (admin == null) {
            Map<String, Object> settings = new HashMap<>(broker);
            settings.keySet().retainAll(AdminClientConfig.configNames());
            settings.put(AdminClientConfig.CLIENT_ID_CONFIG, "ingest-facts");
            admin = Admin.create(settings);
        }
        return admin;
    }
}
