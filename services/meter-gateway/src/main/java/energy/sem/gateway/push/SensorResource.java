package energy.sem.gateway.push;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletionException;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirementsSet;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;

import energy.sem.base.Callers;
import energy.sem.base.Problem;
import energy.sem.gateway.access.Access;
import energy.sem.gateway.health.Outcome;
import energy.sem.gateway.intake.Intake;
import energy.sem.gateway.intake.Intakes;
import energy.sem.gateway.intake.NoTimeYetException;
import energy.sem.gateway.meter.Meter;
import energy.sem.p1.Telegram;

/**
 * The original SEM sensor, unchanged. It reads the answer into a small buffer without a bound and looks neither at the
 * status nor at the text, so every answer, errors too, is plain text of at most 64 bytes with its length. The status is
 * for people and proxies: 200 where the request reached its meter (a sample that cannot be used is never sent again, so
 * it is no error of the transport), else what went wrong.
 */
@Path("/post-data.php")
@Tag(name = "push")
public class SensorResource {
    /** What a sensor can take without being overrun. */
    static final int ANSWER_BYTES = 64;

    private static final int RETRY_AFTER_SECONDS = 5;

    private static final Logger LOG = Logger.getLogger(SensorResource.class);

    private final Access access;
    private final Callers callers;
    private final Intakes intakes;

    SensorResource(Access access, Callers callers, Intakes intakes) {
        this.access = access;
        this.callers = callers;
        this.intakes = intakes;
    }

    @POST
    @Produces(MediaType.TEXT_PLAIN)
    @Blocking
    @Operation(
            summary = "A sample of the original SEM sensor",
            description = "Fields api_key (chooses the meter), UL1..3, IL1..3, Pcl, Pch, Ppl, Pph, Pc, Pp, Vg, Vw; "
                    + "-1 means absent. Every answer has at most 64 bytes.")
    @SecurityRequirementsSet
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_FORM_URLENCODED,
                            schema = @Schema(implementation = SensorForm.class)))
    @APIResponse(
            responseCode = "200",
            description = "Safe, or a sample that cannot be used (the text says which)",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_PLAIN,
                            schema = @Schema(implementation = String.class, maxLength = ANSWER_BYTES)))
    @APIResponse(
            responseCode = "400",
            description = "Not to be read",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_PLAIN,
                            schema = @Schema(implementation = String.class, maxLength = ANSWER_BYTES)))
    @APIResponse(
            responseCode = "401",
            description = "No api_key",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_PLAIN,
                            schema = @Schema(implementation = String.class, maxLength = ANSWER_BYTES)))
    @APIResponse(
            responseCode = "403",
            description = "The api_key is no meter's",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_PLAIN,
                            schema = @Schema(implementation = String.class, maxLength = ANSWER_BYTES)))
    @APIResponse(
            responseCode = "413",
            description = "More than 4 KiB",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_PLAIN,
                            schema = @Schema(implementation = String.class, maxLength = ANSWER_BYTES)))
    @APIResponse(
            responseCode = "429",
            description = "Too many wrong keys, or too many samples",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_PLAIN,
                            schema = @Schema(implementation = String.class, maxLength = ANSWER_BYTES)))
    @APIResponse(
            responseCode = "503",
            description = "Could not be made safe",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_PLAIN,
                            schema = @Schema(implementation = String.class, maxLength = ANSWER_BYTES)))
    public Response pushSensor(@Context HttpServerRequest request, InputStream body) {
        try {
            byte[] bytes = Bodies.small(request, body);
            FormFields form = FormFields.of(bytes);
            Meter meter =
                    access.pusher(form.field("api_key").filter(key -> !key.isBlank()), callers.addressOf(request));
            access.requireWithinRate(meter);
            access.pushed(meter, bytes.length);
            return answer(200, take(form, intakes.of(meter)));
        } catch (Problem problem) {
            return refused(problem);
        } catch (CompletionException e) {
            if (e.getCause() instanceof NoTimeYetException) {
                return answer(503, "Not stored: this computer has no time yet.");
            }
            return refused(Problem.unavailable("Neither Kafka nor the disk takes it.", RETRY_AFTER_SECONDS));
        } catch (RuntimeException e) {
            LOG.error("unexpected failure while answering a sensor", e);
            return answer(500, "A fault of SEM, see its log.");
        }
    }

    /** The form, as far as everything needs it. */
    @Schema(requiredProperties = "api_key")
    record SensorForm(@Schema(description = "the key, which also says which meter it is") String api_key) {}

    private static String take(FormFields form, Intake intake) {
        Telegram sample;
        try {
            sample = SensorSample.read(form, intake.meter().serial());
        } catch (IllegalArgumentException e) {
            intake.rejected(form.without("api_key"), Outcome.FORMAT, e.getMessage());
            return e.getMessage();
        }
        intake.sample(sample).safe().join();
        return "New record created successfully";
    }

    private static Response refused(Problem problem) {
        Response answer = answer(
                problem.status(),
                switch (problem.status()) {
                    case 401 -> "No API Key provided.";
                    case 403 -> "Wrong API Key provided.";
                    case 413 -> "The request is too large.";
                    case 429 -> "Too many requests, wait.";
                    case 503 -> "Not stored: Kafka and disk are away.";
                    default -> "The request cannot be read.";
                });
        problem.retryAfterSeconds().ifPresent(seconds -> answer.getHeaders().putSingle("Retry-After", seconds));
        return answer;
    }

    private static Response answer(int status, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        if (bytes.length > ANSWER_BYTES) {
            throw new IllegalStateException("an answer to a sensor of " + bytes.length + " bytes");
        }
        return Response.status(status).type(MediaType.TEXT_PLAIN).entity(bytes).build();
    }
}
