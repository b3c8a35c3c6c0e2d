package energy.sem.base;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** Errors that arise before a resource is reached (a body over the limit, no such path) in the same shape as all others. */
@ApplicationScoped
class HttpErrors {
    void register(@Observes Router router) {
        router.errorHandler(404, c -> answer(c, 404, "There is nothing here: /q/openapi lists what there is."));
        router.errorHandler(405, c -> answer(c, 405, "This method is not for this path: /q/openapi lists what is."));
        router.errorHandler(413, c -> answer(c, 413, "The body is too large: send it in parts."));
        router.errorHandler(414, c -> answer(c, 414, "The address is too long."));
        router.errorHandler(431, c -> answer(c, 431, "The headers are too large."));
    }

    private static void answer(RoutingContext context, int status, String detail) {
        if (context.response().ended() || context.response().headWritten()) {
            return;
        }
        context.response()
                .setStatusCode(status)
                .putHeader("Content-Type", Problem.MEDIA_TYPE)
                .end(new JsonObject()
                        .put("title", Problem.title(status))
                        .put("status", status)
                        .put("detail", detail)
                        .encode());
    }
}
