package energy.sem.benchmarks.empty;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

import io.smallrye.common.annotation.NonBlocking;

/** Answers without doing anything, on the event loop: no thread is changed, nothing is read and nothing is made. */
@Path("/empty")
@NonBlocking
public class EmptyEndpoint {
    /** As many bytes as a picture for the panel in four greys. */
    private static final byte[] ZEROS = new byte[33_600];

    /** The empty text. */
    @GET
    @Produces("text/plain")
    public String empty() {
        return "";
    }

    /** What the system and the network cost of a long answer. */
    @GET
    @Path("/33600")
    @Produces("application/octet-stream")
    public byte[] zeros() {
        return ZEROS;
    }
}
