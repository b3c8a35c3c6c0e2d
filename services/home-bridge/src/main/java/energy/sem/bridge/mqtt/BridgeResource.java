package energy.sem.bridge.mqtt;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.NonBlocking;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import energy.sem.bridge.live.LiveMeters;

/** How the bridge is: for doctor and monitors. It has no reading and no secret, and needs no key. */
@Path("/api/v1/bridge")
@Singleton
@Tag(name = "bridge")
public class BridgeResource {
    private final MqttSettings settings;
    private final MqttOut out;
    private final LiveMeters meters;
    private final Clock clock;

    BridgeResource(MqttSettings settings, MqttOut out, LiveMeters meters, Clock clock) {
        this.settings = settings;
        this.out = out;
        this.meters = meters;
        this.clock = clock;
    }

    /** The state at this moment. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @NonBlocking
    @Operation(operationId = "bridge", summary = "Whether the bridge reaches its broker, and which meters it hears")
    @APIResponse(responseCode = "200", description = "the state")
    public BridgeState bridge() {
        Instant now = clock.instant();
        return new BridgeState(
                settings.isOn()
                        ? new Broker(
                                settings.address().toString(),
                                out.isConnected(),
                                out.version().map(Object::toString).orElse(null),
                                out.trouble().orElse(null))
                        : null,
                meters.all().stream()
                        .map(each -> new HeardMeter(each.meter(), each.isFresh(now)))
                        .toList());
    }

    /**
     * The state.
     *
     * @param mqtt the broker; absent where none is configured
     * @param meters those that have said something since the bridge started
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record BridgeState(Broker mqtt, List<HeardMeter> meters) {}

    /**
     * The broker.
     *
     * @param address without user and password
     * @param connected whether there is a connection now
     * @param version of MQTT, 5 or 3.1.1, of the newest connection
     * @param trouble what does not work, as a sentence; absent while all does
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Broker(String address, boolean connected, String version, String trouble) {}

    /**
     * One meter.
     *
     * @param name as in topics
     * @param heard whether its readings come at the moment
     */
    public record HeardMeter(String name, boolean heard) {}
}
