package energy.sem.gateway.push;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletionException;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

import energy.sem.base.Problem;
import energy.sem.gateway.access.Access;
import energy.sem.gateway.health.Outcome;
import energy.sem.gateway.intake.Intake;
import energy.sem.gateway.intake.Intakes;
import energy.sem.gateway.meter.Meter;
import energy.sem.p1.Telegram;

/**
 * The original SEM sensor, unchanged. It reads the answer into a small buffer without a bound and looks at nothing in it,
 * so every answer, errors too, is plain text of at most 64 bytes with its length.
 */
@Path("/post-data.php")
public class SensorResource {
    /** What a sensor can take without being overrun. */
    static final int ANSWER_BYTES = 64;

    private final Access access;
    private final Intakes intakes;

    SensorResource(Access access, Intakes intakes) {
        this.access = access;
        this.intakes = intakes;
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.TEXT_PLAIN)
    @Blocking
    @Operation(
            summary = "A sample of the original SEM sensor",
            description = "Fields api_key (chooses the meter), UL1..3, IL1..3, Pcl, Pch, Ppl, Pph, Pc, Pp, Vg, Vw; "
                    + "-1 means absent. Every answer has at most 64 bytes.")
    @APIResponse(responseCode = "200", description = "Safe, or a sample that cannot be used (the text says which)")
    @APIResponse(responseCode = "401", description = "No api_key")
    @APIResponse(responseCode = "403", description = "The api_key is no meter's")
    @APIResponse(responseCode = "503", description = "Could not be made safe")
    public Response sample(@Context HttpServerRequest request, InputStream body) {
        try {
            FormFields form = FormFields.of(Body.read(request, body));
            Meter meter = access.pusher(
                    form.field("api_key").filter(key -> !key.isBlank()),
                    request.remoteAddress().hostAddress());
            return answer(200, take(form, intakes.of(meter)));
        } catch (Problem problem) {
            return answer(problem.status(), inShort(problem.status()));
        } catch (CompletionException e) {
            return answer(503, "Not stored: Kafka and disk are away.");
        }
    }

    private static String take(FormFields form, Intake intake) {
        Telegram sample;
        try {
            sample = SensorSample.read(form, intake.meter().serial());
        } catch (IllegalArgumentException e) {
            intake.rejected(form.without("api_key"), Outcome.FORMAT, e.getMessage());
            return e.getMessage();
        }
        intake.sample(sample).join();
        return "New record created successfully";
    }

    private static String inShort(int status) {
        return switch (status) {
            case 401 -> "No API Key provided.";
            case 403 -> "Wrong API Key provided.";
            case 413 -> "The request is too large.";
            case 429 -> "Too many wrong API Keys, wait.";
            default -> "The request cannot be read.";
        };
    }

    private static Response answer(int status, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        if (bytes.length > ANSWER_BYTES) {
            throw new IllegalStateException("an answer to a sensor of " + bytes.length + " bytes");
        }
        return Response.status(status).type(MediaType.TEXT_PLAIN).entity(bytes).build();
    }
}
