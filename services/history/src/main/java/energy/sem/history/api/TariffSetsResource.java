package energy.sem.history.api;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import energy.sem.history.answer.TariffSetsAnswer;
import energy.sem.history.bill.KnownSets;

/** What contracts may lie on. */
@Path("/api/v1/tariff-sets")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "contracts")
public class TariffSetsResource {
    private final KnownSets sets;
    private final Form form;

    @Inject
    TariffSetsResource(KnownSets sets, Form form) {
        this.sets = sets;
        this.form = form;
    }

    /** All of them. */
    @GET
    @Transactional
    @Operation(summary = "Grid and levies that a contract may lie on, with the facts of the home that each needs")
    @APIResponse(
            responseCode = "200",
            description = "those that SEM brings along, and those of the file",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = TariffSetsAnswer.class),
                            examples = @ExampleObject(name = "example", value = Examples.TARIFF_SETS)))
    public Response sets(@Context Request request) {
        return form.json(sets.answer(), request);
    }
}
