package energy.sem.base.door;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import jakarta.inject.Singleton;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import energy.sem.base.Problem;

/**
 * Refuses requests for another host with 421 where the service listens on loopback: a web site whose name is made to mean
 * 127.0.0.1 (DNS rebinding) would otherwise read, through the browser of whoever looks at it, what is open on this machine.
 */
@Singleton
class HostCheck {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1", "[::1]");

    private final boolean onLoopback;
    private final Set<String> hosts = new TreeSet<>(LOOPBACK);
    /** The header of the last request that was let in: taking it apart costs more than comparing it. */
    private volatile String lastOwn;

    HostCheck(
            @ConfigProperty(name = "quarkus.http.host") String listens,
            @ConfigProperty(name = "sem.http.hosts") Optional<List<String>> more) {
        onLoopback = LOOPBACK.contains(listens.toLowerCase(Locale.ROOT));
        more.orElse(List.of()).forEach(host -> hosts.add(host.trim().toLowerCase(Locale.ROOT)));
    }

    /** Whether the request may go on; answers it otherwise. */
    boolean accepts(RoutingContext context) {
        if (!onLoopback) {
            return true;
        }
        HttpServerRequest request = context.request();
        String said = request.version() == HttpVersion.HTTP_2 ? null : request.getHeader(HttpHeaders.HOST);
        if (said != null && said.equals(lastOwn)) {
            return true;
        }
        HostAndPort asked = request.authority();
        // HTTP/1.0 may name no host; a browser always does.
        if (asked == null || hosts.contains(asked.host().toLowerCase(Locale.ROOT))) {
            lastOwn = said;
            return true;
        }
        Refusal.send(
                context,
                Problem.of(
                        421,
                        "This is asked for by a name that is not this machine's own: use localhost, or name the host"
                                + " in sem.http.hosts."));
        return false;
    }
}
