package energy.sem.history.api;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import jakarta.inject.Singleton;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import io.vertx.ext.web.RoutingContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

import energy.sem.base.Callers;
import energy.sem.base.Keys;
import energy.sem.base.Problem;
import energy.sem.base.ReadKeys;
import energy.sem.base.ReadableMeters;
import energy.sem.base.VersionResource;
import energy.sem.history.signin.Person;

/**
 * Who may ask what, and how: history is only read, and where read keys are set only with one of them. A meter that the key does not
 * open is answered here as one that is not there, before anything looks whether it is.
 */
@Singleton
class Door {
    /** The parameter in which who cannot send headers sends a key. */
    static final String KEY = "key";

    /** The meter's name in every path that has one. */
    private static final String METER = "meter";

    /** Where a question has a body: offers to be compared, a contract to be tried. Nothing of it is kept. */
    private static final Pattern QUESTION =
            Pattern.compile("/api/v1/meters/[a-z0-9]{1,32}/(bill/comparison|contracts/check)");

    /** The longest body of a question, bytes. */
    static final long MOST_BYTES = 1 << 20;

    /** What the request may read, from the first look on. */
    private static final String READABLE = Door.class.getName();

    /** Whether the key opens a meter still, by the meter's name. */
    private static final String STILL_OPENS = Door.class.getName() + ".still";

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final ReadKeys readKeys;
    private final Callers callers;

    Door(ReadKeys readKeys, Callers callers) {
        this.readKeys = readKeys;
        this.callers = callers;
    }

    /**
     * Refuses what is not reading with 405, and without a key all but the version (401, 403, 429); {@code null} lets pass.
     */
    @ServerRequestFilter(preMatching = true)
    Response look(ContainerRequestContext request, RoutingContext asked) {
        boolean question = request.getMethod().equals("POST")
                && QUESTION.matcher(request.getUriInfo().getPath()).matches();
        if (question && (request.getLength() < 0 || request.getLength() > MOST_BYTES)) {
            return Problem.of(
                            413,
                            "A file of offers or contracts has at most a mebibyte, and its length is said (Content-Length).")
                    .toResponse();
        }
        if (!question && !READING.contains(request.getMethod())) {
            Problem only = Problem.of(405, "History is only read: use GET.");
            return Response.fromResponse(only.toResponse())
                    .header(HttpHeaders.ALLOW, "GET, HEAD, OPTIONS")
                    .build();
        }
        if (request.getUriInfo().getPath().equals(VersionResource.PATH)) {
            return null;
        }
        try {
            Optional<Person> person = Person.asking(asked);
            if (person.isPresent()) {
                request.setProperty(READABLE, person.get().opens());
                Predicate<String> stillOpens = person.get()::stillOpens;
                request.setProperty(STILL_OPENS, stillOpens);
                return null;
            }
            Optional<String> given = given(request);
            request.setProperty(
                    READABLE,
                    readKeys.readable(
                            given,
                            callers.addressOf(asked.request()),
                            "Reading needs a key here: send one of sem.read-keys as X-API-Key.",
                            "That key does not open reading: it is not one of sem.read-keys, and no reader's."));
            Predicate<String> stillOpens = meter -> readKeys.isEmpty()
                    || given.flatMap(readKeys::openedBy)
                            .filter(readable -> readable.opens(meter))
                            .isPresent();
            request.setProperty(STILL_OPENS, stillOpens);
            return null;
        } catch (Problem refusal) {
            return refusal.toResponse();
        }
    }

    /**
     * Answers for a meter that the key does not open. After matching: what the resource would take for the meter's name is what is
     * looked at, however the address spells it.
     */
    @ServerRequestFilter(priority = Priorities.AUTHORIZATION)
    Response lookAtMeter(ContainerRequestContext request) {
        if (request.getUriInfo().getPath().equals(VersionResource.PATH)) {
            return null;
        }
        ReadableMeters readable = readable(request);
        String meter = request.getUriInfo().getPathParameters().getFirst(METER);
        return meter == null || readable.opens(meter)
                ? null
                : NoMeter.named(meter).toResponse();
    }

    /** What a request that has come in may read. */
    static ReadableMeters readable(ContainerRequestContext request) {
        return (ReadableMeters) Objects.requireNonNull(request.getProperty(READABLE), "nobody looked at the key");
    }

    /** Whether the key of a request that has come in opens a meter now: it may be revoked while an answer goes on. */
    @SuppressWarnings("unchecked")
    static BooleanSupplier stillOpens(ContainerRequestContext request, String meter) {
        Predicate<String> still = (Predicate<String>)
                Objects.requireNonNull(request.getProperty(STILL_OPENS), "nobody looked at the key");
        return () -> still.test(meter);
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
