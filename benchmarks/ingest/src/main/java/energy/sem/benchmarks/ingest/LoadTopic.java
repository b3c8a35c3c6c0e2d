package energy.sem.benchmarks.ingest;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

import energy.sem.event.EventJson;
import energy.sem.event.Topics;

import static org.awaitility.Awaitility.await;

/** The topics as the gateway makes them on one broker, and a producer in its place. */
final class LoadTopic implements AutoCloseable {
    private static final int PARTITIONS = 12;
    /** Seldom enough to cost the broker nothing, often enough for seconds. */
    private static final Duration ASK_EVERY = Duration.ofMillis(100);

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Admin admin;
    private final KafkaProducer<String, byte[]> producer;

    LoadTopic(String bootstrapServers) throws ExecutionException, InterruptedException {
        admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
        admin.createTopics(List.of(
                        new NewTopic(Topics.TELEGRAMS, PARTITIONS, (short) 1).configs(Map.of("flush.messages", "1")),
                        new NewTopic(Topics.DEAD, 3, (short) 1)))
                .all()
                .get();
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "compression.type", "lz4", "linger.ms", 20),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** Sends events of each meter, so many, the last at {@code newest}; comes back when the broker has them. */
    void send(List<String> meters, int each, Duration every, Instant newest)
            throws ExecutionException, InterruptedException {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        for (int i = each - 1; i >= 0; i--) {
            Instant at = newest.minus(every.multipliedBy(i));
            for (String meter : meters) {
                byte[] json = EventJson.write(new LoadEvents(meter, every).at(at));
                sent.add(producer.send(new ProducerRecord<>(Topics.TELEGRAMS, meter, json)));
            }
        }
        for (Future<RecordMetadata> record : sent) {
            record.get();
        }
    }

    /** Comes back when ingest has committed the offset after every record, a tenth of a second later at most. */
    void awaitConsumed() {
        await("ingest to store all records")
                .atMost(PATIENCE)
                .pollInterval(ASK_EVERY)
                .until(this::isConsumed);
    }

    private boolean isConsumed() throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> latest = IntStream.range(0, PARTITIONS)
                .mapToObj(number -> new TopicPartition(Topics.TELEGRAMS, number))
                .collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest()));
        Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets("sem-ingest")
                .partitionsToOffsetAndMetadata()
                .get();
        return admin.listOffsets(latest).all().get().entrySet().stream()
                .filter(end -> end.getValue().offset() > 0)
                .allMatch(end -> committed.get(end.getKey()) != null
                        && committed.get(end.getKey()).offset()
                                >= end.getValue().offset());
    }

    @Override
    public void close() {
        producer.close();
        admin.close();
    }
}
