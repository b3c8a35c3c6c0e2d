package energy.sem.gateway.publish;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;

import jakarta.enterprise.context.ApplicationScoped;

import energy.sem.event.Topics;

/** Publishes meters' health on {@code sem.meters}, where the last record of each meter is kept. */
@ApplicationScoped
public class HealthTopic {
    private static final int IN_FLIGHT = KafkaRecords.IN_FLIGHT / 8;

    private final KafkaRecords kafka;
    private final Semaphore inFlight = new Semaphore(IN_FLIGHT);

    HealthTopic(KafkaRecords kafka) {
        this.kafka = kafka;
    }

    /** Whether one more may be published now. With very many meters it takes some seconds to publish all. */
    public boolean hasRoom() {
        return inFlight.availablePermits() > 0;
    }

    /**
     * Publishes how a meter is.
     *
     * @param report JSON
     * @return done when it is published; failed when it is not, and the next one will do
     */
    public CompletableFuture<Void> publish(String meter, byte[] report) {
        if (!inFlight.tryAcquire()) {
            return CompletableFuture.failedFuture(new NotSafeException("too many reports at a time"));
        }
        return kafka.send(Topics.METERS, meter, report, List.of())
                .whenComplete((nothing, failure) -> inFlight.release());
    }

    /** Says that there is no longer such a meter. */
    public CompletableFuture<Void> forget(String meter) {
        return kafka.send(Topics.METERS, meter, null, List.of());
    }
}
