package energy.sem.system.scaling;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

import energy.sem.event.Topics;

/** How far ingest is behind what Kafka has. Thread-safe. */
final class Lag implements AutoCloseable {
    private static final String GROUP = "sem-ingest";

    private final Admin admin;

    Lag(String bootstrapServers) {
        admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
    }

    /**
     * Telegrams at one moment.
     *
     * @param published that Kafka has
     * @param stored whose transaction is committed
     */
    record Moment(long published, long stored) {
        long behind() {
            return published - stored;
        }
    }

    /** Now. */
    Moment now() throws ExecutionException, InterruptedException {
        // In this order: what is stored meanwhile must not be more than what there was.
        long stored = admin.listConsumerGroupOffsets(GROUP).partitionsToOffsetAndMetadata().get().entrySet().stream()
                .filter(each -> each.getKey().topic().equals(Topics.TELEGRAMS) && each.getValue() != null)
                .map(Map.Entry::getValue)
                .mapToLong(OffsetAndMetadata::offset)
                .sum();
        return new Moment(records(Topics.TELEGRAMS), stored);
    }

    /** Records that could not be stored. */
    long dead() throws ExecutionException, InterruptedException {
        return records(Topics.DEAD);
    }

    private long records(String topic) throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> ends =
                admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic).partitions().stream()
                        .map(each -> new TopicPartition(topic, each.partition()))
                        .collect(Collectors.toMap(Function.identity(), each -> OffsetSpec.latest()));
        return admin.listOffsets(ends).all().get().values().stream()
                .mapToLong(each -> each.offset())
                .sum();
    }

    @Override
    public void close() {
        admin.close();
    }
}
