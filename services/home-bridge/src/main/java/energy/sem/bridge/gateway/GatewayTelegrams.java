package energy.sem.bridge.gateway;

import java.net.URI;
import java.time.Clock;
import java.util.Optional;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import energy.sem.base.Secrets;

/** Where telegrams of meters are asked for: {@code sem.gateway.url}, with {@code sem.gateway.key} where read keys are set. */
@Singleton
public class GatewayTelegrams {
    private final URI gateway;
    private final Optional<String> key;
    private final Clock clock;

    GatewayTelegrams(
            @ConfigProperty(name = "sem.gateway.url", defaultValue = "http://localhost:8080") URI gateway,
            @ConfigProperty(name = "sem.gateway.key") Optional<String> key,
            Clock clock) {
        this.gateway = gateway;
        this.key = key;
        this.clock = clock;
    }

    /** That of a meter. */
    public GatewayTelegram of(String meter) {
        return new GatewayTelegram(gateway, meter, key.map(value -> Secrets.read("sem.gateway.key", value)), clock);
    }
}
