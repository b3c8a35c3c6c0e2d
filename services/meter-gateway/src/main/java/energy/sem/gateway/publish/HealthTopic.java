package energy.sem.gateway.publish;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import jakarta.enterprise.context.ApplicationScoped;

import energy.sem.event.Topics;

/** Publishes meters' health on {@code sem.meters}, where the last record of each meter is kept. */
@ApplicationScoped
public class HealthTopic {
    private final KafkaRecords kafka;

    HealthTopic(KafkaRecords kafka) {
        this.kafka = kafka;
    }

    /**
     * Publishes how a meter is.
     *
     * @param report JSON
     * @return done when it is published; failed when it is not, and the next one will do
     */
    public CompletableFuture<Void> publish(String meter, byte[] report) {
        return kafka.send(Topics.METERS, meter, report, List.of());
    }
}
