package energy.sem.gateway.access;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import energy.sem.base.LogLimit;

/**
 * Cuts off a client whose request has not come whole in time, so that slow ones, by accident or on purpose, never hold
 * all of the threads that answer.
 */
@ApplicationScoped
class TimeLimit {
    static final String SETTING = "sem.push.time-limit";
    static final Duration DEFAULT = Duration.ofSeconds(30);

    private static final Logger LOG = Logger.getLogger(TimeLimit.class);

    private final LogLimit logLimit = new LogLimit(Clock.systemUTC());
    private final Vertx vertx;
    private final long limitMillis;

    TimeLimit(Vertx vertx, @ConfigProperty(name = SETTING) Optional<Duration> limit) {
        this.vertx = vertx;
        this.limitMillis = Math.max(1, limit.orElse(DEFAULT).toMillis());
    }

    void register(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).handler(this::limit);
    }

    private void limit(RoutingContext context) {
        HeaderWatch.answering(context.request().connection());
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
            vertx.cancelTimer(timer);
            HeaderWatch.answered(context.request().connection());
        });
        context.next();
    }
}
