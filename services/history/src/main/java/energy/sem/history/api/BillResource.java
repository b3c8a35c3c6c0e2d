package energy.sem.history.api;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
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

import energy.sem.base.Problem;
import energy.sem.bill.tariff.Utility;
import energy.sem.history.answer.BillAnswer;
import energy.sem.history.answer.BillComparisonAnswer;
import energy.sem.history.answer.BillForecastAnswer;
import energy.sem.history.bill.Bills;
import energy.sem.history.bill.Comparisons;
import energy.sem.history.bill.Forecasts;
import energy.sem.history.calendar.Household;
import energy.sem.history.calendar.Span;
import energy.sem.history.calendar.View;
import energy.sem.history.store.Meter;
import energy.sem.history.store.Meters;

/** Bills of one meter. */
@Path("/api/v1/meters/{meter}/bill")
@Produces({MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE})
@Tag(name = "history")
public class BillResource {
    private final Meters meters;
    private final Bills bills;
    private final Forecasts forecasts;
    private final Comparisons comparisons;
    private final Household household;
    private final Form form;

    @Inject
    BillResource(
            Meters meters, Bills bills, Forecasts forecasts, Comparisons comparisons, Household household, Form form) {
        this.meters = meters;
        this.bills = bills;
        this.forecasts = forecasts;
        this.comparisons = comparisons;
        this.household = household;
        this.form = form;
    }

    /** A period of the calendar, as in {@code /history}. */
    @GET
    @Path("{view}")
    @InTurn
    @Transactional
    @Operation(
            summary = "The bill of a day, week, month or year by component",
            description =
                    "Up to the last full quarter hour. Lines add up to the total as shown; what is not known is in missing,"
                            + " and then there is no total.")
    @APIResponse(
            responseCode = "200",
            description = "the lines with volume, rule, VAT and amount",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = BillAnswer.class),
                        examples = @ExampleObject(name = "example", value = Examples.BILL)),
                @Content(mediaType = Csv.MEDIA_TYPE)
            })
    public Response bill(
            @PathParam("meter") String meter,
            @Parameter(description = "day, week, month or year in any case; also with the offset: month,-2")
                    @PathParam("view")
                    String view,
            @Parameter(description = "0 is the running period, -1 the one before") @QueryParam("offset") String offset,
            @Parameter(description = "what it would have been under the contract or offer of this name")
                    @QueryParam("contract")
                    String contract,
            @BeanParam Form.Wish wish,
            @Context ContainerRequestContext asker) {
        View asked = View.of(view, HistoryResource.offset(offset));
        Span span = Span.of(asked, household.now(), household.zone());
        return form.of(bills.of(meter(meter), asked, span, contract, Door.readable(asker)), wish);
    }

    /** The running month or year. */
    @GET
    @Path("forecast")
    @Produces(MediaType.APPLICATION_JSON)
    @InTurn
    @Transactional
    @Operation(
            summary = "What the running month or year will cost, with a low and a high",
            description = "What has elapsed is exact; docs/costs.md says how the days to come are made.")
    @APIResponse(
            responseCode = "200",
            description = "the total to expect, its range, and how both were made",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = BillForecastAnswer.class),
                            examples = @ExampleObject(name = "example", value = Examples.BILL_FORECAST)))
    public Response forecast(
            @PathParam("meter") String meter,
            @Parameter(description = "month (if left out) or year") @QueryParam("period") String period,
            @Parameter(description = "what it would be under the contract or offer of this name")
                    @QueryParam("contract")
                    String contract,
            @Context ContainerRequestContext asker,
            @Context Request request) {
        return form.json(forecasts.of(meter(meter), period, contract, Door.readable(asker)), request);
    }

    /** Contracts and offers that SEM knows, over the past. */
    @GET
    @Path("comparison")
    @Produces(MediaType.APPLICATION_JSON)
    @InTurn
    @Transactional
    @Operation(
            summary = "What one's own past would have cost under several contracts, the cheapest first",
            description =
                    "The last twelve whole months, unless from and to say other days. Past prices, not a promise.")
    @APIResponse(
            responseCode = "200",
            description = "each contract with its parts, and the share of the days on which all was known",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = BillComparisonAnswer.class),
                            examples = @ExampleObject(name = "example", value = Examples.BILL_COMPARISON)))
    public Response comparison(
            @PathParam("meter") String meter,
            @Parameter(description = "names with commas; all contracts and offers if left out") @QueryParam("contract")
                    String contracts,
            @BeanParam Compare compare,
            @Context ContainerRequestContext asker,
            @Context Request request) {
        Utility utility = compare.utility();
        return form.json(
                comparisons.of(
                        meter(meter),
                        comparisons.named(contracts, utility, Door.readable(asker)),
                        utility,
                        compare.from(),
                        compare.to()),
                request);
    }

    /** Offers of a file that is sent, over the past; nothing of it is kept. */
    @POST
    @Path("comparison")
    @Consumes({"application/yaml", MediaType.TEXT_PLAIN})
    @Produces(MediaType.APPLICATION_JSON)
    @InTurn
    @Transactional
    @Operation(
            summary = "The same for offers of a file, as docs/contracts.example.yaml explains it",
            description = "Nothing of the file is kept.")
    @APIResponse(
            responseCode = "200",
            description = "as above",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = BillComparisonAnswer.class),
                            examples = @ExampleObject(name = "example", value = Examples.BILL_COMPARISON)))
    public Response compare(
            @PathParam("meter") String meter, @BeanParam Compare compare, String yaml, @Context Request request) {
        if (yaml == null || yaml.isBlank()) {
            throw Problem.badRequest("Send a file of offers in YAML.");
        }
        Utility utility = compare.utility();
        Comparisons.Offers offers = comparisons.of(yaml.getBytes(StandardCharsets.UTF_8), utility);
        return form.json(comparisons.of(meter(meter), offers, utility, compare.from(), compare.to()), request);
    }

    /** Over which time what is compared. */
    public static class Compare {
        @Parameter(description = "electricity (if left out), gas or water")
        @QueryParam("utility")
        String utility;

        @Parameter(description = "the first day, such as 2025-11-01; twelve months before to if left out")
        @QueryParam("from")
        String from;

        @Parameter(description = "the day after the last; the first of this month if left out")
        @QueryParam("to")
        String to;

        Utility utility() {
            if (utility == null) {
                return Utility.ELECTRICITY;
            }
            return Arrays.stream(Utility.values())
                    .filter(each -> each.word().equals(utility))
                    .findFirst()
                    .orElseThrow(() -> Problem.badRequest("utility is electricity, gas or water."));
        }

        LocalDate from() {
            return day(from, "from");
        }

        LocalDate to() {
            return day(to, "to");
        }

        private static LocalDate day(String text, String name) {
            try {
                LocalDate day = text == null ? null : LocalDate.parse(text);
                if (day == null || (day.getYear() >= 1970 && day.getYear() < 2200)) {
                    return day;
                }
            } catch (DateTimeParseException e) {
                // Said below.
            }
            throw Problem.badRequest(name + " is no day such as 2025-11-01.");
        }
    }

    private Meter meter(String name) {
        return meters.named(name).orElseThrow(() -> NoMeter.named(name));
    }
}
