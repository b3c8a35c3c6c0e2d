package energy.sem.base.door;

import java.time.Clock;
import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logging.Logger;

import energy.sem.base.LogLimit;

/**
 * Cuts off a client whose request has not come whole in time, so that slow ones, by accident or on purpose, never hold
 * all of the threads that answer.
 */
@ApplicationScoped
class TimeLimit {
    private static final Logger LOG = Logger.getLogger(TimeLimit.class);

    private final LogLimit logLimit = new LogLimit(Clock.systemUTC());
    private final Vertx vertx;
    private final long limitMillis = configuredMillis();

    TimeLimit(Vertx vertx) {
        this.vertx = vertx;
    }

    /** {@code sem.http.time-limit}. Asked for, not injected: connections are made by Vert.x, which knows no beans. */
    static long configuredMillis() {
        Duration limit = ConfigProvider.getConfig()
                .getOptionalValue("sem.http.time-limit", Duration.class)
                .orElse(Duration.ofSeconds(30));
        return Math.max(1, limit.toMillis());
    }

    void register(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).handler(this::limit);
    }

    private void limit(RoutingContext context) {
        ConnectionWatch.answering(context.request().connection());
        long timer = vertx.setTimer(limitMillis, id -> {
            if (!context.request().isEnded()) {
                logLimit.warn(
                        LOG,
                        "slow",
                        () -> "a request of " + context.request().remoteAddress() + " came too slowly, cut off");
                var unused = context.request().connection().close();
            }
        });
        context.addEndHandler(ended -> {
            // A request may be answered before it is whole: its rest has no more time than it had.
            if (context.request().isEnded()) {
                vertx.cancelTimer(timer);
            }
            ConnectionWatch.answered(context.request().connection());
        });
        context.next();
    }
}
