package energy.sem.gateway.relay;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetServerOptions;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import energy.sem.base.NoStart;
import energy.sem.gateway.meter.Meter;
import energy.sem.gateway.meter.Meters;

/** The relays of the meters that have a {@code relay-port}; the ports are opened at the start. */
@Singleton
public class Relays {
    private static final Logger LOG = Logger.getLogger(Relays.class);

    private final Map<String, Relay> byMeter = new HashMap<>();
    private final Meters meters;
    private final Vertx vertx;
    private final String host;

    Relays(
            Meters meters,
            Vertx vertx,
            @ConfigProperty(name = "sem.relay.host", defaultValue = "127.0.0.1") String host) {
        this.meters = meters;
        this.vertx = vertx;
        this.host = host;
        for (Meter meter : meters.all()) {
            if (meter.relayPort().isPresent()) {
                byMeter.put(meter.name(), new Relay(meter.name()));
            }
        }
    }

    /** The meter's relay, if it has one. */
    public Optional<Relay> of(Meter meter) {
        return Optional.ofNullable(byMeter.get(meter.name()));
    }

    // Before the sources (2100).
    void start(@Observes @Priority(2000) StartupEvent event) {
        for (Meter meter : meters.all()) {
            meter.relayPort().ifPresent(port -> listen(byMeter.get(meter.name()), meter, port));
        }
    }

    private void listen(Relay relay, Meter meter, int port) {
        try {
            vertx.createNetServer(new NetServerOptions().setHost(host).setPort(port))
                    .connectHandler(relay::add)
                    .listen()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        } catch (CompletionException e) {
            throw new NoStart("setting sem.meters." + meter.name() + ".relay-port: cannot listen on " + host + ":"
                    + port + ": " + e.getCause().getMessage());
        }
        LOG.infof("meter %s: telegrams are passed on at %s:%d", meter.name(), host, port);
    }
}
