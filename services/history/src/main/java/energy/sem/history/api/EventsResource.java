package energy.sem.history.api;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import energy.sem.history.answer.EventsAnswer;
import energy.sem.history.calendar.Household;
import energy.sem.history.occurrence.EventAnswers;
import energy.sem.history.store.Meters;

/** What happened at a meter, other than that something flowed. */
@Path("/api/v1/meters/{meter}/events")
@Produces({MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE})
@Tag(name = "history")
public class EventsResource {
    private final Meters meters;
    private final EventAnswers answers;
    private final Household household;
    private final Form form;

    @Inject
    EventsResource(Meters meters, EventAnswers answers, Household household, Form form) {
        this.meters = meters;
        this.answers = answers;
        this.household = household;
        this.form = form;
    }

    /** The events of any range. */
    @GET
    @Transactional
    @Operation(
            summary =
                    "Power failures, sags, swells, breaker and valves, limits, texts, device changes, clock and checksum",
            description = "What changed in the range, in order of time, and what holds at its end. A meter's counts and"
                    + " states change when a telegram says so first.")
    @APIResponse(
            responseCode = "200",
            description = "the events, and the states at the end",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = EventsAnswer.class),
                        examples = @ExampleObject(name = "example", value = Examples.EVENTS)),
                @Content(mediaType = Csv.MEDIA_TYPE)
            })
    public Response events(@PathParam("meter") String name, @BeanParam Range range, @BeanParam Form.Wish wish) {
        Range.Ends times = range.times(household);
        return form.of(
                answers.of(meters.named(name).orElseThrow(() -> NoMeter.named(name)), times.from(), times.to()), wish);
    }
}
