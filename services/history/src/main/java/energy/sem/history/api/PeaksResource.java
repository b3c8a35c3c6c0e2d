package energy.sem.history.api;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
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

import energy.sem.history.answer.PeaksAnswer;
import energy.sem.history.peak.PeakAnswers;
import energy.sem.history.store.Meters;

/** Month peaks of the capacity tariff. */
@Path("/api/v1/meters/{meter}/peaks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "history")
public class PeaksResource {
    private static final int MOST_MONTHS = 600;

    private final Meters meters;
    private final PeakAnswers answers;
    private final Form form;

    @Inject
    PeaksResource(Meters meters, PeakAnswers answers, Form form) {
        this.meters = meters;
        this.answers = answers;
        this.form = form;
    }

    /** The last months' peaks and the billing peak. */
    @GET
    @Transactional
    @Operation(summary = "Month peaks with their moment and source, and the Flemish billing peak")
    @APIResponse(
            responseCode = "200",
            description = "oldest month first, the running one last",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PeaksAnswer.class),
                            examples = @ExampleObject(name = "example", value = Examples.PEAKS)))
    public Response peaks(
            @PathParam("meter") String meter,
            @Parameter(description = "how many months, the running one included: 1 to 600")
                    @DefaultValue("13")
                    @QueryParam("months")
                    String months,
            @Context Request request) {
        return form.json(
                answers.of(
                        meters.named(meter).orElseThrow(() -> NoMeter.named(meter)),
                        WholeNumber.upTo(MOST_MONTHS, "months", months)),
                request);
    }
}
