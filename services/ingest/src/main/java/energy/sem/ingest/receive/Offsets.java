package energy.sem.ingest.receive;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.TimeoutException;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.RetriableException;
import org.jboss.logging.Logger;

import energy.sem.event.Topics;
import energy.sem.ingest.store.Position;

/**
 * Tells Kafka how far the database is, for who looks at the lag and for a database that has no positions (see Resuming): all partitions of a batch in one request. SmallRye's own strategies send one a
 * partition and try once: the last batch before a broker ended would be read again whenever its partition moves.
 */
@ApplicationScoped
class Offsets {
    private static final Logger LOG = Logger.getLogger(Offsets.class);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration BROKER_ANSWERS = Duration.ofSeconds(5);

    private final KafkaClientService clients;

    Offsets(KafkaClientService clients) {
        this.clients = clients;
    }

    /** A partition of the telegrams' topic. */
    static TopicPartition partition(int number) {
        return new TopicPartition(Topics.TELEGRAMS, number);
    }

    /** A position as Kafka writes it. */
    static OffsetAndMetadata of(Position position) {
        Optional<Integer> epoch = Optional.of(position.leaderEpoch()).filter(known -> known > Position.UNKNOWN);
        return new OffsetAndMetadata(position.next(), epoch, "");
    }

    /**
     * Comes back when Kafka knows that the records before these offsets are done with, however long the broker is away, or
     * when their partitions are others' by now, who read them again.
     *
     * @throws InterruptedException when the service stops; the records will be read again
     */
    void commit(Map<TopicPartition, OffsetAndMetadata> next) throws InterruptedException {
        for (int attempt = 1; !isCommitted(next, attempt); attempt++) {
            Thread.sleep(PAUSE.toMillis());
        }
    }

    private boolean isCommitted(Map<TopicPartition, OffsetAndMetadata> next, int attempt) throws InterruptedException {
        try {
            clients.<String, byte[]>getConsumer("telegrams")
                    .runOnPollingThread(consumer -> {
                        commitOwn(consumer, next);
                    })
                    .await()
                    .atMost(BROKER_ANSWERS.multipliedBy(4));
            return true;
        } catch (RetriableException | RebalanceInProgressException | CommitFailedException | TimeoutException e) {
            // Some of them while partitions change hands: afterwards those that are still ours are told again.
            LOG.logf(
                    attempt == 1 ? Logger.Level.WARN : Logger.Level.DEBUG,
                    "Kafka does not take the offset, trying again: %s",
                    e.getMessage());
            return false;
        } catch (RuntimeException e) {
            if (e.getCause() instanceof InterruptedException interrupted) {
                throw interrupted;
            }
            LOG.warnf(e, "Kafka refuses the offset, the batch will be read again: %s", next.keySet());
            return true;
        }
    }

    /** Only what is still ours: another replica may have got further. */
    private static void commitOwn(Consumer<String, byte[]> consumer, Map<TopicPartition, OffsetAndMetadata> next) {
        Map<TopicPartition, OffsetAndMetadata> own = new HashMap<>(next);
        own.keySet().retainAll(consumer.assignment());
        if (!own.isEmpty()) {
            consumer.commitSync(own, BROKER_ANSWERS);
        }
    }
}
