package energy.sem.base.door;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

import energy.sem.base.Problem;

/**
 * Refuses a body whose end somebody between the client and us could see elsewhere than we do (request smuggling): one in an
 * encoding of transfer that is not understood. Two lengths, or a length and chunks, Netty refuses itself.
 */
final class Framing {
    private Framing() {}

    /** Whether the request may go on; answers it otherwise. */
    static boolean accepts(RoutingContext context) {
        String encoding = context.request().getHeader(HttpHeaders.TRANSFER_ENCODING);
        if (encoding == null || encoding.strip().equalsIgnoreCase("chunked")) {
            return true;
        }
        context.response().putHeader("Connection", "close");
        Refusal.send(
                context, Problem.badRequest("A body comes with its Content-Length or as Transfer-Encoding: chunked."));
        return false;
    }
}
