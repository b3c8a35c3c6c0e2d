package energy.sem.gateway.publish;

import java.util.concurrent.CompletableFuture;

/** Where events go to be safe. Thread-safe; the events of one meter stay in the order in which they are put. */
public interface Outbox {

    /**
     * Takes an event.
     *
     * @param meter the record's key
     * @param event JSON
     * @return done when the event is safe: acknowledged by Kafka; failed when it is not within about twelve seconds. Never
     *     completed on a thread that may wait
     */
    CompletableFuture<Void> put(String meter, byte[] event);
}
