package energy.sem.gateway.publish;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/**
 * The one producer of the gateway. Records of one key to one topic are written in the order in which they are sent; the
 * timestamp is the time of publishing. Thread-safe.
 */
@ApplicationScoped
class KafkaRecords {
    static final String CHANNEL = "kafka";

    /** Records that may be under way at a time; the callers keep to it. */
    static final int IN_FLIGHT = 4096;

    private static final int ACKNOWLEDGED_WITHIN_MILLIS = 2_000;
    private static final CompletableFuture<Void> DONE = CompletableFuture.completedFuture(null);

    private final Emitter<byte[]> emitter;
    private final TopicCreation topics;

    KafkaRecords(
            @Channel(CHANNEL) @OnOverflow(value = OnOverflow.Strategy.BUFFER, bufferSize = IN_FLIGHT)
                    Emitter<byte[]> emitter,
            TopicCreation topics) {
        this.emitter = emitter;
        this.topics = topics;
    }

    /**
     * Sends a record.
     *
     * @return done when all in-sync replicas have it (a lone broker has flushed it); failed with a
     *     {@link NotSafeException} when that takes longer than two seconds, though the record may still arrive then
     */
    CompletableFuture<Void> send(String topic, String key, byte[] value, List<RecordHeader> headers) {
        if (!topics.ready()) {
            return CompletableFuture.failedFuture(new NotSafeException("Kafka has not been reached yet"));
        }
        CompletableFuture<Void> acknowledged = new CompletableFuture<>();
        Message<byte[]> message = Message.of(
                value,
                Metadata.of(OutgoingKafkaRecordMetadata.<String>builder()
                        .withTopic(topic)
                        .withKey(key)
                        .withHeaders(headers)
                        .build()),
                () -> {
                    acknowledged.complete(null);
                    return DONE;
                },
                failure -> {
                    acknowledged.completeExceptionally(
                            new NotSafeException("Kafka did not take it: " + failure.getMessage(), failure));
                    return DONE;
                });
        try {
            emitter.send(message);
        } catch (IllegalStateException e) {
            // The emitter is full or closed: the callers' limits make the first impossible.
            return CompletableFuture.failedFuture(new NotSafeException("the gateway's producer is closed", e));
        }
        return acknowledged.orTimeout(ACKNOWLEDGED_WITHIN_MILLIS, TimeUnit.MILLISECONDS);
    }
}
