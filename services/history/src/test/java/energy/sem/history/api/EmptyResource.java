package energy.sem.history.api;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;

/** An address that does nothing: what the server itself costs, for {@link RequestRateBenchmark}. */
@Path("/empty")
public class EmptyResource {

    /** Nothing. */
    @GET
    @Operation(hidden = true)
    public String nothing() {
        return "";
    }
}
