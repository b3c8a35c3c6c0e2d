package energy.sem.gateway.push;

import java.io.InputStream;
import java.util.List;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import energy.sem.base.Callers;
import energy.sem.base.Keys;
import energy.sem.base.Problem;
import energy.sem.gateway.access.Access;
import energy.sem.gateway.intake.Delivery;
import energy.sem.gateway.intake.Intakes;
import energy.sem.gateway.intake.NoTimeYetException;
import energy.sem.gateway.meter.Meter;
import energy.sem.gateway.publish.NotSafeException;

/** Takes telegrams as the meter sent them. */
@Path("/api/v1/meters/{meter}/telegrams")
@Tag(name = "push")
public class TelegramResource {
    private static final int RETRY_AFTER_SECONDS = 5;

    private final Access access;
    private final Callers callers;
    private final Intakes intakes;
    private final Bodies bodies;

    TelegramResource(Access access, Callers callers, Intakes intakes, Bodies bodies) {
        this.access = access;
        this.callers = callers;
        this.bodies = bodies;
        this.intakes = intakes;
    }

    /**
     * What became of a push.
     *
     * @param accepted how many telegrams are safe
     * @param thinned how many of them the meter's {@code publish-every} holds back
     * @param rejected the others (the first 1000)
     * @param rejectedCount how many others there are, when there are more than listed
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(requiredProperties = {"accepted", "rejected"})
    public record Receipt(int accepted, Integer thinned, List<Delivery.Rejection> rejected, Integer rejectedCount) {}

    /**
     * A push without any valid telegram: RFC 9457 and the receipt.
     *
     * @param title the status in words
     * @param status 422
     * @param detail what is wrong and what to do
     * @param accepted 0
     * @param rejected each piece with its cause (the first 1000)
     */
    @Schema(requiredProperties = {"title", "status", "detail", "accepted", "rejected"})
    public record NothingValid(
            String title, int status, String detail, int accepted, List<Delivery.Rejection> rejected) {}

    @POST
    @Consumes({MediaType.TEXT_PLAIN, MediaType.APPLICATION_OCTET_STREAM})
    @Produces(MediaType.APPLICATION_JSON)
    @Blocking
    @Operation(
            summary = "Push telegrams",
            description = "One or many P1 telegrams, byte for byte. The answer comes when they are safe; pushing the "
                    + "same again does no harm.")
    @RequestBody(
            required = true,
            content = @Content(mediaType = MediaType.TEXT_PLAIN, schema = @Schema(implementation = String.class)))
    @APIResponse(
            responseCode = "202",
            description = "Safe; pieces that are no telegram are listed with their cause",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Receipt.class),
                            examples = @ExampleObject(name = "one of two", value = Examples.RECEIPT)))
    @APIResponse(responseCode = "401", description = "No key")
    @APIResponse(responseCode = "403", description = "The key does not open this meter")
    @APIResponse(responseCode = "413", description = "More than 1 MiB")
    @APIResponse(
            responseCode = "422",
            description = "No valid telegram",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = NothingValid.class),
                            examples = @ExampleObject(name = "a wrong checksum", value = Examples.NOTHING_VALID)))
    @APIResponse(
            responseCode = "429",
            description =
                    "Too many wrong keys from this address, or this key pushes too much: wait Retry-After seconds")
    @APIResponse(responseCode = "503", description = "Not all telegrams could be made safe: send all again")
    public Response push(
            @PathParam("meter") String name,
            @Parameter(hidden = true) @HeaderParam("X-API-Key") String xApiKey,
            @Parameter(hidden = true) @HeaderParam("Authorization") String authorization,
            @Context HttpServerRequest request,
            InputStream body) {
        Meter meter = access.pusher(name, Keys.given(xApiKey, authorization), callers.addressOf(request));
        return bodies.with(meter, request, body, bytes -> push(meter, bytes));
    }

    private Response push(Meter meter, byte[] body) {
        Delivery delivery = Delivery.of(body, intakes.of(meter));
        try {
            delivery.awaitSafe();
        } catch (NotSafeException e) {
            String why = e.getCause() instanceof NoTimeYetException noTime
                    ? "Not taken, since " + noTime.getMessage() + ", "
                    : "Neither Kafka nor the disk takes telegrams, ";
            throw Problem.unavailable(
                    why + e.getMessage() + ": send all again, repeats do no harm.", RETRY_AFTER_SECONDS);
        }
        Integer thinned = meter.publishEvery().map(every -> delivery.thinned()).orElse(null);
        return delivery.accepted() > 0 ? accepted(delivery, thinned) : nothingValid(delivery);
    }

    private static Response accepted(Delivery delivery, Integer thinned) {
        boolean more = delivery.rejectedCount() > delivery.rejected().size();
        return Response.accepted(new Receipt(
                        delivery.accepted(), thinned, delivery.rejected(), more ? delivery.rejectedCount() : null))
                .build();
    }

    private static Response nothingValid(Delivery delivery) {
        Delivery.Rejection first = delivery.rejected().get(0);
        String detail = delivery.rejectedCount() == 1
                ? first.cause() + ": " + first.detail()
                : "None of the " + delivery.rejectedCount() + " telegrams is valid; the first: " + first.cause() + ": "
                        + first.detail();
        return Response.status(422)
                .type(Problem.MEDIA_TYPE)
                .entity(new NothingValid("Unprocessable Content", 422, detail, 0, delivery.rejected()))
                .build();
    }
}
