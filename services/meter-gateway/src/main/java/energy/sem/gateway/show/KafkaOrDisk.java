package energy.sem.gateway.show;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

import energy.sem.gateway.publish.Outbox;

/** Ready as long as telegrams can be made safe somewhere: the gateway is worth most while Kafka is away. */
@Readiness
@ApplicationScoped
class KafkaOrDisk implements HealthCheck {
    private final Outbox outbox;

    KafkaOrDisk(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("telegrams can be made safe")
                .withData("kafka", outbox.reachesKafka())
                .withData("disk", outbox.reachesDisk())
                .status(outbox.reachesKafka() || outbox.reachesDisk())
                .build();
    }
}
