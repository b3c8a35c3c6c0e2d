package energy.sem.gateway.show;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import energy.sem.base.Callers;
import energy.sem.base.Keys;
import energy.sem.base.Problem;
import energy.sem.gateway.access.Access;
import energy.sem.gateway.health.MeterReport;
import energy.sem.gateway.intake.Intake;
import energy.sem.gateway.intake.Intakes;
import energy.sem.gateway.meter.Meter;

/** How the meters are. Where read keys are set, a read key sees all meters and a meter's key its own. */
@Path("/api/v1/meters")
@Tag(name = "meters")
public class MeterResource {
    private static final byte[] LINE_END = "\r\n".getBytes(StandardCharsets.US_ASCII);

    private final Access access;
    private final Callers callers;
    private final Intakes intakes;

    MeterResource(Access access, Callers callers, Intakes intakes) {
        this.access = access;
        this.callers = callers;
        this.intakes = intakes;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Blocking
    @Operation(summary = "How each meter is", description = "State, last telegram, counts by cause and a diagnosis.")
    @APIResponse(
            responseCode = "200",
            description = "The meters by name",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(type = SchemaType.ARRAY, implementation = MeterReport.class),
                            examples = @ExampleObject(name = "a meter that is pushed to", value = Examples.METERS)))
    @APIResponse(responseCode = "401", description = "Read keys are set and none was given")
    @APIResponse(responseCode = "403", description = "Not a read key")
    @APIResponse(responseCode = "429", description = "Too many wrong keys: wait Retry-After seconds")
    public List<MeterReport> meters(
            @Parameter(hidden = true) @HeaderParam("X-API-Key") String xApiKey,
            @Parameter(hidden = true) @HeaderParam("Authorization") String authorization,
            @Context HttpServerRequest request) {
        return readable(xApiKey, authorization, request).stream()
                .flatMap(meter -> intakes.find(meter).stream())
                .map(Intake::report)
                .toList();
    }

    @GET
    @Path("/{meter}/telegram")
    @Produces(MediaType.TEXT_PLAIN)
    @Blocking
    @Operation(summary = "The last valid telegram", description = "As it came, byte for byte.")
    @APIResponse(
            responseCode = "200",
            description = "A P1 telegram",
            content = @Content(mediaType = MediaType.TEXT_PLAIN, schema = @Schema(implementation = String.class)))
    @APIResponse(responseCode = "401", description = "Read keys are set and none was given")
    @APIResponse(responseCode = "403", description = "Not a read key")
    @APIResponse(responseCode = "404", description = "No such meter, or no telegram yet")
    @APIResponse(responseCode = "429", description = "Too many wrong keys: wait Retry-After seconds")
    @APIResponse(responseCode = "503", description = "Another gateway reads the meter: that one has its telegrams")
    public byte[] telegram(
            @PathParam("meter") String name,
            @Parameter(hidden = true) @HeaderParam("X-API-Key") String xApiKey,
            @Parameter(hidden = true) @HeaderParam("Authorization") String authorization,
            @Context HttpServerRequest request) {
        Intake intake = readable(xApiKey, authorization, request).stream()
                .filter(meter -> meter.name().equals(name))
                .flatMap(meter -> intakes.find(meter).stream())
                .findFirst()
                .orElseThrow(() ->
                        Problem.notFound("There is no meter of that name for you: GET /api/v1/meters lists them."));
        intake.elsewhere().ifPresent(words -> {
            throw Problem.of(503, words);
        });
        byte[] telegram = intake.lastTelegram()
                .orElseThrow(() -> Problem.notFound(
                        "No telegram of this meter has been read since the gateway started: try again later."));
        ByteArrayOutputStream whole = new ByteArrayOutputStream(telegram.length + LINE_END.length);
        whole.writeBytes(telegram);
        whole.writeBytes(LINE_END);
        return whole.toByteArray();
    }

    private List<Meter> readable(String xApiKey, String authorization, HttpServerRequest request) {
        return access.readable(Keys.given(xApiKey, authorization), callers.addressOf(request));
    }
}
