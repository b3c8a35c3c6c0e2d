package energy.sem.base.door;

import java.net.URI;
import java.net.URISyntaxException;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

import energy.sem.base.Problem;

/**
 * Errors that arise before a resource is reached (a malformed address, a body over the limit, no such path) in the same
 * shape as all others.
 */
@ApplicationScoped
public class HttpErrors {
    /** The order of the route that refuses malformed addresses. A service that answers them itself has a route before it. */
    public static final int MALFORMED_ADDRESS_ORDER = -1000;

    private static final String MALFORMED =
            "The address is malformed: a percent sign is followed by two hexadecimal digits, %25 is the percent sign itself.";

    void register(@Observes Router router) {
        router.route().order(MALFORMED_ADDRESS_ORDER).handler(HttpErrors::refuseMalformed);
        router.errorHandler(400, c -> answer(c, 400, MALFORMED));
        router.errorHandler(404, c -> answer(c, 404, "There is nothing here: /q/openapi lists what there is."));
        router.errorHandler(405, c -> answer(c, 405, "This method is not for this path: /q/openapi lists what is."));
        router.errorHandler(413, c -> answer(c, 413, "The body is too large: send it in parts."));
        router.errorHandler(414, c -> answer(c, 414, "The address is too long."));
        router.errorHandler(431, c -> answer(c, 431, "The headers are too large."));
    }

    private static void refuseMalformed(RoutingContext context) {
        try {
            new URI(context.request().uri());
            context.next();
        } catch (URISyntaxException e) {
            answer(context, 400, MALFORMED);
        }
    }

    private static void answer(RoutingContext context, int status, String detail) {
        Refusal.send(context, Problem.of(status, detail));
    }
}
