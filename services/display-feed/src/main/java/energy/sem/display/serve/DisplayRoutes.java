package energy.sem.display.serve;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;

import io.vertx.core.Context;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import org.jboss.logging.Logger;

import energy.sem.base.HttpErrors;
import energy.sem.base.Problem;
import energy.sem.display.format.Form;
import energy.sem.display.shelf.Desk;
import energy.sem.display.shelf.Edition;
import energy.sem.display.shelf.Found;
import energy.sem.display.shelf.Print;
import energy.sem.display.shelf.Wish;
import energy.sem.display.view.Status;

/** Everything below {@code /display}. Finished pictures are answered without leaving the event loop. */
final class DisplayRoutes {
    private static final Logger LOG = Logger.getLogger(DisplayRoutes.class);
    private static final String ROOT = "/display";
    /** Malformed addresses come here too: a device is shown a picture all the same. */
    private static final int ORDER = HttpErrors.MALFORMED_ADDRESS_ORDER - 1;

    private static final String FEED_STATUS = "X-Feed-Status";
    private static final String NEXT_UPDATE = "X-Next-Update";
    private static final int RETRY_SECONDS = 300;
    private static final int MOST_UNDERSTOOD = 500;

    private final Desk desk;
    private final TestCards testCards;
    private final StatusPage statusPage;
    private final AskReader reader;
    private final Gate gate;
    private final WrongAsks wrongAsks;
    private final Clock clock;
    /** Addresses without options that were read before: devices ask for few, and again and again. */
    private final ConcurrentMap<String, Ask> understood = new ConcurrentHashMap<>();

    DisplayRoutes(
            Desk desk,
            TestCards testCards,
            StatusPage statusPage,
            AskReader reader,
            Gate gate,
            WrongAsks wrongAsks,
            Clock clock) {
        this.desk = desk;
        this.testCards = testCards;
        this.statusPage = statusPage;
        this.reader = reader;
        this.gate = gate;
        this.wrongAsks = wrongAsks;
        this.clock = clock;
    }

    void register(Router router) {
        router.route(ROOT).order(ORDER).handler(this::answer);
        router.route(ROOT + "/*").order(ORDER).handler(this::answer);
    }

    private void answer(RoutingContext context) {
        HttpServerRequest request = context.request();
        Answer answer = new Answer(request, clock.instant());
        Query query = Query.of(request.query());
        try {
            answer(context, request, query, answer);
        } catch (BadAsk e) {
            wrong(query, answer, e);
        } catch (RuntimeException e) {
            fault(request, answer, e);
        }
    }

    private void answer(RoutingContext context, HttpServerRequest request, Query query, Answer answer) throws BadAsk {
        if (!HttpMethod.GET.equals(request.method()) && !HttpMethod.HEAD.equals(request.method())) {
            answer.header("Allow", "GET, HEAD").problem(Problem.of(405, "Pictures are only read: use GET or HEAD."));
            return;
        }
        Optional<Problem> refusal = gate.refusal(request, query.get("key"));
        if (refusal.isPresent()) {
            answer.problem(refusal.get());
            return;
        }
        Ask ask = request.query() == null ? understood.get(request.path()) : null;
        if (ask == null) {
            List<String> path = path(context);
            if (path.equals(List.of("status"))) {
                answer.json(200, "application/json", statusPage.now());
                return;
            }
            ask = reader.read(path, query);
            if (request.query() == null && understood.size() < MOST_UNDERSTOOD) {
                understood.put(request.path(), ask);
            }
        }
        if (ask.testCard()) {
            testCard(request, answer, ask.form());
        } else {
            picture(context, answer, ask);
        }
    }

    // Only the path is logged: the query may hold a key.
    private static void fault(HttpServerRequest request, Answer answer, Throwable failure) {
        LOG.errorf(failure, "%s could not be answered", request.path());
        answer.problem(Problem.of(500, "This is a fault of SEM: the service's log has the details."));
    }

    private static List<String> path(RoutingContext context) {
        return Stream.of(context.normalizedPath().substring(ROOT.length()).split("/", -1))
                .filter(segment -> !segment.isEmpty())
                .map(DisplayRoutes::decoded)
                .toList();
    }

    private static String decoded(String segment) {
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return segment;
        }
    }

    private void testCard(HttpServerRequest request, Answer answer, Form form) {
        answer.header(NEXT_UPDATE, String.valueOf(NextUpdate.LEAST_SECONDS));
        print(request, answer, form, testCards.in(form));
    }

    private void picture(RoutingContext context, Answer answer, Ask ask) {
        HttpServerRequest request = context.request();
        Wish wish = new Wish(
                ask.meter(), ask.period(), ask.offset(), ask.utility(), new Edition(ask.language(), ask.form()));
        Optional<Found> found = desk.atHand(wish);
        if (found.isPresent()) {
            send(request, answer, ask, found.get());
            return;
        }
        Context loop = context.vertx().getOrCreateContext();
        desk.find(
                wish,
                (late, failure) -> loop.runOnContext(nothing -> {
                    if (late != null) {
                        send(request, answer, ask, late);
                    } else {
                        fault(request, answer, failure);
                    }
                }));
    }

    private void send(HttpServerRequest request, Answer answer, Ask ask, Found found) {
        Status status = found.view().status();
        Instant now = clock.instant();
        answer.header(FEED_STATUS, status.feedStatus());
        answer.header(NEXT_UPDATE, String.valueOf(NextUpdate.seconds(found.view(), now)));
        answer.header(
                "X-View", found.view().period().code() + "," + found.view().offset());
        if (found.clamped()) {
            answer.header("X-View-Clamped", "1");
        }
        found.lastReadingAt()
                .map(at -> Math.max(0, Duration.between(at, now).toSeconds()))
                .ifPresent(age -> answer.header("X-Data-Age", String.valueOf(age)));
        if (ask.strict() && status != Status.OK) {
            answer.problem(Problem.unavailable(Strict.detail(found.view()), RETRY_SECONDS));
            return;
        }
        print(request, answer, ask.form(), found.print());
    }

    private static void print(HttpServerRequest request, Answer answer, Form form, Print print) {
        answer.header("ETag", print.etag());
        answer.header("Last-Modified", print.lastModified());
        boolean same = Conditional.notModified(
                request.getHeader("If-None-Match"),
                request.getHeader("If-Modified-Since"),
                print.etag(),
                print.changedAt());
        if (same) {
            answer.notModified();
        } else {
            answer.body(200, form.format().contentType(), print.toSend());
        }
    }

    private void wrong(Query query, Answer answer, BadAsk bad) {
        if (bad.form().isEmpty() || "1".equals(query.get("strict"))) {
            answer.problem(Problem.of(bad.status(), bad.getMessage()));
            return;
        }
        answer.header(FEED_STATUS, Status.ERROR.feedStatus()).header(NEXT_UPDATE, String.valueOf(RETRY_SECONDS));
        Form form = bad.form().get();
        answer.body(bad.status(), form.format().contentType(), wrongAsks.picture(form));
    }
}
