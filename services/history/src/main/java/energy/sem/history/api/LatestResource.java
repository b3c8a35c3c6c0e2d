package energy.sem.history.api;

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

import energy.sem.history.answer.LatestAnswer;
import energy.sem.history.calendar.Household;
import energy.sem.history.live.LatestAnswers;
import energy.sem.history.live.Lives;

/** The newest reading of a meter. */
@Path("/api/v1/meters/{meter}/latest")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "live")
public class LatestResource {
    private final Lives lives;
    private final LatestAnswers answers;
    private final Household household;

    @Inject
    LatestResource(Lives lives, LatestAnswers answers, Household household) {
        this.lives = lives;
        this.answers = answers;
        this.household = household;
    }

    /** The newest reading. */
    @GET
    @Operation(summary = "The newest reading with its age, the running quarter hour and the month peak")
    @APIResponse(
            responseCode = "200",
            description = "the newest reading",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = LatestAnswer.class),
                            examples = @ExampleObject(name = "example", value = Examples.LATEST)))
    public LatestAnswer latest(@PathParam("meter") String meter, @QueryParam("zone") String zone) {
        ZoneId times = Range.zone(zone, household);
        return answers.of(lives.newest(meter).orElseThrow(() -> NoMeter.named(meter)), times);
    }
}
