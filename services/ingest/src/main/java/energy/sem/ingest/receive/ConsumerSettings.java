package energy.sem.ingest.receive;

import java.time.Duration;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

import io.smallrye.common.annotation.Identifier;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What of the consumer's settings follows from ours. */
@ApplicationScoped
class ConsumerSettings {
    /** The broker answers a fetch at the latest after the linger; the client waits this much longer. */
    private static final Duration ANSWER = Duration.ofSeconds(30);

    /**
     * A batch gathers at the broker, in the fetch that waits there: so nothing is held in memory, and a backlog, which
     * fills {@code fetch.min.bytes} at once, is not slowed down.
     */
    @Produces
    @ApplicationScoped
    @Identifier("telegrams-consumer") Map<String, Object> consumer(@ConfigProperty(name = "sem.ingest.linger", defaultValue = "PT10S") Duration linger) {
        return Map.of(
                ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, Math.toIntExact(linger.toMillis()),
                ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        Math.toIntExact(linger.plus(ANSWER).toMillis()));
    }
}
