package energy.sem.ingest.receive;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * How many records of each of this replica's partitions are not in the database yet. The client's own figure stands still
 * while a batch waits for the database, which is when one wants to know.
 */
@ApplicationScoped
class PartitionLag {
    private static final Logger LOG = Logger.getLogger(PartitionLag.class);
    private static final Duration BROKER_ANSWERS = Duration.ofSeconds(3);

    private final KafkaClientService clients;
    private final MultiGauge gauge;

    PartitionLag(KafkaClientService clients, MeterRegistry registry) {
        this.clients = clients;
        this.gauge = MultiGauge.builder("sem.ingest.lag")
                .description("Records of a partition of this replica that are not in the database yet")
                .register(registry);
    }

    @Scheduled(every = "5s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void measure() {
        KafkaConsumer<String, byte[]> consumer = clients.getConsumer("telegrams");
        if (consumer == null) {
            return;
        }
        try {
            gauge.register(
                    consumer.runOnPollingThread(PartitionLag::rows).await().atMost(BROKER_ANSWERS.multipliedBy(4)),
                    true);
        } catch (RuntimeException e) {
            LOG.debug("the broker does not say how far its partitions reach", e);
        }
    }

    private static List<Row<?>> rows(Consumer<String, byte[]> consumer) {
        Set<TopicPartition> assigned = consumer.assignment();
        Map<TopicPartition, Long> ends = consumer.endOffsets(assigned, BROKER_ANSWERS);
        Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(assigned, BROKER_ANSWERS);
        Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(assigned, BROKER_ANSWERS);
        List<Row<?>> rows = new ArrayList<>();
        for (TopicPartition each : assigned) {
            OffsetAndMetadata done = committed.get(each);
            long from = done == null ? beginnings.get(each) : done.offset();
            rows.add(Row.of(
                    Tags.of("partition", Integer.toString(each.partition())), Math.max(0, ends.get(each) - from)));
        }
        return rows;
    }
}
