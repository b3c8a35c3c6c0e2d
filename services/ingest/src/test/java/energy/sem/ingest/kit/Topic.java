package energy.sem.ingest.kit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

import energy.sem.event.EventJson;
import energy.sem.event.TelegramEvent;
import energy.sem.event.Topics;
import energy.sem.local.test.TestServices;

import static energy.sem.tests.Waiting.await;

/** The topics as the gateway makes them, and a producer in its place. */
public final class Topic implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final String group;

    private final Map<String, Object> server =
            Map.of("bootstrap.servers", TestServices.get().bootstrapServers());
    private final Admin admin = Admin.create(server);
    private final KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
            Map.of(
                    "bootstrap.servers",
                    TestServices.get().bootstrapServers(),
                    ProducerConfig.COMPRESSION_TYPE_CONFIG,
                    "lz4",
                    ProducerConfig.LINGER_MS_CONFIG,
                    20),
            new StringSerializer(),
            new ByteArraySerializer());

    /** As the service's own consumer group sees it. */
    public Topic() {
        this("sem-ingest");
    }

    /** As this consumer group sees it. */
    public Topic(String group) {
        this.group = group;
        create(Topics.TELEGRAMS, 12);
        create(Topics.DEAD, 3);
        create(Topics.PRICES, 1);
    }

    /** Sends the events and comes back when the broker has them all. */
    public void send(Collection<TelegramEvent> events) {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        for (TelegramEvent event : events) {
            sent.add(producer.send(new ProducerRecord<>(Topics.TELEGRAMS, event.meter(), EventJson.write(event))));
        }
        sent.forEach(Topic::result);
    }

    /** Sends any bytes under a meter's key. */
    public void sendRaw(String meter, byte[] value) {
        result(producer.send(new ProducerRecord<>(Topics.TELEGRAMS, meter, value)));
    }

    /** Waits until the service has committed the offset after every record that is in the topic now. */
    public void awaitConsumed() {
        Map<TopicPartition, Long> ends = ends();
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(() -> isCommitted(ends));
    }

    /** Has Kafka forget all records that are in the topic now, as it does with old ones. */
    public void deleteAll() {
        Map<TopicPartition, RecordsToDelete> before = new HashMap<>();
        ends().forEach((partition, end) -> before.put(partition, RecordsToDelete.beforeOffset(end)));
        result(admin.deleteRecords(before).all());
    }

    /** The number of records in the topic. */
    public long size() {
        return ends().values().stream().mapToLong(Long::longValue).sum();
    }

    /** The number of its records that the group has done with. */
    public long committed() {
        return result(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata()).values().stream()
                .mapToLong(OffsetAndMetadata::offset)
                .sum();
    }

    /** The replicas that are in the group now, by the ids that the broker gave them. */
    public Set<String> members() {
        return result(admin.describeConsumerGroups(List.of(group))
                        .describedGroups()
                        .get(group))
                .members()
                .stream()
                .map(MemberDescription::consumerId)
                .collect(Collectors.toSet());
    }

    /** Waits until the group has this many replicas and has given them its partitions. */
    public void awaitMembers(int count) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(200)).until(() -> {
            ConsumerGroupDescription now = result(admin.describeConsumerGroups(List.of(group))
                    .describedGroups()
                    .get(group));
            return now.members().size() == count && now.groupState() == GroupState.STABLE;
        });
    }

    /** Waits until the group has fewer replicas. */
    public void awaitFewerMembersThan(int count) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> members().size() < count);
    }

    /** Everything the dead topic holds for a meter. */
    public List<ConsumerRecord<String, byte[]>> dead(String meter) {
        return dead().stream().filter(record -> meter.equals(record.key())).toList();
    }

    /** Everything the dead topic holds. */
    public List<ConsumerRecord<String, byte[]>> dead() {
        List<TopicPartition> partitions = List.of(0, 1, 2).stream()
                .map(number -> new TopicPartition(Topics.DEAD, number))
                .toList();
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        TestServices.get().bootstrapServers(),
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.get(each))) {
                consumer.poll(Duration.ofMillis(200)).forEach(found::add);
            }
            return found;
        }
    }

    @Override
    public void close() {
        producer.close();
        admin.close();
    }

    private boolean isCommitted(Map<TopicPartition, Long> ends) {
        Map<TopicPartition, OffsetAndMetadata> committed =
                result(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        return ends.entrySet().stream()
                .filter(end -> end.getValue() > 0)
                .allMatch(end -> committed.get(end.getKey()) != null
                        && committed.get(end.getKey()).offset() >= end.getValue());
    }

    private Map<TopicPartition, Long> ends() {
        Map<TopicPartition, OffsetSpec> latest = IntStream.range(0, 12)
                .mapToObj(number -> new TopicPartition(Topics.TELEGRAMS, number))
                .collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest()));
        return result(admin.listOffsets(latest).all()).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, end -> end.getValue().offset()));
    }

    private void create(String name, int partitions) {
        Set<String> known = result(admin.listTopics().names());
        if (!known.contains(name)) {
            result(admin.createTopics(List.of(new NewTopic(name, partitions, (short) 1)))
                    .all());
        }
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
