package energy.sem.history.api;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

import energy.sem.base.Keys;
import energy.sem.base.Problem;
import energy.sem.base.ReadKeys;
import energy.sem.base.VersionResource;

/** Who may ask, and how: history is only read, and where read keys are set only with one of them. */
@Singleton
class Door {
    /** The parameter in which who cannot send headers sends a key. */
    static final String KEY = "key";

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final ReadKeys readKeys;

    Door(@ConfigProperty(name = "sem.read-keys") Optional<List<String>> readKeys) {
        this.readKeys = new ReadKeys(readKeys.orElse(List.of()), Clock.systemUTC());
    }

    /**
     * Refuses what is not reading with 405, a missing key with 401 (but for the version), a wrong one with 403, and an address with too many
     * wrong ones with 429; {@code null} lets pass.
     */
    @ServerRequestFilter(preMatching = true)
    Response look(ContainerRequestContext request, HttpServerRequest asked) {
        if (!READING.contains(request.getMethod())) {
            Problem only = Problem.of(405, "History is only read: use GET.");
            return Response.fromResponse(only.toResponse())
                    .header(HttpHeaders.ALLOW, "GET, HEAD, OPTIONS")
                    .build();
        }
        if (readKeys.isEmpty() || request.getUriInfo().getPath().equals(VersionResource.PATH)) {
            return null;
        }
        Optional<String> given = given(request);
        if (given.isEmpty()) {
            return Problem.unauthorized("Reading needs a key here: send one of sem.read-keys as X-API-Key.")
                    .toResponse();
        }
        SocketAddress from = asked.remoteAddress();
        return readKeys.refusal(
                        given.get(),
                        from == null ? null : from.hostAddress(),
                        "That key does not open reading: it is not one of sem.read-keys.")
                .map(Problem::toResponse)
                .orElse(null);
    }

    // A browser's EventSource and the original display cannot send headers.
    private static Optional<String> given(ContainerRequestContext request) {
        Optional<String> header =
                Keys.given(request.getHeaderString("X-API-Key"), request.getHeaderString(HttpHeaders.AUTHORIZATION));
        String path = request.getUriInfo().getPath();
        boolean headless = path.endsWith("/live") || path.endsWith("/get-esp-data.php");
        return header.isPresent() || !headless
                ? header
                : Keys.given(request.getUriInfo().getQueryParameters().getFirst(KEY), null);
    }
}
