package energy.sem.base.door;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * What every request goes through before any other route. One route for all of it: each is a step that each request takes, and
 * the work of these is less than five such steps.
 */
@Singleton
class Door {
    private final AnswerHeaders headers;
    private final TimeLimit timeLimit;
    private final HostCheck hostCheck;

    Door(AnswerHeaders headers, TimeLimit timeLimit, HostCheck hostCheck) {
        this.headers = headers;
        this.timeLimit = timeLimit;
        this.hostCheck = hostCheck;
    }

    void register(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).handler(this::enter);
    }

    private void enter(RoutingContext context) {
        headers.say(context);
        timeLimit.limit(context);
        if (Framing.accepts(context) && hostCheck.accepts(context)) {
            context.next();
        }
    }
}
