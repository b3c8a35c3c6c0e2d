package energy.sem.gateway.publish;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.common.header.internals.RecordHeader;

import energy.sem.event.Topics;

/**
 * Publishes the bytes of rejected frames on {@code sem.telegrams.rejected} for whoever looks for the cause. They are
 * evidence, not readings: when Kafka is away, or noise comes faster than Kafka takes it, they are counted and let go.
 */
@ApplicationScoped
public class RejectedFrames {
    private static final int IN_FLIGHT = KafkaRecords.IN_FLIGHT / 8;

    private final KafkaRecords kafka;
    private final Semaphore inFlight = new Semaphore(IN_FLIGHT);

    RejectedFrames(KafkaRecords kafka) {
        this.kafka = kafka;
    }

    /**
     * Publishes a frame if there is room.
     *
     * @param cause a word such as {@code crc}
     * @param detail a sentence
     * @return done when it is published, failed when it is not
     */
    public CompletableFuture<Void> publish(
            String meter, byte[] frame, String cause, String detail, Instant receivedAt) {
        if (!inFlight.tryAcquire()) {
            return CompletableFuture.failedFuture(new NotSafeException("too many rejected frames at a time"));
        }
        CompletableFuture<Void> sent = kafka.send(
                Topics.REJECTED,
                meter,
                frame,
                List.of(
                        header("cause", cause),
                        header("detail", detail),
                        header("received-at", receivedAt.toString())));
        return sent.whenComplete((nothing, failure) -> inFlight.release());
    }

    private static RecordHeader header(String name, String value) {
        return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
