package energy.sem.gateway.administer;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready when the registry is known. Where it is not to be had the gateway is ready after a while all the same: it is worth most
 * while Kafka is away, and a key that may be in the registry is told to come again, not refused.
 */
@Readiness
@ApplicationScoped
class RegistryRead implements HealthCheck {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final FollowedRegistry registry;

    RegistryRead(FollowedRegistry registry) {
        this.registry = registry;
    }

    @Override
    public HealthCheckResponse call() {
        boolean known = registry.isKnown();
        return HealthCheckResponse.named("the registry of meters is known")
                .withData("known", known)
                .status(known || registry.age().compareTo(PATIENCE) > 0)
                .build();
    }
}
