package energy.sem.gateway.publish;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;

import energy.sem.event.Topics;

/** Publishes events on {@code sem.telegrams}: safe is what Kafka has acknowledged. */
@ApplicationScoped
public class KafkaOutbox implements Outbox {
    /** Events between put and acknowledgement, of all meters; who puts more waits, so that memory stays bounded. */
    private static final int IN_FLIGHT = KafkaRecords.IN_FLIGHT / 2;

    private static final int WAIT_MILLIS = 2_000;

    private final KafkaRecords kafka;
    private final Semaphore inFlight = new Semaphore(IN_FLIGHT);

    KafkaOutbox(KafkaRecords kafka) {
        this.kafka = kafka;
    }

    @Override
    public CompletableFuture<Void> put(String meter, byte[] event) {
        try {
            if (!inFlight.tryAcquire(WAIT_MILLIS, TimeUnit.MILLISECONDS)) {
                return CompletableFuture.failedFuture(new NotSafeException("Kafka takes telegrams too slowly"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return CompletableFuture.failedFuture(new NotSafeException("the gateway is stopping", e));
        }
        CompletableFuture<Void> sent = kafka.send(Topics.TELEGRAMS, meter, event, List.of());
        return sent.whenComplete((nothing, failure) -> inFlight.release());
    }
}
