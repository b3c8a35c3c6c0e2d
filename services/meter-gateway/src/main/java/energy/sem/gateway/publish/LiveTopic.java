package energy.sem.gateway.publish;

import java.util.List;
import java.util.concurrent.Semaphore;

import jakarta.enterprise.context.ApplicationScoped;

import energy.sem.event.Topics;

/**
 * Publishes on {@code sem.live} what {@code publish-every} leaves out, so that who looks sees each telegram. Nothing depends on
 * it: when Kafka is away, or they come faster than it takes them, they are let go. Thread-safe.
 */
@ApplicationScoped
public class LiveTopic {
    private static final int IN_FLIGHT = KafkaRecords.IN_FLIGHT / 8;

    private final KafkaRecords kafka;
    private final Semaphore inFlight = new Semaphore(IN_FLIGHT);

    LiveTopic(KafkaRecords kafka) {
        this.kafka = kafka;
    }

    /**
     * Publishes an event if there is room.
     *
     * @param event JSON
     */
    public void publish(String meter, byte[] event) {
        if (inFlight.tryAcquire()) {
            var unused = kafka.send(Topics.LIVE, meter, event, List.of())
                    .whenComplete((nothing, failure) -> inFlight.release());
        }
    }
}
