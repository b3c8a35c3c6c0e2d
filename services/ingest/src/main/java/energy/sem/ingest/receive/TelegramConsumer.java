package energy.sem.ingest.receive;

import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.common.annotation.Blocking;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import energy.sem.event.EventJson;
import energy.sem.event.TelegramEvent;
import energy.sem.ingest.start.Database;
import energy.sem.ingest.store.Refused;
import energy.sem.ingest.store.Storing;

/**
 * Receives batches, one after the other. When each event of a batch is in the database or in the dead topic, Kafka may
 * forget it: its offset is committed then and never before.
 */
@ApplicationScoped
public class TelegramConsumer {
    private static final byte[] NOTHING = {};

    private final Database database;
    private final Storing storing;
    private final DeadLetters deadLetters;
    private final Offsets offsets;
    private volatile Thread worker;

    TelegramConsumer(Database database, Storing storing, DeadLetters deadLetters, Offsets offsets) {
        this.database = database;
        this.storing = storing;
        this.deadLetters = deadLetters;
        this.offsets = offsets;
    }

    /** One polled batch. Waits as long as it takes; the poll loop goes on beside it, so the partitions stay ours. */
    @Incoming("telegrams")
    @Blocking
    public void consume(ConsumerRecords<String, byte[]> batch) throws InterruptedException {
        worker = Thread.currentThread();
        try {
            database.awaitReady();
            IdentityHashMap<TelegramEvent, ConsumerRecord<String, byte[]>> records = new IdentityHashMap<>();
            List<TelegramEvent> events = new ArrayList<>(batch.count());
            for (ConsumerRecord<String, byte[]> record : batch) {
                try {
                    TelegramEvent event = EventJson.read(record.value() == null ? NOTHING : record.value());
                    records.put(event, record);
                    events.add(event);
                } catch (IOException e) {
                    deadLetters.send(record, "undecodable", e.getMessage());
                }
            }
            for (Refused refused : storing.store(events)) {
                deadLetters.send(records.get(refused.event()), refused.cause(), refused.detail());
            }
            offsets.commit(batch);
        } finally {
            worker = null;
        }
    }

    /** A batch that waits for the database does not hold up the end of the service: it will be read again. */
    void stop(@Observes ShutdownEvent stop) {
        Thread waiting = worker;
        if (waiting != null) {
            waiting.interrupt();
        }
    }
}
