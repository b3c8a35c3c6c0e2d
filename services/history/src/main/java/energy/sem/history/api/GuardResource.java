package energy.sem.history.api;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import energy.sem.base.Problem;
import energy.sem.guard.GuardAllowance;
import energy.sem.history.answer.GuardAnswer;
import energy.sem.history.calendar.Household;
import energy.sem.history.live.Guards;
import energy.sem.history.live.Lives;
import energy.sem.quarter.QuarterHours;

/** What a charger may take. */
@Path("/api/v1/meters/{meter}/guard")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "live")
public class GuardResource {
    /** A telegram may come any second. */
    private static final int RETRY_SECONDS = 10;

    private final Guards guards;
    private final Lives lives;
    private final Household household;

    @Inject
    GuardResource(Guards guards, Lives lives, Household household) {
        this.guards = guards;
        this.lives = lives;
        this.household = household;
    }

    /** What the household may take from the grid until the quarter hour ends. */
    @GET
    @Operation(summary = "The import that is allowed for the rest of the running quarter hour, and what it ends at")
    @APIResponse(
            responseCode = "200",
            description = "what is allowed now",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = GuardAnswer.class),
                            examples = @ExampleObject(name = "example", value = Examples.GUARD)))
    @APIResponse(
            responseCode = "503",
            description = "no telegram with a power for 90 seconds: nothing is known, and an old number is none",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.Body.class)))
    public GuardAnswer guard(@PathParam("meter") String meter, @QueryParam("zone") String zone) {
        ZoneId times = Range.zone(zone, household);
        return guards.of(meter).map(each -> answer(meter, each, times)).orElseThrow(() -> nothing(meter));
    }

    private GuardAnswer answer(String meter, Guards.Answer answer, ZoneId zone) {
        GuardAllowance allowance = answer.allowance();
        Instant now = answer.at().plus(answer.age());
        return new GuardAnswer(
                meter,
                time(answer.at(), zone),
                Math.max(0, answer.age().toSeconds()),
                allowance.allowedImportW(),
                allowance.projectedW(),
                allowance.targetW(),
                allowance.secondsLeft(),
                time(QuarterHours.start(QuarterHours.of(now) + 1), zone),
                allowance.lost());
    }

    private Problem nothing(String meter) {
        if (lives.newest(meter).isEmpty()) {
            return NoMeter.named(meter);
        }
        return Problem.unavailable(
                "Meter \"" + meter + "\" has sent no telegram with its power for 90 seconds, so nothing can be said"
                        + " of the running quarter hour: let your own limit hold, and look at GET /api/v1/meters.",
                RETRY_SECONDS);
    }

    private static OffsetDateTime time(Instant instant, ZoneId zone) {
        return Instant.ofEpochSecond(instant.getEpochSecond()).atZone(zone).toOffsetDateTime();
    }
}
