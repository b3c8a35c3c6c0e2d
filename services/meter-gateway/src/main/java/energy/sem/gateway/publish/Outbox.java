package energy.sem.gateway.publish;

import java.util.concurrent.CompletableFuture;

import energy.sem.gateway.backlog.Waiting;

/** Where events go to be safe. Thread-safe; the events of one meter stay in the order in which they are put. */
public interface Outbox {

    /**
     * Takes an event.
     *
     * @param meter the record's key
     * @param event JSON
     * @return done when the event is safe: acknowledged by Kafka, or on the disk and fsynced; failed when neither took it.
     *     What depends on it must not wait: it may run on Kafka's thread
     */
    CompletableFuture<Void> put(String meter, byte[] event);

    /** What of the meter waits on disk. */
    Waiting waiting(String meter);

    /** Whether Kafka took the last events. */
    boolean reachesKafka();

    /** Whether the disk takes events. */
    boolean reachesDisk();
}
