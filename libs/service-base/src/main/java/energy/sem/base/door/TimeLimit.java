package energy.sem.base.door;

import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logging.Logger;

import energy.sem.base.LogLimit;

/**
 * Cuts off a client whose request has not come whole in time, so that slow ones, by accident or on purpose, never hold
 * all of the threads that answer.
 */
@Singleton
public class TimeLimit {
    private static final Logger LOG = Logger.getLogger(TimeLimit.class);

    /** Within one limit; less is no file on its way. */
    private static final long LEAST_BYTES = 256 * 1024;

    private final LogLimit logLimit = new LogLimit(Clock.systemUTC());
    private final Vertx vertx;
    private final Instance<FileBodies> files;
    private final long limitMillis = configuredMillis();

    TimeLimit(Vertx vertx, Instance<FileBodies> files) {
        this.vertx = vertx;
        this.files = files;
    }

    /** {@code sem.http.time-limit}. Asked for, not injected: connections are made by Vert.x, which knows no beans. */
    static long configuredMillis() {
        Duration limit = ConfigProvider.getConfig()
                .getOptionalValue("sem.http.time-limit", Duration.class)
                .orElse(Duration.ofSeconds(30));
        return Math.max(1, limit.toMillis());
    }

    /** Limits the requests of a port beside the service's, whose own come through {@link Door}. */
    public void register(Router router) {
        router.route().order(Integer.MIN_VALUE).handler(context -> {
            limit(context);
            context.next();
        });
    }

    /** Limits one request. */
    void limit(RoutingContext context) {
        ConnectionWatch.answering(context.request().connection());
        if (hasBody(context.request())) {
            limitBody(context);
        }
        context.addEndHandler(
                ended -> ConnectionWatch.answered(context.request().connection()));
    }

    // RFC 9112, 6.3: without either there is none, though the request may not be said to have ended until its answer
    // is.
    private static boolean hasBody(HttpServerRequest request) {
        return request.version() == HttpVersion.HTTP_2
                || request.headers().contains(HttpHeaders.TRANSFER_ENCODING)
                || !"0".equals(Objects.requireNonNullElse(request.headers().get(HttpHeaders.CONTENT_LENGTH), "0"));
    }

    private void limitBody(RoutingContext context) {
        AtomicLong timer = new AtomicLong();
        arm(context, timer, 0);
        context.addEndHandler(ended -> {
            // A request may be answered before it is whole: its rest has no more time than it had.
            if (context.request().isEnded()) {
                vertx.cancelTimer(timer.get());
            }
        });
    }

    private void arm(RoutingContext context, AtomicLong timer, long bytesBefore) {
        timer.set(vertx.setTimer(limitMillis, id -> {
            HttpServerRequest request = context.request();
            if (request.isEnded()) {
                return;
            }
            boolean isFile = files.isResolvable() && files.get().areAt(request.path());
            if (isFile && request.bytesRead() >= bytesBefore + LEAST_BYTES) {
                arm(context, timer, request.bytesRead());
                return;
            }
            logLimit.warn(LOG, "slow", () -> "a request of " + request.remoteAddress() + " came too slowly, cut off");
            var unused = request.connection().close();
        }));
    }
}
