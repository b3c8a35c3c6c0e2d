package energy.sem.base.door;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

import energy.sem.base.Callers;
import energy.sem.base.Keys;
import energy.sem.base.Problem;
import energy.sem.base.ReadKeys;
import energy.sem.base.ReadableMeters;

/** Opens {@code /q/metrics}, which says how much comes and goes, to keys that open all meters, where there are any. */
@ApplicationScoped
class MetricsKey {
    private final ReadKeys keys;
    private final Callers callers;

    MetricsKey(ReadKeys keys, Callers callers) {
        this.keys = keys;
        this.callers = callers;
    }

    void register(@Observes Router router) {
        if (!keys.isEmpty()) {
            router.route("/q/metrics*").order(Integer.MIN_VALUE + 2).handler(this::check);
        }
    }

    private void check(RoutingContext context) {
        HttpServerRequest request = context.request();
        try {
            ReadableMeters readable = keys.readable(
                    Keys.given(request.getHeader("X-API-Key"), request.getHeader("Authorization")),
                    callers.addressOf(request),
                    "Metrics need a key: send one of sem.read-keys as X-API-Key or as Authorization: Bearer.",
                    "This is none of sem.read-keys, and no reader's: compare it with the key that Prometheus is given.");
            if (!readable.all()) {
                throw Problem.forbidden("Metrics are of all meters: a reader's key does not open them, one of"
                        + " sem.read-keys does.");
            }
        } catch (Problem refusal) {
            Refusal.send(context, refusal);
            return;
        }
        context.next();
    }
}
