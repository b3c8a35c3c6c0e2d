package energy.sem.ingest.receive;

import java.util.Map;
import java.util.concurrent.Executor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import energy.sem.event.EventReader;
import energy.sem.ingest.start.Database;
import energy.sem.ingest.store.BehindException;
import energy.sem.ingest.store.Origin;
import energy.sem.ingest.store.Storing;

/**
 * Receives batches, one after the other: while the database stores one, the next is read and Kafka is told of the one
 * before. When each event of a batch is in the database or in the dead topic, Kafka may forget it: the database and Kafka
 * are told so then and never before.
 */
@ApplicationScoped
public class TelegramConsumer {
    private final Database database;
    private final Storing storing;
    private final DeadLetters deadLetters;
    private final Resuming resuming;
    private final EventReader reader = new EventReader();
    private final Step<ReadBatch> store;
    private final Step<Map<TopicPartition, OffsetAndMetadata>> commit;

    TelegramConsumer(
            Database database,
            Storing storing,
            DeadLetters deadLetters,
            Offsets offsets,
            @Identifier("where-the-database-ends") Resuming resuming) {
        Executor workers = Infrastructure.getDefaultWorkerPool();
        this.database = database;
        this.storing = storing;
        this.deadLetters = deadLetters;
        this.resuming = resuming;
        this.store = new Step<>(workers, this::store);
        this.commit = new Step<>(workers, offsets::commit);
    }

    /** One polled batch. Waits as long as it takes; the poll loop goes on beside it, so the partitions stay ours. */
    @Incoming("telegrams")
    @Blocking
    void consume(ConsumerRecords<String, byte[]> records) throws InterruptedException {
        store.hand(ReadBatch.of(records, reader));
    }

    private void store(ReadBatch batch) throws InterruptedException {
        database.awaitReady();
        for (ReadBatch.Undecodable each : batch.undecodable()) {
            deadLetters.send(each.record(), "undecodable", each.detail());
        }
        if (isStored(batch)) {
            commit.hand(batch.next());
        }
    }

    /** False when the database turned out to be an older copy: the consumer has been sent back, and this batch comes again. */
    private boolean isStored(ReadBatch batch) throws InterruptedException {
        Origin origin = new Origin(resuming.topicId(), batch.stretches());
        while (true) {
            try {
                storing.store(
                        batch.batch(),
                        origin,
                        refused -> deadLetters.send(batch.record(refused.event()), refused.cause(), refused.detail()));
                return true;
            } catch (BehindException e) {
                if (resuming.sendsBack(origin, e)) {
                    return false;
                }
            }
        }
    }

    /** A batch that waits for the database does not hold up the end of the service: it will be read again. */
    void stop(@Observes ShutdownEvent stop) {
        store.stop();
        commit.stop();
    }
}
