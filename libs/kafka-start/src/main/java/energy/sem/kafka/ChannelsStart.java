package energy.sem.kafka;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.reactive.messaging.ChannelRegistry;
import io.smallrye.reactive.messaging.PausableChannel;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/**
 * Begins the channels that are configured to be paused at first ({@code pausable.initially-paused} and {@code .late-subscription},
 * with {@code lazy-client}) once a broker's name is known. After a power cut a service often starts before the nameserver does, and
 * Kafka's client cannot be made without an address: the service would end, and end again. So it lives, is not ready, and tries on.
 */
@Readiness
@ApplicationScoped
class ChannelsStart implements HealthCheck {
    private static final Logger LOG = Logger.getLogger(ChannelsStart.class);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);
    private static final int TRIES_BETWEEN_LINES = 60;

    private final ChannelRegistry channels;
    private final BrokerNames brokers;
    private final Thread waiting = new Thread(this::begin, "kafka-start");
    private volatile boolean begun;

    ChannelsStart(ChannelRegistry channels, @ConfigProperty(name = "kafka.bootstrap.servers") String servers) {
        this.channels = channels;
        this.brokers = BrokerNames.of(servers);
    }

    void onStart(@Observes StartupEvent event) {
        waiting.setDaemon(true);
        waiting.start();
    }

    void onStop(@Observes ShutdownEvent event) {
        waiting.interrupt();
    }

    private void begin() {
        try {
            for (int tries = 0; !brokers.isAnyKnown(); tries++) {
                if (tries % TRIES_BETWEEN_LINES == 0) {
                    LOG.warnf(
                            "no nameserver knows %s (kafka.bootstrap.servers): Kafka is waited for, trying each second",
                            brokers);
                }
                Thread.sleep(BETWEEN_TRIES.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        for (String name : channels.getIncomingNames()) {
            PausableChannel channel = channels.getPausable(name);
            if (channel != null) {
                channel.resume();
            }
        }
        begun = true;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("Kafka's name")
                .withData("name", brokers + (begun ? " is known" : " is known to no nameserver yet"))
                .status(begun)
                .build();
    }
}
