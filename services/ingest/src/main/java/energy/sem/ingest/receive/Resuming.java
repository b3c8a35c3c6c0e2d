package energy.sem.ingest.receive;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

import energy.sem.event.Topics;
import energy.sem.ingest.start.Database;
import energy.sem.ingest.store.BehindException;
import energy.sem.ingest.store.Origin;
import energy.sem.ingest.store.Position;
import energy.sem.ingest.store.Progress;
import energy.sem.ingest.store.StoredPositions;

/**
 * Reads each partition on where the database ends, whichever copy of it that is: sought when the partition is assigned, and held
 * against each batch, because a database may be replaced by an older copy while its clients go on.
 */
@ApplicationScoped
@Identifier("where-the-database-ends") class Resuming implements KafkaConsumerRebalanceListener {
    private static final Logger LOG = Logger.getLogger(Resuming.class);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final KafkaClientService clients;
    private final TopicFacts facts;
    private final Database database;
    private final StoredPositions positions;
    private final Progress progress;

    /** Of the topic whose partitions are assigned; {@code null} until the database knows where it begins. */
    private volatile String topicId;

    Resuming(
            KafkaClientService clients,
            TopicFacts facts,
            Database database,
            StoredPositions positions,
            Progress progress) {
        this.clients = clients;
        this.facts = facts;
        this.database = database;
        this.positions = positions;
        this.progress = progress;
    }

    /** Where the database does not answer, reading begins where the group is, and the first batch is held against it. */
    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        if (partitions.isEmpty()) {
            return;
        }
        topicId = null;
        if (!database.isReady()) {
            return;
        }
        try {
            Map<Integer, Position> stored = positions.of(begin());
            if (!stored.isEmpty()) {
                partitions.forEach(
                        each -> seek(consumer, each, stored.getOrDefault(each.partition(), Position.BEGINNING)));
                tell(consumer, partitions, stored);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException | RuntimeException e) {
            LOG.warnf("where the database ends is looked for again with the first batch: %s", e.getMessage());
        }
    }

    /**
     * Of the topic that is read; the database knows then where it begins. Waits for both as long as they are away.
     *
     * @throws InterruptedException when the service stops
     */
    String topicId() throws InterruptedException {
        while (true) {
            String known = topicId;
            if (known != null) {
                return known;
            }
            try {
                return begin();
            } catch (ExecutionException | TimeoutException e) {
                LOG.debug("the topic is not described, asking again", e);
            } catch (RuntimeException e) {
                progress.failing(e);
            }
            Thread.sleep(PAUSE.toMillis());
        }
    }

    /**
     * What to do when something before a batch is missing: sends the consumer back to where the database ends, or has the database
     * go on without what is no longer in Kafka.
     *
     * @return false in the second case, in which the batch can be stored now
     */
    boolean sendsBack(Origin origin, BehindException behind) throws InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                if (goesOn(origin, behind)) {
                    return false;
                }
                back(origin, behind);
                return true;
            } catch (ExecutionException | TimeoutException | RuntimeException e) {
                if (e.getCause() instanceof InterruptedException interrupted) {
                    throw interrupted;
                }
                progress.failing(e);
                LOG.logf(
                        attempt == 1 ? Logger.Level.WARN : Logger.Level.DEBUG,
                        "reading does not go back to where the database ends, trying again: %s",
                        e.getMessage());
                Thread.sleep(PAUSE.toMillis());
            }
        }
    }

    private boolean goesOn(Origin origin, BehindException behind)
            throws ExecutionException, InterruptedException, TimeoutException {
        List<Origin.Stretch> early = behind.early();
        Map<TopicPartition, ListOffsetsResultInfo> begins = facts.offsets(
                early.stream().map(each -> Offsets.partition(each.partition())).toList(), OffsetSpec.earliest());
        if (early.stream()
                .anyMatch(
                        each -> begins.get(Offsets.partition(each.partition())).offset() < each.first())) {
            return false;
        }
        for (Origin.Stretch each : early) {
            long next = behind.reached(each.partition()).next();
            if (next > 0) {
                LOG.warnf(
                        "%d telegrams of partition %d that the database does not hold are no longer in Kafka: a gap,"
                                + " which the meters' registers bridge",
                        each.first() - next, each.partition());
            }
            positions.skipTo(
                    origin.topicId(),
                    each.partition(),
                    new Position(each.first(), each.after().leaderEpoch()));
        }
        return true;
    }

    private void back(Origin origin, BehindException behind) {
        behind.early()
                .forEach(each -> LOG.warnf(
                        "the database ends before offset %d of partition %d, not %d: it is an older copy."
                                + " What it does not hold is read again",
                        behind.reached(each.partition()).next(), each.partition(), each.first()));
        Map<TopicPartition, Position> to = new HashMap<>();
        origin.stretches()
                .forEach(each -> to.put(Offsets.partition(each.partition()), behind.reached(each.partition())));
        clients.<String, byte[]>getConsumer("telegrams")
                .runOnPollingThread(consumer -> {
                    // What is another's by now, that one reads.
                    to.keySet().retainAll(consumer.assignment());
                    to.forEach((partition, position) -> seek(consumer, partition, position));
                })
                .await()
                .atMost(PATIENCE);
    }

    /**
     * Who died between storing and telling Kafka has not told it: without this nobody would before the next telegram, and what is
     * stored would look as if it waited.
     */
    private static void tell(
            Consumer<?, ?> consumer, Collection<TopicPartition> partitions, Map<Integer, Position> stored) {
        Map<TopicPartition, OffsetAndMetadata> ends = new HashMap<>();
        for (TopicPartition each : partitions) {
            Position end = stored.getOrDefault(each.partition(), Position.BEGINNING);
            if (end.next() > 0) {
                ends.put(each, Offsets.of(end));
            }
        }
        consumer.commitAsync(ends, (told, failure) -> {
            if (failure != null) {
                LOG.debug("Kafka is told with the next batch where the database ends", failure);
            }
        });
    }

    /** Where Kafka has lost what is stored, or what is not, it finds the nearest place that it has. */
    private static void seek(Consumer<?, ?> consumer, TopicPartition partition, Position to) {
        consumer.seek(partition, Offsets.of(to));
    }

    private synchronized String begin() throws ExecutionException, InterruptedException, TimeoutException {
        String id = facts.topicId();
        Map<Integer, Position> group = new HashMap<>();
        facts.committed().forEach((partition, offset) -> {
            if (partition.topic().equals(Topics.TELEGRAMS) && offset != null) {
                group.put(
                        partition.partition(),
                        new Position(offset.offset(), offset.leaderEpoch().orElse(Position.UNKNOWN)));
            }
        });
        positions.begin(id, group);
        topicId = id;
        return id;
    }
}
