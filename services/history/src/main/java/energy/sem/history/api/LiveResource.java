package energy.sem.history.api;

import java.time.Duration;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirementsSet;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestStreamElementType;

import energy.sem.base.OpenApi;
import energy.sem.base.Problem;
import energy.sem.history.answer.LatestAnswer;
import energy.sem.history.calendar.Household;
import energy.sem.history.live.LatestAnswers;
import energy.sem.history.live.Live;
import energy.sem.history.live.Lives;

/** Each reading of a meter as it comes. */
@Path("/api/v1/meters/{meter}/live")
@Tag(name = "live")
public class LiveResource {
    private static final Logger LOG = Logger.getLogger(LiveResource.class);

    /** Tells both ends, and proxies between them, that the stream lives while no telegram comes. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    /** More than this are refused: each holds a connection and is sent every reading. */
    private static final int MOST_LISTENERS = 500;

    private static final int RETRY_SECONDS = 30;

    private final AtomicInteger listeners = new AtomicInteger();
    private final Lives lives;
    private final LatestAnswers answers;
    private final Household household;
    private final Sse sse;

    @Inject
    LiveResource(Lives lives, LatestAnswers answers, Household household, @Context Sse sse, MeterRegistry registry) {
        this.lives = lives;
        this.answers = answers;
        this.household = household;
        this.sse = sse;
        Gauge.builder("sem.history.live.listeners", listeners, AtomicInteger::get)
                .description("open streams of live readings")
                .register(registry);
    }

    /** Each reading as it comes. */
    @GET
    @Blocking
    @Produces(MediaType.SERVER_SENT_EVENTS)
    // Said here and not of each event: an event that has a type of its own carries it as a field that no client knows.
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @SecurityRequirement(name = OpenApi.KEY)
    @SecurityRequirement(name = OpenApi.BEARER)
    @SecurityRequirement(name = OpenApi.KEY_IN_ADDRESS)
    @SecurityRequirementsSet
    @Operation(
            summary = "Each reading as it comes: server-sent events of the shape of latest, one a telegram",
            description = "The newest reading is sent at once; a comment every 15 seconds keeps the stream alive; it ends"
                    + " before the next of either once its key no longer opens the meter."
                    + " Where read keys are set, ?key= does what the header X-API-Key does: EventSource sends none.")
    @APIResponse(
            responseCode = "200",
            description = "one event a telegram",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = LatestAnswer.class),
                            examples = @ExampleObject(name = "example", value = Examples.LATEST)))
    public Multi<OutboundSseEvent> live(
            @PathParam("meter") String meter,
            @Parameter(description = "the zone of the times; the household's when absent") @QueryParam("zone")
                    String zone,
            @Parameter(description = "a read key, from who cannot send the header X-API-Key") @QueryParam(Door.KEY)
                    String key,
            @Context ContainerRequestContext asking) {
        BooleanSupplier stillOpens = Door.stillOpens(asking, meter);
        Live newest = newest(meter);
        ZoneId times = Range.zone(zone, household);
        if (listeners.incrementAndGet() > MOST_LISTENERS) {
            listeners.decrementAndGet();
            throw Problem.unavailable(
                    "There are " + MOST_LISTENERS + " listeners already: ask /latest instead, or come back later.",
                    RETRY_SECONDS);
        }
        Multi<OutboundSseEvent> readings = Multi.createBy()
                .concatenating()
                .streams(Multi.createFrom().item(newest), lives.updates(meter))
                .emitOn(Infrastructure.getDefaultWorkerPool(), 1)
                .map(each -> sse.newEventBuilder()
                        .data(LatestAnswer.class, answers.of(each, times))
                        .build())
                .onFailure()
                .invoke(failure -> LOG.errorf(failure, "the live readings of %s end", meter));
        Multi<OutboundSseEvent> beats = Multi.createFrom()
                .ticks()
                .every(HEARTBEAT)
                .onOverflow()
                .drop()
                .map(tick -> sse.newEventBuilder().comment("").build());
        return Multi.createBy()
                .merging()
                .streams(readings, beats)
                .select()
                .first(next -> stillOpens.getAsBoolean())
                .onTermination()
                .invoke(listeners::decrementAndGet);
    }

    private Live newest(String meter) {
        return lives.newest(meter).orElseThrow(() -> NoMeter.named(meter));
    }
}
