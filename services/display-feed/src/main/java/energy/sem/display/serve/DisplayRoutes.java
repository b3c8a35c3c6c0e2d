package energy.sem.display.serve;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.vertx.core.Context;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import org.jboss.logging.Logger;

import energy.sem.base.Problem;
import energy.sem.base.ReadableMeters;
import energy.sem.base.door.HttpErrors;
import energy.sem.display.cache.EncodedPicture;
import energy.sem.display.cache.PictureAnswer;
import energy.sem.display.cache.PictureService;
import energy.sem.display.format.Encoding;
import energy.sem.display.view.Status;

/**
 * The pictures below {@code /display}, and the key for everything there. Finished pictures are answered without leaving the
 * event loop. Routes and not REST resources: docs/display.md says what that brings, and AnswerRates measures it.
 */
@Singleton
class DisplayRoutes {
    private static final Logger LOG = Logger.getLogger(DisplayRoutes.class);
    private static final String ROOT = "/display";
    /** What a request that has come past the key may read. */
    static final String READABLE = DisplayRoutes.class.getName();
    /** What resources answer, once the key was looked at. */
    private static final Set<String> RESOURCES = Set.of("status", "panels");
    /** Malformed addresses come here too: a device is shown a picture all the same. */
    private static final int ORDER = HttpErrors.MALFORMED_ADDRESS_ORDER - 1;

    private static final CharSequence FEED_STATUS = HttpHeaders.createOptimized("X-Feed-Status");
    private static final CharSequence NEXT_UPDATE = HttpHeaders.createOptimized("X-Next-Update");
    private static final CharSequence VIEW = HttpHeaders.createOptimized("X-View");
    private static final CharSequence DATA_AGE = HttpHeaders.createOptimized("X-Data-Age");
    private static final CharSequence ETAG = HttpHeaders.createOptimized("ETag");
    private static final CharSequence LAST_MODIFIED = HttpHeaders.createOptimized("Last-Modified");
    private static final int RETRY_SECONDS = 300;

    private final PictureService pictures;
    private final TestCards testCards;
    private final Addresses addresses;
    private final KeyCheck keyCheck;
    private final BadQueryPictures badQueryPictures;
    private final Devices devices;
    private final Clock clock;

    DisplayRoutes(
            PictureService pictures,
            TestCards testCards,
            Addresses addresses,
            KeyCheck keyCheck,
            BadQueryPictures badQueryPictures,
            Devices devices,
            Clock clock) {
        this.pictures = pictures;
        this.testCards = testCards;
        this.addresses = addresses;
        this.keyCheck = keyCheck;
        this.badQueryPictures = badQueryPictures;
        this.devices = devices;
        this.clock = clock;
    }

    void register(@Observes Router router) {
        router.route().order(ORDER - 1).handler(this::answerKnown);
        router.route(ROOT + "/*").order(ORDER).handler(this::answer);
        router.route(ROOT).order(ORDER).handler(this::answer);
    }

    /** An address that was answered before came here by its path then, which need not be taken apart again. */
    private void answerKnown(RoutingContext context) {
        if (addresses.known(context.request().uri()).isPresent()) {
            answer(context);
        } else {
            context.next();
        }
    }

    private void answer(RoutingContext context) {
        HttpServerRequest request = context.request();
        Answer answer = new Answer(request);
        QueryString query = QueryString.of(request.query());
        try {
            answer(context, request, query, answer);
        } catch (BadQuery e) {
            wrong(query, answer, e);
        } catch (Problem e) {
            answer.problem(e);
        } catch (RuntimeException e) {
            fault(request, answer, e);
        }
    }

