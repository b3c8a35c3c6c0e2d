package energy.sem.gateway.find;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import energy.sem.base.Callers;
import energy.sem.base.Keys;
import energy.sem.gateway.access.Access;

/** Looks for meters. It tells what is in the home's network, so it takes the administrator's key. */
@Path("/api/v1/sources/search")
@Tag(name = "meters")
public class SearchResource {
    private final Access access;
    private final Callers callers;
    private final MeterSearch search;

    SearchResource(Access access, Callers callers, MeterSearch search) {
        this.access = access;
        this.callers = callers;
        this.search = search;
    }

    @POST
    @Produces(MediaType.APPLICATION_JSON)
    @Blocking
    @Operation(
            operationId = "searchSources",
            summary = "Looks for meters that could be read",
            description =
                    "By mDNS in the networks that the gateway is in, and on the serial ports that no meter is read"
                            + " from; takes 8 seconds, with serial ports up to 32. In a container mDNS does not reach the"
                            + " home's network.")
    @APIResponse(responseCode = "200", description = "What was found, with what to give sem.meters.<name>.source")
    @APIResponse(responseCode = "401", description = "No key was given")
    @APIResponse(responseCode = "403", description = "Not the administrator's key")
    @APIResponse(responseCode = "404", description = "sem.admin-key is not set for the gateway")
    @APIResponse(
            responseCode = "429",
            description = "A search is under way, or too many wrong keys: wait Retry-After seconds")
    public FoundSources search(
            @Parameter(hidden = true) @HeaderParam("X-API-Key") String xApiKey,
            @Parameter(hidden = true) @HeaderParam("Authorization") String authorization,
            @Context HttpServerRequest request)
            throws InterruptedException {
        access.requireAdministrator(Keys.given(xApiKey, authorization), callers.addressOf(request));
        return search.search();
    }
}
