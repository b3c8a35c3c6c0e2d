package energy.sem.display.serve;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import org.jboss.logging.Logger;

import energy.sem.base.KnownParameters;
import energy.sem.base.Problem;
import energy.sem.base.ReadableMeters;
import energy.sem.base.door.HttpErrors;
import energy.sem.display.cache.EncodedPicture;
import energy.sem.display.cache.PictureAnswer;
import energy.sem.display.cache.PictureRequest;
import energy.sem.display.cache.PictureService;
import energy.sem.display.cache.Variant;
import energy.sem.display.format.Encoding;
import energy.sem.display.view.Language;
import energy.sem.display.view.Period;
import energy.sem.display.view.Utility;

/**
 * What TRMNL's firmware asks of its server ("bring your own server"): set-up, which picture, its log. 404 unless switched on.
 * The status 500 is never said in an answer: the firmware forgets its Wi-Fi at that.
 */
@Singleton
class TrmnlRoutes {
    private static final Logger LOG = Logger.getLogger(TrmnlRoutes.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int ORDER = HttpErrors.MALFORMED_ADDRESS_ORDER - 1;
    private static final String TYPE = "application/json";
    private static final int MOST_LOG_BYTES = 32 * 1024;
    private static final int MOST_LOG_SHOWN = 120;
    private static final int TAG_FIGURES = 6;
    private static final int PICTURE_SECONDS = 30;

    private final TrmnlAccess access;
    private final KeyCheck keyCheck;
    private final PictureService pictures;
    private final Devices devices;
    private final Language language;
    private final Clock clock;

    TrmnlRoutes(
            TrmnlAccess access,
            KeyCheck keyCheck,
            PictureService pictures,
            Devices devices,
            Language language,
            Clock clock) {
        this.access = access;
        this.keyCheck = keyCheck;
        this.pictures = pictures;
        this.devices = devices;
        this.language = language;
        this.clock = clock;
    }

    /** What set-up answers. */
    record SetUp(
            int status,
            @JsonProperty("api_key") String apiKey,
            @JsonProperty("friendly_id") String friendlyId,
            @JsonProperty("image_url") String imageUrl,
            String filename,
            String message) {}

    /** What is to be shown: status 0 is "go on". */
    record Display(
            int status,
            @JsonProperty("image_url") String imageUrl,
            @JsonProperty("image_url_timeout") int imageUrlTimeout,
            String filename,
            @JsonProperty("refresh_rate") long refreshRate,
            @JsonProperty("update_firmware") boolean updateFirmware,
            @JsonProperty("firmware_url") String firmwareUrl,
            @JsonProperty("reset_firmware") boolean resetFirmware,
            @JsonProperty("special_function") String specialFunction) {}

    void register(@Observes Router router) {
        if (access.enabled()) {
            router.get("/api/setup").order(ORDER).handler(context -> answer(context, this::setUp));
            router.get("/api/display").order(ORDER).handler(context -> answer(context, this::display));
            router.post("/api/log").order(ORDER).handler(context -> answer(context, this::log));
        }
    }

    /** One of the three. */
    private interface Answering {
        void answer(RoutingContext context, Answer answer, String mac) throws Problem;
    }

    private void answer(RoutingContext context, Answering answering) {
        HttpServerRequest request = context.request();
        Answer answer = new Answer(request);
        try {
            Optional<Problem> unknown =
                    KnownParameters.refusal(QueryString.of(request.query()).names(), List.of());
            if (unknown.isPresent()) {
                throw unknown.get();
            }
            String mac = TrmnlAccess.mac(request.getHeader("ID"))
                    .orElseThrow(() -> Problem.badRequest(
                            "The header ID has to be the device's MAC address, such as D8:3B:DA:70:12:34."));
            answering.answer(context, answer, mac);
        } catch (Problem e) {
            answer.problem(e);
        } catch (RuntimeException e) {
            fault(request, answer, e);
        }
    }

    private static void fault(HttpServerRequest request, Answer answer, Throwable failure) {
        LOG.errorf(failure, "%s could not be answered", request.path());
        answer.problem(Problem.of(503, "This is a fault of SEM: the service's log has the details."));
    }

    private void setUp(RoutingContext context, Answer answer, String mac) throws Problem {
        if (!access.mayBeSetUp(mac)) {
            LOG.infof("a TRMNL device wants to be set up: add %s=NAME to sem.trmnl.devices if it is yours", mac);
            throw Problem.of(404, "This device is not in sem.trmnl.devices: add " + mac + "=NAME there.");
        }
        Encoding encoding = encoding(context.request());
        keep(context.request(), mac, null, ReadableMeters.ALL);
        String id = mac.replace(":", "").substring(6).toUpperCase(Locale.ROOT);
        String name = access.name(mac);
        answer.json(
                200,
                TYPE,
                new SetUp(
                        200,
                        access.token(mac),
                        id,
                        base(context) + TrmnlPicture.path("testcard", encoding),
                        "sem-test-card",
                        "SEM: " + (name == null ? id : name)));
    }

    private void display(RoutingContext context, Answer answer, String mac) throws Problem {
        ReadableMeters readable = keyCheck.readable(context.request(), null);
        Encoding encoding = encoding(context.request());
        Period period = access.period(mac);
        keep(context.request(), mac, period.code() + ",0", readable);
        String meter =
                readable.all() ? null : pictures.defaultMeter(readable::opens).orElse("");
        PictureRequest wanted =
                new PictureRequest(meter, period, 0, Utility.ELECTRICITY, new Variant(language, encoding));
        Optional<PictureAnswer> ready = pictures.ready(wanted);
        if (ready.isPresent()) {
            say(context, answer, wanted, ready.get());
            return;
        }
        Context loop = context.vertx().getOrCreateContext();
        pictures.find(
                wanted,
                (found, failure) -> loop.runOnContext(nothing -> {
                    if (found != null) {
                        say(context, answer, wanted, found);
                    } else {
                        fault(context.request(), answer, failure);
                    }
                }));
    }

    private void say(RoutingContext context, Answer answer, PictureRequest wanted, PictureAnswer found) {
        String address = base(context)
                + TrmnlPicture.path(
                        wanted.period().code() + "/0", wanted.variant().encoding());
        answer.json(
                200,
                TYPE,
                new Display(
                        0,
                        address,
                        PICTURE_SECONDS,
                        filename(found.picture()),
                        NextUpdate.seconds(found.view(), clock.instant()),
                        false,
                        "",
                        false,
                        "none"));
    }

    /**
     * A device fetches a picture when its name is another. Of at most 31 characters; the firmware takes the first thirteen for
     * what it is of, and the last ten for the second at which it was made.
     */
    private static String filename(EncodedPicture picture) {
        return "energy-" + picture.etag().substring(1, 1 + TAG_FIGURES) + "-"
                + picture.changedAt().getEpochSecond();
    }

    private void log(RoutingContext context, Answer answer, String mac) throws Problem {
        HttpServerRequest request = context.request();
        ReadableMeters readable = keyCheck.readable(request, null);
        Buffer body = Buffer.buffer();
        request.handler(part -> {
            if (body.length() + part.length() <= MOST_LOG_BYTES) {
                body.appendBuffer(part);
            } else if (!request.response().ended()) {
                answer.problem(Problem.of(413, "A log has at most " + MOST_LOG_BYTES + " bytes."));
            }
        });
        request.endHandler(nothing -> {
            if (!request.response().ended()) {
                line(body).ifPresent(line -> devices.log(mac, line, readable));
                request.response().setStatusCode(204).end();
            }
        });
    }

    /** The last message of a log, without anything odd in it. Firmware of two years sends either of two forms. */
    private static Optional<String> line(Buffer body) {
        try {
            JsonNode log = JSON.readTree(body.getBytes());
            String line = null;
            for (String name : List.of("message", "log_message")) {
                for (String message : log == null ? List.<String>of() : log.findValuesAsText(name)) {
                    line = message;
                }
            }
            return Optional.ofNullable(line).map(text -> text.substring(0, Math.min(text.length(), MOST_LOG_SHOWN))
                    .replaceAll("[^ -~]|[<>&\"]", "?"));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Encoding encoding(HttpServerRequest request) throws Problem {
        try {
            return TrmnlPicture.of(
                    request.getHeader("Model"),
                    request.getHeader("FW-Version"),
                    request.getHeader("Width"),
                    request.getHeader("Height"));
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest(e.getMessage() + ".");
        }
    }

    private void keep(HttpServerRequest request, String mac, String shows, ReadableMeters readable) {
        String volt = request.getHeader("Battery-Voltage");
        boolean known = volt != null && volt.matches("\\d{1,2}(\\.\\d{1,4})?");
        devices.keep(
                mac,
                access.name(mac),
                Devices.words(request.getHeader("FW-Version")),
                known ? Devices.millivolt(String.valueOf(Math.round(1000 * Double.parseDouble(volt)))) : null,
                Devices.rssi(request.getHeader("RSSI")),
                shows,
                readable);
    }

    /** Where the device reached this service: its picture is there too, and gets its token only there. */
    private static String base(RoutingContext context) {
        return context.request().scheme() + "://" + context.request().authority();
    }
}
