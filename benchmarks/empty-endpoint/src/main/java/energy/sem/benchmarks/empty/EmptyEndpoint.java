package energy.sem.benchmarks.empty;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;

import io.smallrye.common.annotation.NonBlocking;

/** Answers without doing anything, on the event loop: no thread is changed, nothing is read and nothing is made. */
@Path("/empty")
@NonBlocking
public class EmptyEndpoint {
    /** As many bytes as a picture for the panel in four greys. */
    private static final byte[] ZEROS = new byte[33_600];

    private static final String ETAG = "\"0123456789abcdef\"";

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

    /**
     * The least that a picture would be as a REST resource: its headers, 304 for whoever has it, else its bytes. What the
     * address means, and whether the picture is the newest, is not looked at.
     */
    @GET
    @Path("/picture")
    @Produces("application/octet-stream")
    public Response picture(@HeaderParam("If-None-Match") String ifNoneMatch) {
        Response.ResponseBuilder answer = ETAG.equals(ifNoneMatch) ? Response.notModified() : Response.ok(ZEROS);
        return answer.header("Cache-Control", "no-cache, no-transform")
                .header("X-Feed-Status", "ok")
                .header("X-Next-Update", "900")
                .header("X-View", "day,0")
                .header("X-Data-Age", "1")
                .header("ETag", ETAG)
                .header("Last-Modified", "Sun, 22 Nov 2026 19:26:15 GMT")
                .build();
    }
}
