package energy.sem.gateway.push;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeIn;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import energy.sem.base.Callers;
import energy.sem.base.Problem;
import energy.sem.gateway.access.Access;
import energy.sem.gateway.intake.Delivery;
import energy.sem.gateway.intake.Intakes;
import energy.sem.gateway.meter.Meter;
import energy.sem.gateway.publish.NotSafeException;

/** DSMR-reader's API v1 as far as its remote datalogger uses it, so that one can be pointed at SEM. */
@Path("/api/v1/datalogger/dsmrreading")
@Tag(name = "push")
@SecurityScheme(
        securitySchemeName = "authKey",
        type = SecuritySchemeType.APIKEY,
        in = SecuritySchemeIn.HEADER,
        apiKeyName = "X-AUTHKEY",
        description = "the key as DSMR-reader sends it")
@SecurityScheme(
        securitySchemeName = "token",
        type = SecuritySchemeType.APIKEY,
        in = SecuritySchemeIn.HEADER,
        apiKeyName = "Authorization",
        description = "Token and the key")
public class DsmrReaderResource {
    private static final String TOKEN = "token ";
    private static final int RETRY_AFTER_SECONDS = 5;

    private final Access access;
    private final Callers callers;
    private final Intakes intakes;
    private final Bodies bodies;

    DsmrReaderResource(Access access, Callers callers, Intakes intakes, Bodies bodies) {
        this.access = access;
        this.callers = callers;
        this.bodies = bodies;
        this.intakes = intakes;
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Blocking
    @Operation(
            summary = "A telegram from DSMR-reader's remote datalogger",
            description = "The key, in X-AUTHKEY or Authorization: Token, chooses the meter.")
    @SecurityRequirement(name = "authKey")
    @SecurityRequirement(name = "token")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_FORM_URLENCODED,
                            schema = @Schema(implementation = DsmrReaderForm.class)))
    @APIResponse(responseCode = "201", description = "Safe")
    @APIResponse(responseCode = "400", description = "No field telegram, or none that is valid")
    @APIResponse(responseCode = "401", description = "No key")
    @APIResponse(responseCode = "403", description = "The key is no meter's")
    @APIResponse(responseCode = "413", description = "More than 1 MiB")
    @APIResponse(responseCode = "429", description = "Too many wrong keys, or too much: wait Retry-After seconds")
    @APIResponse(responseCode = "503", description = "Could not be made safe: send it again")
    public Response pushDsmrReader(
            @Parameter(hidden = true) @HeaderParam("X-AUTHKEY") String authKey,
            @Parameter(hidden = true) @HeaderParam("Authorization") String authorization,
            @Context HttpServerRequest request,
            InputStream body) {
        Meter meter = access.pusher(key(authKey, authorization), callers.addressOf(request));
        return bodies.with(meter, request, body, bytes -> push(meter, bytes));
    }

    /** The form, as far as it is read. */
    @Schema(requiredProperties = "telegram")
    record DsmrReaderForm(@Schema(description = "one P1 telegram") String telegram) {}

    private Response push(Meter meter, byte[] body) {
        byte[] telegram = FormFields.of(body)
                .field("telegram")
                .orElseThrow(() -> Problem.badRequest("Send the telegram in the form field telegram."))
                .getBytes(StandardCharsets.ISO_8859_1);
        Delivery delivery = Delivery.of(telegram, intakes.of(meter));
        try {
            delivery.awaitSafe();
        } catch (NotSafeException e) {
            throw Problem.unavailable(
                    "Neither Kafka nor the disk takes telegrams: send the telegram again.", RETRY_AFTER_SECONDS);
        }
        if (delivery.accepted() == 0) {
            Delivery.Rejection first = delivery.rejected().get(0);
            throw Problem.badRequest("The telegram is not valid: " + first.cause() + ": " + first.detail());
        }
        return Response.status(Response.Status.CREATED).build();
    }

    private static Optional<String> key(String authKey, String authorization) {
        if (authKey != null && !authKey.isBlank()) {
            return Optional.of(authKey.trim());
        }
        if (authorization != null && authorization.toLowerCase(Locale.ROOT).startsWith(TOKEN)) {
            return Optional.of(authorization.substring(TOKEN.length()).trim()).filter(key -> !key.isEmpty());
        }
        return Optional.empty();
    }
}
