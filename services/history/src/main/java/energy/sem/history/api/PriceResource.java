package energy.sem.history.api;

import java.util.List;

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

import energy.sem.base.Problem;
import energy.sem.history.answer.PriceAnswer;
import energy.sem.history.answer.PriceAnswer.QuarterCost;
import energy.sem.history.answer.PriceAnswer.Rate;
import energy.sem.history.bill.MeterPrices;
import energy.sem.history.bill.Run;
import energy.sem.history.store.Meters;

/** What a kWh costs now and later. */
@Path("/api/v1/meters/{meter}/price")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "history")
public class PriceResource {
    private final Meters meters;
    private final MeterPrices prices;
    private final Form form;

    @Inject
    PriceResource(Meters meters, MeterPrices prices, Form form) {
        this.meters = meters;
        this.prices = prices;
        this.form = form;
    }

    /** Today and tomorrow as far as they are known. */
    @GET
    @InTurn
    @Transactional
    @Operation(
            summary = "What a kWh costs under this meter's contract, today and tomorrow by quarter hour",
            description = "All that depends on when it flows, with VAT: no fees, no capacity. Known prices only.")
    @APIResponse(
            responseCode = "200",
            description =
                    "the running, the next and the cheapest quarter hours, the cheapest hours in a row, and all known ones",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PriceAnswer.class),
                            examples = @ExampleObject(name = "example", value = Examples.PRICE)))
    public Response price(
            @PathParam("meter") String meter,
            @Parameter(description = "how many hours in a row are sought, on quarters; 2 if left out")
                    @QueryParam("hours")
                    String hours,
            @Parameter(description = "how many kWh are used in them; one an hour if left out") @QueryParam("kwh")
                    String kwh,
            @Parameter(
                            description =
                                    "json (the default), or evcc: a list of start, end and value as its custom tariff reads it")
                    @Schema(enumeration = {"json", "evcc"})
                    @QueryParam("format")
                    String format,
            @Parameter(description = "with format=evcc: import (the default), or export for the feed-in")
                    @Schema(enumeration = {"import", "export"})
                    @QueryParam("flow")
                    String flow,
            @Context Request request) {
        boolean evcc = evcc(format);
        boolean export = export(flow, evcc);
        PriceAnswer answer = prices.of(meters.named(meter).orElseThrow(() -> NoMeter.named(meter)), Run.of(hours, kwh));
        return form.json(evcc ? rates(answer, export) : answer, request);
    }

    private static boolean evcc(String format) {
        if (format == null || format.equals("json")) {
            return false;
        }
        if (!format.equals("evcc")) {
            throw Problem.badRequest("format=" + format + " is unknown: use evcc or json.");
        }
        return true;
    }

    private static boolean export(String flow, boolean evcc) {
        if (flow == null) {
            return false;
        }
        if (!evcc || !(flow.equals("import") || flow.equals("export"))) {
            throw Problem.badRequest("flow is import or export, together with format=evcc.");
        }
        return flow.equals("export");
    }

    /** Slots that begin where others end or later, each with a number: what is not known is no slot. */
    private static List<Rate> rates(PriceAnswer answer, boolean export) {
        return answer.prices().stream()
                .filter(each -> (export ? each.exportEurKwh() : each.importEurKwh()) != null)
                .map(each -> rate(each, export))
                .toList();
    }

    private static Rate rate(QuarterCost price, boolean export) {
        return new Rate(
                price.from().toInstant().toString(),
                price.to().toInstant().toString(),
                export ? price.exportEurKwh() : price.importEurKwh());
    }
}
