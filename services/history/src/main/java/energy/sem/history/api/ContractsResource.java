package energy.sem.history.api;

import java.nio.charset.StandardCharsets;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
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
import energy.sem.history.answer.ContractCheckAnswer;
import energy.sem.history.answer.ContractsAnswer;
import energy.sem.history.bill.ContractAnswers;
import energy.sem.history.calendar.Household;
import energy.sem.history.calendar.Span;
import energy.sem.history.calendar.View;
import energy.sem.history.store.Meter;
import energy.sem.history.store.Meters;

/** Contracts of a meter, and what one would do; ingest keeps them. */
@Path("/api/v1/meters/{meter}/contracts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "contracts")
public class ContractsResource {
    private final Meters meters;
    private final ContractAnswers contracts;
    private final Household household;
    private final Form form;

    @Inject
    ContractsResource(Meters meters, ContractAnswers contracts, Household household, Form form) {
        this.meters = meters;
        this.contracts = contracts;
        this.household = household;
        this.form = form;
    }

    /** Those that hold, and where each is said. */
    @GET
    @Transactional
    @Operation(summary = "The contracts of a meter: of the settings, of the file, and those set up on the page")
    @APIResponse(
            responseCode = "200",
            description = "each with where it is said; one that does not count says why",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ContractsAnswer.class),
                            examples = @ExampleObject(name = "example", value = Examples.CONTRACTS)))
    public Response contracts(
            @PathParam("meter") String meter, @Context ContainerRequestContext asker, @Context Request request) {
        return form.json(contracts.of(meter(meter), Door.readable(asker)), request);
    }

    /** A dry run. */
    @POST
    @Path("check")
    @Consumes({"application/yaml", MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN})
    @InTurn
    @Transactional
    @Operation(
            summary = "What a contract would have made of a month, and which of its numbers look odd; nothing is kept",
            description =
                    "The body is one contract of this meter, as docs/contracts.example.yaml explains it; JSON is YAML too.")
    @APIResponse(
            responseCode = "200",
            description = "the month's bill under it, and what to look at again",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ContractCheckAnswer.class),
                            examples = @ExampleObject(name = "example", value = Examples.CONTRACT_CHECK)))
    @APIResponse(responseCode = "409", description = "the settings, a file or the page have one in its place")
    public Response check(
            @PathParam("meter") String meter,
            @Parameter(description = "which month: 0 the running one, -1 (if left out) the one before")
                    @QueryParam("offset")
                    String offset,
            String contract,
            @Context ContainerRequestContext asker,
            @Context Request request) {
        if (contract == null || contract.isBlank()) {
            throw Problem.badRequest("Send a contract in YAML or JSON.");
        }
        View month = View.of("month", offset == null ? Integer.valueOf(-1) : HistoryResource.offset(offset));
        return form.json(
                contracts.check(
                        meter(meter),
                        contract.getBytes(StandardCharsets.UTF_8),
                        month,
                        Span.of(month, household.now(), household.zone()),
                        Door.readable(asker)),
                request);
    }

    private Meter meter(String name) {
        return meters.named(name).orElseThrow(() -> NoMeter.named(name));
    }
}
