package energy.sem.history.past;

import java.net.URI;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import energy.sem.base.Problem;
import energy.sem.base.door.FileBodies;
import energy.sem.base.door.Refusal;

/**
 * Passes what is {@link Forwarded} on to ingest ({@code sem.ingest.url}) or the gateway ({@code sem.gateway.url}), which look at
 * the key and do the work: bytes go through as they come, in both directions, and nothing is kept.
 */
@ApplicationScoped
class Forwarding implements FileBodies {
    private static final Logger LOG = Logger.getLogger(Forwarding.class);
    private static final Pattern FILES = Pattern.compile("/api/v1/meters/[a-z0-9]{1,32}/imports");
    private static final Set<HttpMethod> WITH_BODY = Set.of(HttpMethod.POST, HttpMethod.PUT);
    private static final List<String> ASKED =
            List.of("Accept", "Content-Type", "Content-Length", "X-API-Key", "Authorization");
    private static final List<String> ANSWERED =
            List.of("Content-Type", "Content-Length", "Retry-After", "WWW-Authenticate");
    private static final int CONNECT_MILLIS = 3000;
    private static final int MOST_CONNECTIONS = 16;
    private static final int RETRY_SECONDS = 10;

    /** Behind the doors of libs/service-base, before everything that answers. */
    private static final int ORDER = Integer.MIN_VALUE + 100;

    private final Map<Forwarded.Worker, URI> workers = new EnumMap<>(Forwarded.Worker.class);
    private final HttpClient client;

    Forwarding(
            Vertx vertx,
            @ConfigProperty(name = "sem.ingest.url") Optional<String> ingest,
            @ConfigProperty(name = "sem.gateway.url") Optional<String> gateway) {
        ingest.map(URI::create).ifPresent(uri -> workers.put(Forwarded.Worker.INGEST, uri));
        gateway.map(URI::create).ifPresent(uri -> workers.put(Forwarded.Worker.GATEWAY, uri));
        this.client = vertx.createHttpClient(
                new HttpClientOptions().setConnectTimeout(CONNECT_MILLIS).setMaxPoolSize(MOST_CONNECTIONS));
    }

    void register(@Observes Router router) {
        for (Forwarded each : Forwarded.values()) {
            Route route = router.routeWithRegex(each.path()).order(ORDER);
            each.methods().forEach(route::method);
            route.handler(context -> forward(context, each.worker()));
        }
    }

    @Override
    public boolean areAt(String path) {
        return FILES.matcher(path).matches();
    }

    private void forward(RoutingContext context, Forwarded.Worker worker) {
        HttpServerRequest asked = context.request();
        if (!workers.containsKey(worker)) {
            refuse(context, Problem.notFound(worker.unset()));
            return;
        }
        asked.pause();
        client.request(to(workers.get(worker), asked))
                .compose(request -> sent(asked, request))
                .onSuccess(answer -> answer(context, answer))
                .onFailure(failure -> {
                    LOG.debugf(failure, "%s", worker.away());
                    refuse(context, Problem.unavailable(worker.away(), RETRY_SECONDS));
                });
    }

    /** Where the worker is, and of what was asked the path that was recognised and the query, never the address as it came. */
    private static RequestOptions to(URI worker, HttpServerRequest asked) {
        boolean tls = "https".equals(worker.getScheme());
        String query = asked.query() == null ? "" : "?" + asked.query();
        return new RequestOptions()
                .setMethod(asked.method())
                .setHost(worker.getHost())
                .setPort(worker.getPort() >= 0 ? worker.getPort() : tls ? 443 : 80)
                .setSsl(tls)
                .setURI(asked.path() + query);
    }

    private static io.vertx.core.Future<HttpClientResponse> sent(HttpServerRequest asked, HttpClientRequest request) {
        ASKED.forEach(name -> {
            if (asked.getHeader(name) != null) {
                request.putHeader(name, asked.getHeader(name));
            }
        });
        if (!WITH_BODY.contains(asked.method())) {
            asked.resume();
            return request.send();
        }
        if (asked.getHeader("Content-Length") == null) {
            request.setChunked(true);
        }
        return request.send(asked);
    }

    private static void answer(RoutingContext context, HttpClientResponse from) {
        HttpServerResponse to = context.response();
        to.setStatusCode(from.statusCode());
        ANSWERED.forEach(name -> {
            if (from.getHeader(name) != null) {
                to.putHeader(name, from.getHeader(name));
            }
        });
        if (from.getHeader("Content-Length") == null) {
            to.setChunked(true);
        }
        // An answer may come before the file is whole: of a wrong key. Its rest is not waited for.
        if (!context.request().isEnded()) {
            to.putHeader("Connection", "close");
        }
        from.pipeTo(to).onFailure(failure -> {
            LOG.debugf(failure, "an answer that is passed on broke off");
            var unused = context.request().connection().close();
        });
    }

    private static void refuse(RoutingContext context, Problem problem) {
        if (context.response().headWritten()) {
            var unused = context.request().connection().close();
            return;
        }
        context.request().resume();
        Refusal.send(context, problem);
    }
}
