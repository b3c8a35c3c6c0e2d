package energy.sem.bridge.live;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready is a bridge that reaches Kafka, or wants nothing of it. The MQTT broker does not count: the local APIs go on without it,
 * and {@code GET /api/v1/bridge} says how it is.
 */
@Readiness
@ApplicationScoped
class FollowerHealth implements HealthCheck {
    private final TelegramFollower follower;
    private final String servers;

    FollowerHealth(TelegramFollower follower, @ConfigProperty(name = "kafka.bootstrap.servers") String servers) {
        this.follower = follower;
        this.servers = servers;
    }

    @Override
    public HealthCheckResponse call() {
        boolean open = follower.isOpen();
        boolean answered = follower.isAnswered();
        return HealthCheckResponse.named("telegrams from Kafka")
                .withData(servers, !open ? "not needed" : answered ? "answers" : "does not answer")
                .status(!open || answered)
                .build();
    }
}
