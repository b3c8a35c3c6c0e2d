package energy.sem.base.door;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

import energy.sem.base.Problem;

/**
 * Refuses a body whose end somebody between the client and us could see elsewhere than we do (request smuggling): one in an
 * encoding of transfer that is not understood. Two lengths, or a length and chunks, Netty refuses itself.
 */
@ApplicationScoped
class Framing {

    void register(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE + 1).handler(Framing::check);
    }

    private static void check(RoutingContext context) {
        String encoding = context.request().getHeader("Transfer-Encoding");
        if (encoding == null || encoding.strip().equalsIgnoreCase("chunked")) {
            context.next();
        } else {
            context.response().putHeader("Connection", "close");
            Refusal.send(
                    context,
                    Problem.badRequest("A body comes with its Content-Length or as Transfer-Encoding: chunked."));
        }
    }
}
