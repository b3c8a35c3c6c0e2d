package energy.sem.history.api;

import java.util.Collections;
import java.util.List;
import java.util.Optional;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirementsSet;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import energy.sem.base.OpenApi;
import energy.sem.base.ReadableMeters;
import energy.sem.base.TakesAnyParameter;
import energy.sem.history.period.MeanPower;
import energy.sem.history.store.Meter;
import energy.sem.history.store.Meters;

/** The request of the original display, answered as the original server did. */
@Path("/get-esp-data.php")
@Produces(MediaType.TEXT_PLAIN)
@Tag(name = "the original display")
@TakesAnyParameter
public class EspDataResource {
    private static final int BINS = 289;
    private static final List<Integer> BIN_MINUTES = List.of(5, 35, 155, 1775);

    private final Meters meters;
    private final MeanPower power;

    @Inject
    EspDataResource(Meters meters, MeanPower power) {
        this.meters = meters;
        this.power = power;
    }

    /** 289 values, newest first, each followed by a comma; empty where a bin has no data. Errors are text with 200. */
    @GET
    @Transactional
    @SecurityRequirement(name = OpenApi.KEY)
    @SecurityRequirement(name = OpenApi.BEARER)
    @SecurityRequirement(name = OpenApi.KEY_IN_ADDRESS)
    @SecurityRequirementsSet
    @Operation(
            summary = "289 means of the power from the grid in W, newest first, comma-separated",
            description =
                    "Selector 0 is a day in bins of 5 minutes, 1 a week in 35, 2 a month in 155, 3 a year in 1775.")
    public String originalDisplay(
            @Parameter(description = "0 day, 1 week, 2 month, 3 year") @QueryParam("selector") String selector,
            @Parameter(description = "a meter's name; the first by name that the key opens when absent")
                    @QueryParam("meter")
                    String meter,
            @Context ContainerRequestContext request) {
        ReadableMeters readable = Door.readable(request);
        if (selector == null || selector.isBlank()) {
            return "No selector given";
        }
        if (!selector.strip().matches("[0-3]")) {
            return "Unknown selector";
        }
        Meter asked = meter == null
                ? meters.names(readable.limits(), "", "", 1).stream()
                        .findFirst()
                        .flatMap(meters::named)
                        .orElse(null)
                : Optional.of(meter)
                        .filter(readable::opens)
                        .flatMap(meters::named)
                        .orElseThrow(() -> NoMeter.named(meter));
        StringBuilder values = new StringBuilder();
        List<Integer> means = asked == null
                ? Collections.nCopies(BINS, null)
                : power.of(asked, BIN_MINUTES.get(Integer.parseInt(selector.strip())), BINS);
        for (Integer mean : means) {
            values.append(mean == null ? "" : mean).append(',');
        }
        return values.toString();
    }
}
