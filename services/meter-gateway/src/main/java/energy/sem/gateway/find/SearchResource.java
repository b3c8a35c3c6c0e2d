package energy.sem.gateway.find;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import energy.sem.base.AdminKey;

/** Looks for meters. It tells what is in the home's network, so it takes the administrator's key. */
@Path("/api/v1/sources/search")
@Tag(name = "meters")
public class SearchResource {
    private final AdminKey administrator;
    private final MeterSearch search;

    SearchResource(AdminKey administrator, MeterSearch search) {
        this.administrator = administrator;
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
    public FoundSources search(@Context HttpServerRequest request) throws InterruptedException {
        String unused = administrator.require(
                request,
                "No meter is looked for here before sem.admin-key is set, for the meter-gateway.",
                "Looking for meters needs a key: send sem.admin-key as X-API-Key or as Authorization: Bearer.");
        return search.search();
    }
}
