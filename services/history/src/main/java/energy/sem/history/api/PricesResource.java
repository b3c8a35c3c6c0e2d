package energy.sem.history.api;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
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
import energy.sem.bill.price.DeliveryDay;
import energy.sem.bill.price.PriceArea;
import energy.sem.history.answer.Decimal;
import energy.sem.history.answer.PricesAnswer;
import energy.sem.history.answer.PricesAnswer.QuarterPrice;
import energy.sem.history.bill.SaidPrices;
import energy.sem.history.calendar.Household;
import energy.sem.history.store.PriceFaults;
import energy.sem.history.store.SpotPrices;
import energy.sem.history.store.SpotPrices.SpotPrice;
import energy.sem.quarter.QuarterHours;

/** Day-ahead prices. */
@Path("/api/v1/prices")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "history")
public class PricesResource {
    private static final int MOST_QUARTERS = 5000;

    private final SpotPrices prices;
    private final PriceFaults faults;
    private final Household household;
    private final Form form;

    @Inject
    PricesResource(SpotPrices prices, PriceFaults faults, Household household, Form form) {
        this.prices = prices;
        this.faults = faults;
        this.household = household;
        this.form = form;
    }

    /** The known prices of an area. */
    @GET
    @Transactional
    @Operation(
            summary = "Day-ahead prices of electricity by quarter hour, without VAT, fees and levies",
            description =
                    "Known ones only, at most 5000 quarter hours; ingest fetches them where sem.prices.areas says so.")
    @APIResponse(
            responseCode = "200",
            description = "the prices, and who said them when",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PricesAnswer.class),
                            examples = @ExampleObject(name = "example", value = Examples.PRICES)))
    public Response prices(
            @Parameter(description = "whose prices: BE or NL") @QueryParam("area") String area,
            @BeanParam Range range,
            @Context Request request) {
        String known = area(area);
        Range.Ends ends = range.times(household);
        int from = QuarterHours.of(ends.fromMilli());
        int to = QuarterHours.of(ends.toMilli() - 1) + 1;
        if (to - from > MOST_QUARTERS) {
            throw Problem.badRequest("From " + ends.from().toOffsetDateTime() + " to "
                    + ends.to().toOffsetDateTime() + " are " + (to - from) + " quarter hours: ask for at most "
                    + MOST_QUARTERS + ", such as a month.");
        }
        List<SpotPrice> all = prices.of(known, from, to);
        ZoneId zone = ends.zone();
        return form.json(
                new PricesAnswer(
                        known,
                        zone.getId(),
                        ends.from().toOffsetDateTime(),
                        ends.to().toOffsetDateTime(),
                        PricesAnswer.UNIT,
                        SaidPrices.sources(prices, known, all, zone),
                        all.stream().map(each -> written(each, zone)).toList(),
                        SaidPrices.faults(
                                faults,
                                known,
                                DeliveryDay.of(from).date(),
                                DeliveryDay.of(to - 1).date(),
                                zone)),
                request);
    }

    private static String area(String text) {
        return Arrays.stream(PriceArea.values())
                .map(PriceArea::name)
                .filter(each -> each.equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> Problem.badRequest(
                        "The parameter area is missing or none that there is: use BE or NL, such as area=BE."));
    }

    private static QuarterPrice written(SpotPrice price, ZoneId zone) {
        return new QuarterPrice(
                time(QuarterHours.start(price.quarter()), zone),
                time(QuarterHours.start(price.quarter() + 1), zone),
                Decimal.plain(price.eurMwh()),
                price.source());
    }

    private static OffsetDateTime time(Instant instant, ZoneId zone) {
        return instant.atZone(zone).toOffsetDateTime();
    }
}
