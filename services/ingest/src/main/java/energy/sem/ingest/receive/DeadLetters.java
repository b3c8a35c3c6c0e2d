package energy.sem.ingest.receive;

import java.time.Duration;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;

import energy.sem.base.MeterLog;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The dead topic: events that cannot be stored, as they came, with the cause. */
@ApplicationScoped
class DeadLetters {
    private static final Logger LOG = Logger.getLogger(DeadLetters.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final MutinyEmitter<byte[]> emitter;
    private final MeterRegistry registry;

    DeadLetters(@Channel("dead") MutinyEmitter<byte[]> emitter, MeterRegistry registry) {
        this.emitter = emitter;
        this.registry = registry;
    }

    /**
     * Sends a record there; comes back when Kafka has acknowledged it, however long that takes.
     *
     * @param cause a word for counting
     * @param detail a sentence for people
     * @throws InterruptedException when the service stops; the record will be read again
     */
    void send(ConsumerRecord<String, byte[]> record, String cause, String detail) throws InterruptedException {
        MeterLog.about(
                String.valueOf(record.key()),
                () -> LOG.warnf(
                        "%s of %s cannot be stored (%s): %s",
                        position(record), Instant.ofEpochMilli(record.timestamp()), cause, detail));
        while (!sent(record, cause, detail)) {
            Thread.sleep(PAUSE.toMillis());
        }
        Counter.builder("sem.ingest.dead")
                .description("Events that went to the dead topic")
                .tag("cause", cause)
                .register(registry)
                .increment();
    }

    private boolean sent(ConsumerRecord<String, byte[]> record, String cause, String detail) {
        Headers headers = new RecordHeaders()
                .add("cause", cause.getBytes(UTF_8))
                .add("detail", detail.getBytes(UTF_8))
                .add("position", position(record).getBytes(UTF_8));
        try {
            emitter.sendMessageAndAwait(Message.of(record.value() == null ? new byte[0] : record.value())
                    .addMetadata(OutgoingKafkaRecordMetadata.<String>builder()
                            .withKey(record.key())
                            .withHeaders(headers)
                            .build()));
            return true;
        } catch (RuntimeException e) {
            LOG.warnf("the dead topic does not take it, trying again: %s", e.getMessage());
            return false;
        }
    }

    /** Where a record stands, such as {@code sem.telegrams-3@117}. */
    private static String position(ConsumerRecord<?, ?> record) {
        return record.topic() + "-" + record.partition() + "@" + record.offset();
    }
}
