package energy.sem.base.door;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

import energy.sem.base.Problem;

/** Sends a problem where no resource is reached. */
public final class Refusal {
    private Refusal() {}

    /** Answers with the problem, unless an answer has begun. */
    public static void send(RoutingContext context, Problem problem) {
        if (context.response().ended() || context.response().headWritten()) {
            return;
        }
        problem.retryAfterSeconds().ifPresent(seconds -> context.response().putHeader("Retry-After", "" + seconds));
        if (problem.status() == 401) {
            context.response().putHeader("WWW-Authenticate", "Bearer");
        }
        Problem.Body body = problem.body();
        context.response()
                .setStatusCode(problem.status())
                .putHeader("Content-Type", Problem.MEDIA_TYPE)
                .end(new JsonObject()
                        .put("title", body.title())
                        .put("status", body.status())
                        .put("detail", body.detail())
                        .encode());
    }
}
