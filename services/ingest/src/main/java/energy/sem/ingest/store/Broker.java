package energy.sem.ingest.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * When Kafka has answered last. A broker that is frozen, or behind a cut network, keeps its connections: only what is asked of
 * it and not answered tells. Thread-safe.
 */
@ApplicationScoped
public class Broker {
    private final Clock clock;
    private final Duration patience;
    private final AtomicReference<Instant> answered;

    Broker(Clock clock, @ConfigProperty(name = "ingest.kafka-patience", defaultValue = "PT1M") Duration patience) {
        this.clock = clock;
        this.patience = patience;
        this.answered = new AtomicReference<>(clock.instant());
    }

    /** Kafka has answered now. */
    public void hasAnswered() {
        answered.set(clock.instant());
    }

    /** Since when Kafka has not answered, the start at the earliest; empty while that is no longer than a minute. */
    public Optional<Instant> silentSince() {
        Instant last = answered.get();
        return last.plus(patience).isBefore(clock.instant()) ? Optional.of(last) : Optional.empty();
    }
}
