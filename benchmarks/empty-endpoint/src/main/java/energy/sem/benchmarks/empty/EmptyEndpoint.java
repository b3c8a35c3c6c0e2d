package energy.sem.benchmarks.empty;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/** Answers with an empty text, on the event loop: no thread is changed, nothing is read and nothing is made. */
@Path("/empty")
public class EmptyEndpoint {
    /** The empty text. */
    @GET
    @Produces("text/plain")
    @io.smallrye.common.annotation.NonBlocking
    public String empty() {
        return "";
    }
}