    private void answer(RoutingContext context, HttpServerRequest request, QueryString query, Answer answer)
            throws BadQuery {
        if (!HttpMethod.GET.equals(request.method()) && !HttpMethod.HEAD.equals(request.method())) {
            answer.header("Allow", "GET, HEAD").problem(Problem.of(405, "Pictures are only read: use GET or HEAD."));
            return;
        }
        ReadableMeters readable = keyCheck.readable(request, query.get("key"));
        Address address = addresses.known(request.uri()).orElse(null);
        if (address == null) {
            List<String> path = path(context);
            if (path.size() == 1 && RESOURCES.contains(path.get(0))) {
                context.put(READABLE, readable);
                context.next();
                return;
            }
            address = addresses.read(request.uri(), path, query);
        }
        if (address.query().testCard()) {
            testCard(request, answer, address.query().encoding());
        } else {
            picture(context, answer, address, readable);
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

    private void testCard(HttpServerRequest request, Answer answer, Encoding encoding) {
        answer.header(NEXT_UPDATE, String.valueOf(NextUpdate.LEAST_SECONDS));
        bytes(request, answer, encoding, testCards.in(encoding));
    }

    private void picture(RoutingContext context, Answer answer, Address asked, ReadableMeters readable) {
        Address address = readable.all() ? asked : ofReader(asked, readable);
        Consumer<PictureAnswer> sender = found -> send(context.request(), answer, address, found, readable);
        String meter = address.request().meter();
        if (!readable.all() && !meter.isEmpty() && !readable.opens(meter)) {
            pictures.findNone(address.request(), onLoop(context, answer, sender));
            return;
        }
        Optional<PictureAnswer> found = pictures.ready(address.request());
        if (found.isPresent()) {
            sender.accept(found.get());
            return;
        }
        pictures.find(address.request(), onLoop(context, answer, sender));
    }

    /** Where the address names no meter, the reader's own default one; none as long as there is none. */
    private Address ofReader(Address asked, ReadableMeters readable) {
        return asked.request().meter() != null
                ? asked
                : asked.of(pictures.defaultMeter(readable::opens).orElse(""));
    }

    private static BiConsumer<PictureAnswer, Throwable> onLoop(
            RoutingContext context, Answer answer, Consumer<PictureAnswer> sender) {
        Context loop = context.vertx().getOrCreateContext();
        return (late, failure) -> loop.runOnContext(nothing -> {
            if (late != null) {
                sender.accept(late);
            } else {
                fault(context.request(), answer, failure);
            }
        });
    }

    private void send(
            HttpServerRequest request, Answer answer, Address address, PictureAnswer found, ReadableMeters readable) {
        Status status = found.view().status();
        ViewHeaders said = address.say(found, clock.instant());
        devices.heard(request, said.name(), readable);
        answer.header(FEED_STATUS, status.feedStatus());
        answer.header(NEXT_UPDATE, said.nextUpdate());
        answer.header(VIEW, said.name());
        if (found.clamped()) {
            answer.header("X-View-Clamped", "1");
        }
        if (said.dataAge() != null) {
            answer.header(DATA_AGE, said.dataAge());
        }
        if (address.query().strict() && status != Status.OK) {
            answer.problem(Problem.unavailable(Explanation.detail(found.view()), RETRY_SECONDS));
            return;
        }
        bytes(request, answer, address.query().encoding(), found.picture());
    }

    private static void bytes(HttpServerRequest request, Answer answer, Encoding encoding, EncodedPicture picture) {
        answer.header(ETAG, picture.etagHeader());
        answer.header(LAST_MODIFIED, picture.lastModifiedHeader());
        boolean same = Conditional.notModified(
                request.getHeader(HttpHeaders.IF_NONE_MATCH),
                request.getHeader(HttpHeaders.IF_MODIFIED_SINCE),
                picture.etag(),
                picture.changedAt());
        if (same) {
            answer.notModified();
        } else {
            answer.body(200, encoding.format().contentType(), picture.lengthHeader(), picture.toSend());
        }
    }

    /** Also beside a picture: who looks for the mistake finds it named in a header. */
    private void wrong(QueryString query, Answer answer, BadQuery bad) {
        answer.header("X-Problem", bad.getMessage().replaceAll("[^ -~]", "?"));
        if (bad.encoding().isEmpty() || "1".equals(query.get("strict"))) {
            answer.problem(Problem.of(bad.status(), bad.getMessage()));
            return;
        }
        answer.header(FEED_STATUS, Status.ERROR.feedStatus()).header(NEXT_UPDATE, String.valueOf(RETRY_SECONDS));
        Encoding encoding = bad.encoding().get();
        answer.body(bad.status(), encoding.format().contentType(), badQueryPictures.picture(encoding));
    }
}
