package energy.sem.bridge.mqtt;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.http.HttpServerRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import energy.sem.base.Callers;
import energy.sem.base.Keys;
import energy.sem.base.ReadKeys;
import energy.sem.base.ReadableMeters;
import energy.sem.bridge.live.LiveMeters;

/**
 * How the bridge is: for doctor and monitors. It has no reading and no secret, and needs no key; but where some keys open some
 * meters only, who may not read a meter is not told that there is one.
 */
@Path("/api/v1/bridge")
@Singleton
@Tag(name = "bridge")
public class BridgeResource {
    private final MqttSettings settings;
    private final MqttOut out;
    private final LiveMeters meters;
    private final ReadKeys keys;
    private final Callers callers;
    private final Clock clock;

    BridgeResource(MqttSettings settings, MqttOut out, LiveMeters meters, ReadKeys keys, Callers callers, Clock clock) {
        this.settings = settings;
        this.out = out;
        this.meters = meters;
        this.keys = keys;
        this.callers = callers;
        this.clock = clock;
    }

    /** The state at this moment. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @NonBlocking
    @Operation(operationId = "bridge", summary = "Whether the bridge reaches its broker, and which meters it hears")
    @APIResponse(responseCode = "200", description = "the state")
    public BridgeState bridge(@Context ContainerRequestContext request, @Context HttpServerRequest asked) {
        ReadableMeters readable = readable(request, asked);
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
                        .filter(each -> readable.opens(each.meter()))
                        .map(each -> new HeardMeter(each.meter(), each.isFresh(now)))
                        .toList());
    }

    private ReadableMeters readable(ContainerRequestContext request, HttpServerRequest asked) {
        Optional<String> key =
                Keys.given(request.getHeaderString("X-API-Key"), request.getHeaderString(HttpHeaders.AUTHORIZATION));
        if (!keys.haveReaders()) {
            return ReadableMeters.ALL;
        }
        return key.isEmpty()
                ? ReadableMeters.only(Set.of())
                : keys.readable(
                        key, callers.addressOf(asked), "", "That key is none of sem.read-keys, and no reader's.");
    }

    /**
     * The state.
     *
     * @param mqtt the broker; absent where none is configured
     * @param meters those that have said something since the bridge started; where readers are set, of them those that the key opens
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
