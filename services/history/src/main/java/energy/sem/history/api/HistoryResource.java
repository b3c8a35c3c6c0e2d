package energy.sem.history.api;

import java.time.ZoneId;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import energy.sem.base.Problem;
import energy.sem.history.answer.Bucket;
import energy.sem.history.answer.PeriodAnswer;
import energy.sem.history.calendar.Household;
import energy.sem.history.calendar.Span;
import energy.sem.history.calendar.Step;
import energy.sem.history.calendar.Times;
import energy.sem.history.calendar.View;
import energy.sem.history.period.Details;
import energy.sem.history.period.PeriodAnswers;
import energy.sem.history.period.Until;
import energy.sem.history.store.Meter;
import energy.sem.history.store.Meters;

/** Periods and ranges of one meter. */
@Path("/api/v1/meters/{meter}/history")
@Produces({MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE})
@Tag(name = "history")
public class HistoryResource {
    private final Meters meters;
    private final PeriodAnswers answers;
    private final LongRanges longRanges;
    private final Household household;
    private final Form form;

    @Inject
    HistoryResource(Meters meters, PeriodAnswers answers, LongRanges longRanges, Household household, Form form) {
        this.meters = meters;
        this.answers = answers;
        this.longRanges = longRanges;
        this.household = household;
        this.form = form;
    }

    /** A period of the calendar: {@code week}, {@code week?offset=-2} or {@code week,-2}. */
    @GET
    @Path("{view}")
    @Transactional
    @Operation(
            summary = "A day, week, month or year of the calendar",
            description = "Buckets: a day by hour, a week and a month by day, a year by month; step chooses others.")
    @APIResponse(
            responseCode = "200",
            description = "the period, its total, its buckets and the period before",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = PeriodAnswer.class),
                        examples = @ExampleObject(name = "example", value = Examples.PERIOD)),
                @Content(mediaType = Csv.MEDIA_TYPE)
            })
    public Response period(
            @PathParam("meter") String meter,
            @Parameter(description = "day, week, month or year in any case; also with the offset: week,-2")
                    @PathParam("view")
                    String view,
            @Parameter(description = "0 is the running period, -1 the one before") @QueryParam("offset") String offset,
            @Parameter(description = "PT15M, PT1H, P1D or P1M") @QueryParam("step") String step,
            @Parameter(description = "the zone of the calendar; the household's when absent") @QueryParam("zone")
                    String zone,
            @Parameter(description = "last-reading, or last-quarter to end the data at the last full quarter hour")
                    @DefaultValue("last-reading")
                    @QueryParam("until")
                    String until,
            @Parameter(description = "voltage, power or both: adds their range to each bucket") @QueryParam("fields")
                    String fields,
            @BeanParam Form.Wish wish) {
        View asked = View.of(view, offset(offset));
        ZoneId calendar = Range.zone(zone, household);
        Span span = Span.of(asked, household.now(), calendar);
        Step width = step == null ? asked.period().step() : Step.of(step);
        PeriodAnswer answer = answers.period(named(meter), asked, span, width, Until.of(until), Details.of(fields));
        return form.of(answer, wish);
    }

    /** Any range on quarter hours. */
    @GET
    @Produces({MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE, Form.JSON_LINES})
    @Transactional
    @Operation(
            summary =
                    "Any range on quarter hours: as JSON in at most 5000 buckets, as CSV or lines of JSON in any number",
            description =
                    "from and to are times with an offset, or local dates and times in the zone. Lines of JSON, and"
                            + " CSV of more than 5000 buckets, are sent while they are read and have no ETag.")
    @APIResponse(
            responseCode = "200",
            description = "the range, its total and its buckets",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = PeriodAnswer.class),
                        examples = @ExampleObject(name = "example", value = Examples.RANGE)),
                @Content(mediaType = Csv.MEDIA_TYPE),
                @Content(mediaType = Form.JSON_LINES, schema = @Schema(implementation = Bucket.class))
            })
    public Response range(
            @PathParam("meter") String meter,
            @Parameter(description = "start, such as 2026-11-02T00:00:00+01:00 or 2026-11-02") @QueryParam("from")
                    String from,
            @Parameter(description = "end, not included") @QueryParam("to") String to,
            @Parameter(description = "PT15M, PT1H, P1D or P1M") @DefaultValue("PT1H") @QueryParam("step") String step,
            @Parameter(description = "the zone of the calendar; the household's when absent") @QueryParam("zone")
                    String zone,
            @Parameter(description = "last-reading, or last-quarter to end the data at the last full quarter hour")
                    @DefaultValue("last-reading")
                    @QueryParam("until")
                    String until,
            @Parameter(description = "voltage, power or both: adds their range to each bucket") @QueryParam("fields")
                    String fields,
            @BeanParam Form.Wish wish,
            @Context RoutingContext request) {
        ZoneId calendar = Range.zone(zone, household);
        Span span = Span.between(Times.time("from", from, calendar), Times.time("to", to, calendar));
        Step width = Step.of(step);
        Until end = Until.of(until);
        Details details = Details.of(fields);
        if (LongRanges.isOne(wish.shape(), span, width)) {
            return longRanges.answer(named(meter), span, width, end, details, wish, request);
        }
        return form.of(answers.range(named(meter), span, width, end, details), wish);
    }

    private Meter named(String name) {
        return meters.named(name).orElseThrow(() -> NoMeter.named(name));
    }

    static Integer offset(String text) {
        if (text == null) {
            return null;
        }
        if (!text.strip().matches("[+-]?\\d{1,9}")) {
            throw Problem.badRequest("offset=" + text + " is not a whole number: 0 is now, -1 the period before.");
        }
        return Integer.valueOf(text.strip());
    }
}
