package energy.sem.base.door;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import energy.sem.base.Keys;
import energy.sem.base.Problem;
import energy.sem.base.ReadKeys;

/** Opens {@code /q/metrics}, which says how much comes and goes, to read keys only, where there are any. */
@ApplicationScoped
class MetricsKey {
    private final ReadKeys keys;

    MetricsKey(@ConfigProperty(name = "sem.read-keys") Optional<List<String>> keys) {
        this.keys = new ReadKeys(keys.orElse(List.of()), Clock.systemUTC());
    }

    void register(@Observes Router router) {
        if (!keys.isEmpty()) {
            router.route("/q/metrics*").order(Integer.MIN_VALUE + 2).handler(this::check);
        }
    }

    private void check(RoutingContext context) {
        HttpServerRequest request = context.request();
        Optional<String> given = Keys.given(request.getHeader("X-API-Key"), request.getHeader("Authorization"));
        SocketAddress from = request.remoteAddress();
        Optional<Problem> refusal = given.isEmpty()
                ? Optional.of(Problem.unauthorized(
                        "Metrics need a key: send one of sem.read-keys as X-API-Key or as Authorization: Bearer."))
                : keys.refusal(
                        given.get(),
                        from == null ? null : from.hostAddress(),
                        "This is none of sem.read-keys: compare it with the key that Prometheus is given.");
        if (refusal.isPresent()) {
            Refusal.send(context, refusal.get());
        } else {
            context.next();
        }
    }
}
