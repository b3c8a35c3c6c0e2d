package energy.sem.bridge.local;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import org.jboss.logging.Logger;

import energy.sem.base.LogLimit;
import energy.sem.event.TelegramEvent;

/**
 * HomeWizard's local API v1, as its P1 meter answers it (homewizard/api-documentation). Without a fresh reading it answers 503
 * and never an older one.
 */
final class HomeWizardApi {
    private static final Logger LOG = Logger.getLogger(HomeWizardApi.class);
    private static final String STALE = "The meter has said nothing for a minute";

    private final LocalIdentity identity;
    private final ToldMeter meter;
    private final ZoneId zone;
    private final LastTelegram lastTelegram;
    private final LogLimit identified;

    /** Where the meter's last telegram is to be had. */
    interface LastTelegram {
        /** The telegram; empty when it cannot be had now. */
        CompletionStage<Optional<byte[]>> get();
    }

    HomeWizardApi(LocalIdentity identity, ToldMeter meter, ZoneId zone, LastTelegram lastTelegram, Clock clock) {
        this.identity = identity;
        this.meter = meter;
        this.zone = zone;
        this.lastTelegram = lastTelegram;
        identified = new LogLimit(clock);
    }

    /** Adds its routes. */
    void routes(Router router) {
        get(router, "/api").handler(context -> LocalAnswer.json(context, 200, identity.answer()));
        get(router, "/api/v1/data").handler(this::data);
        get(router, "/api/v1/telegram").handler(this::telegram);
        router.route("/api/v1/system")
                .method(HttpMethod.GET)
                .method(HttpMethod.PUT)
                .handler(context -> LocalAnswer.json(context, 200, Map.of("cloud_enabled", false)));
        router.route("/api/v1/identify").method(HttpMethod.PUT).handler(this::identify);
    }

    private static Route get(Router router, String path) {
        return router.route(path).method(HttpMethod.GET).method(HttpMethod.HEAD);
    }

    private void data(RoutingContext context) {
        Optional<TelegramEvent> fresh = meter.fresh();
        if (fresh.isEmpty()) {
            LocalAnswer.error(context, 503, STALE);
            return;
        }
        LocalAnswer.json(context, 200, HomeWizardData.of(fresh.get(), meter::count, zone));
    }

    private void telegram(RoutingContext context) {
        if (meter.fresh().isEmpty()) {
            LocalAnswer.error(context, 503, STALE);
            return;
        }
        lastTelegram.get().whenComplete((telegram, failure) -> context.vertx().runOnContext(nothing -> {
            if (failure != null || telegram.isEmpty()) {
                LocalAnswer.error(context, 503, "The meter-gateway does not give the telegram");
            } else {
                LocalAnswer.bytes(context, "text/plain", telegram.get());
            }
        }));
    }

    // A real one blinks. Who asks is looking for the device that answers: the log has it.
    private void identify(RoutingContext context) {
        String from = context.request().remoteAddress().host();
        identified.warn(LOG, "identify", () -> from + " asks which device this is: SEM, as " + identity.instance());
        LocalAnswer.json(context, 200, Map.of("identify", "ok"));
    }
}
