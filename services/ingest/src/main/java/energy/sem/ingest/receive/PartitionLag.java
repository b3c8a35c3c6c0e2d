package energy.sem.ingest.receive;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

import energy.sem.ingest.start.Database;
import energy.sem.ingest.store.Broker;
import energy.sem.ingest.store.Progress;
import energy.sem.ingest.store.Standstill;

/**
 * How many records of the topic are not in the database yet, and whether that moves. The consumer's own figure stands still
 * while a batch waits for the database, which is when one wants to know; and what the consumer asks waits behind its fetch,
 * which takes as long as {@code sem.ingest.linger}. So this asks on a connection of its own.
 */
@ApplicationScoped
class PartitionLag {
    private static final Logger LOG = Logger.getLogger(PartitionLag.class);
    private static final Duration BROKER_ANSWERS = Duration.ofSeconds(5);

    private final KafkaClientService clients;
    private final TopicFacts facts;
    private final Broker kafka;
    private final Standstill standstill;
    private final Database database;
    private final Progress progress;
    private final MultiGauge gauge;

    PartitionLag(
            KafkaClientService clients,
            MeterRegistry registry,
            TopicFacts facts,
            Broker kafka,
            Standstill standstill,
            Database database,
            Progress progress) {
        this.clients = clients;
        this.facts = facts;
        this.kafka = kafka;
        this.standstill = standstill;
        this.database = database;
        this.progress = progress;
        this.gauge = MultiGauge.builder("sem.ingest.lag")
                .description("Records of a partition of this replica that are not in the database yet")
                .register(registry);
    }

    @Scheduled(every = "5s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void measure() throws InterruptedException {
        KafkaConsumer<String, byte[]> consumer = clients.getConsumer("telegrams");
        if (consumer == null) {
            return;
        }
        Map<TopicPartition, Waiting> topicNow;
        try {
            topicNow = waiting();
        } catch (ExecutionException | TimeoutException | RuntimeException e) {
            standstill.cannotLook();
            LOG.debug("the broker does not say how far its partitions reach", e);
            return;
        }
        kafka.hasAnswered();
        try {
            topicNow.keySet().retainAll(consumer.getAssignments().await().atMost(BROKER_ANSWERS));
        } catch (RuntimeException e) {
            standstill.cannotLook();
            LOG.debug("the consumer does not say which partitions it has", e);
            return;
        }
        look(topicNow);
        gauge.register(rows(topicNow), true);
    }

    /** Of this replica's partitions: why those of another stand still is that one's to say, and no start of this one ends it. */
    private void look(Map<TopicPartition, Waiting> mine) {
        if (!database.isReady() || progress.trouble().isPresent()) {
            standstill.cannotLook();
            return;
        }
        Map<Integer, Long> stored = new HashMap<>();
        mine.forEach((partition, its) -> stored.put(partition.partition(), its.from()));
        standstill.looked(mine.values().stream().mapToLong(Waiting::records).sum(), stored);
    }

    private static List<Row<?>> rows(Map<TopicPartition, Waiting> mine) {
        List<Row<?>> rows = new ArrayList<>();
        mine.forEach((partition, its) ->
                rows.add(Row.of(Tags.of("partition", Integer.toString(partition.partition())), its.records())));
        return rows;
    }

    private Map<TopicPartition, Waiting> waiting() throws ExecutionException, InterruptedException, TimeoutException {
        Map<TopicPartition, OffsetAndMetadata> committed = facts.committed();
        Set<TopicPartition> partitions = facts.partitions();
        Map<TopicPartition, ListOffsetsResultInfo> ends = facts.offsets(partitions, OffsetSpec.latest());
        Map<TopicPartition, ListOffsetsResultInfo> beginnings = facts.offsets(partitions, OffsetSpec.earliest());
        Map<TopicPartition, Waiting> waiting = new HashMap<>();
        for (TopicPartition each : partitions) {
            OffsetAndMetadata done = committed.get(each);
            // What Kafka has forgotten before it was stored no longer waits.
            long from = Math.max(beginnings.get(each).offset(), done == null ? 0 : done.offset());
            waiting.put(each, new Waiting(from, Math.max(0, ends.get(each).offset() - from)));
        }
        return waiting;
    }

    /**
     * What of a partition is to be stored.
     *
     * @param from the first offset that is not stored
     * @param records how many from there
     */
    private record Waiting(long from, long records) {}
}
