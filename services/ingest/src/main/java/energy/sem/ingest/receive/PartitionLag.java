package energy.sem.ingest.receive;

import java.time.Duration;
import java.util.ArrayList;
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

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import energy.sem.ingest.store.Broker;

/**
 * How many records of each of this replica's partitions are not in the database yet. The consumer's own figure stands still
 * while a batch waits for the database, which is when one wants to know; and what the consumer asks waits behind its fetch,
 * which takes as long as {@code sem.ingest.linger}. So this asks on a connection of its own.
 */
@ApplicationScoped
class PartitionLag {
    private static final Logger LOG = Logger.getLogger(PartitionLag.class);
    private static final Duration BROKER_ANSWERS = Duration.ofSeconds(5);

    private final KafkaClientService clients;
    private final Map<String, Object> broker;
    private final String group;
    private final Broker kafka;
    private final MultiGauge gauge;
    private Admin admin;

    PartitionLag(
            KafkaClientService clients,
            MeterRegistry registry,
            @Identifier("default-kafka-broker") Map<String, Object> broker,
            @ConfigProperty(name = "mp.messaging.incoming.telegrams.group.id") String group,
            Broker kafka) {
        this.clients = clients;
        this.broker = broker;
        this.group = group;
        this.kafka = kafka;
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
        try {
            gauge.register(rows(consumer.getAssignments().await().atMost(BROKER_ANSWERS)), true);
        } catch (ExecutionException | TimeoutException | RuntimeException e) {
            LOG.debug("the broker does not say how far its partitions reach", e);
        }
    }

    @PreDestroy
    synchronized void close() {
        if (admin != null) {
            admin.close(Duration.ZERO);
        }
    }

    private List<Row<?>> rows(Set<TopicPartition> assigned)
            throws ExecutionException, InterruptedException, TimeoutException {
        Map<TopicPartition, ListOffsetsResultInfo> ends = offsets(assigned, OffsetSpec.latest());
        Map<TopicPartition, ListOffsetsResultInfo> beginnings = offsets(assigned, OffsetSpec.earliest());
        Map<TopicPartition, OffsetAndMetadata> committed = admin().listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get(BROKER_ANSWERS.toMillis(), TimeUnit.MILLISECONDS);
        kafka.hasAnswered();
        List<Row<?>> rows = new ArrayList<>();
        for (TopicPartition each : assigned) {
            OffsetAndMetadata done = committed.get(each);
            long from = done == null ? beginnings.get(each).offset() : done.offset();
            rows.add(Row.of(
                    Tags.of("partition", Integer.toString(each.partition())),
                    Math.max(0, ends.get(each).offset() - from)));
        }
        return rows;
    }

    private Map<TopicPartition, ListOffsetsResultInfo> offsets(Set<TopicPartition> partitions, OffsetSpec which)
            throws ExecutionException, InterruptedException, TimeoutException {
        return admin().listOffsets(partitions.stream().collect(Collectors.toMap(each -> each, each -> which)))
                .all()
                .get(BROKER_ANSWERS.toMillis(), TimeUnit.MILLISECONDS);
    }

    private synchronized Admin admin() {
        if (admin == null) {
            Map<String, Object> settings = new HashMap<>(broker);
            settings.keySet().retainAll(AdminClientConfig.configNames());
            settings.put(AdminClientConfig.CLIENT_ID_CONFIG, "ingest-lag");
            admin = Admin.create(settings);
        }
        return admin;
    }
}
