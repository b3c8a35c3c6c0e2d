package energy.sem.history.api;

import java.time.ZoneId;
import java.time.ZonedDateTime;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import energy.sem.history.answer.PowerAnswer;
import energy.sem.history.calendar.Household;
import energy.sem.history.calendar.Times;
import energy.sem.history.period.PowerCurve;
import energy.sem.history.store.Meters;

/** The power curve of one meter. */
@Path("/api/v1/meters/{meter}/power")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "history")
public class PowerResource {
    private final Meters meters;
    private final PowerCurve curve;
    private final Household household;
    private final Form form;

    @Inject
    PowerResource(Meters meters, PowerCurve curve, Household household, Form form) {
        this.meters = meters;
        this.curve = curve;
        this.household = household;
        this.form = form;
    }

    /** The mean power of each minute. */
    @GET
    @Transactional
    @Operation(
            summary = "The mean power of each minute, at most 48 hours",
            description = "From raw readings, which are kept some days (sem.retention.raw). The last 24 hours when"
                    + " neither from nor to is given.")
    @APIResponse(
            responseCode = "200",
            description = "one value a minute, null where there are no readings",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PowerAnswer.class),
                            examples = @ExampleObject(name = "example", value = Examples.POWER)))
    public Response power(
            @PathParam("meter") String meter,
            @Parameter(description = "start, such as 2026-11-02T00:00:00+01:00; 24 hours before to when absent")
                    @QueryParam("from")
                    String from,
            @Parameter(description = "end, not included; now when absent") @QueryParam("to") String to,
            @Parameter(description = "the zone of the times; the household's when absent") @QueryParam("zone")
                    String zone,
            @Context Request request) {
        ZoneId times = zone == null ? household.zone() : Times.zone(zone);
        return form.json(
                curve.of(
                        meters.named(meter).orElseThrow(() -> NoMeter.named(meter)),
                        time("from", from, times),
                        time("to", to, times),
                        times),
                request);
    }

    private static ZonedDateTime time(String name, String text, ZoneId zone) {
        return text == null ? null : Times.time(name, text, zone);
    }
}
