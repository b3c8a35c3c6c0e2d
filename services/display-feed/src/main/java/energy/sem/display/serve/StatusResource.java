package energy.sem.display.serve;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.openapi.annotations.Operation;

import energy.sem.base.ReadableMeters;
import energy.sem.display.cache.HistoryState;
import energy.sem.display.cache.PictureCache;
import energy.sem.display.cache.PictureService;
import energy.sem.display.history.Meter;
import energy.sem.display.history.Meters;
import energy.sem.display.view.Fault;
import energy.sem.display.view.Language;
import energy.sem.display.view.Utility;

/**
 * What {@code /display/status} says of the meters that the key opens, and of the devices that came with it: for monitors, and for the gallery to know what it can show. The routes before it have
 * looked at the key.
 */
@Path("/display/status")
@Singleton
public class StatusResource {
    private final PictureService pictures;
    private final PictureCache cache;
    private final Devices devices;
    private final Language language;
    private final Clock clock;

    StatusResource(PictureService pictures, PictureCache cache, Devices devices, Language language, Clock clock) {
        this.pictures = pictures;
        this.cache = cache;
        this.devices = devices;
        this.language = language;
        this.clock = clock;
    }

    /** The state at this moment. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @NonBlocking
    @Operation(hidden = true)
    public FeedState now(@QueryParam("key") String key, @Context RoutingContext request) {
        ReadableMeters readable = request.get(DisplayRoutes.READABLE);
        HistoryState known = pictures.known();
        Instant now = clock.instant();
        List<MeterState> meters = known.meters().map(Meters::all).orElse(List.of()).stream()
                .filter(meter -> readable.opens(meter.name()))
                .map(meter -> MeterState.of(meter, now))
                .toList();
        return new FeedState(
                known.meters().isPresent() && known.failingSince().isEmpty(),
                known.failingSince().map(Instant::toString).orElse(null),
                Optional.ofNullable(known.fault()).map(Fault::code).orElse(null),
                pictures.defaultMeter(readable::opens).orElse(null),
                language.code(),
                meters,
                cache.size(readable::opens),
                cache.bytes(readable::opens),
                devices.all(readable));
    }

    /**
     * The state.
     *
     * @param historyAnswers whether history answered when last asked
     * @param historyFailingSince since when it does not
     * @param fault why it does not
     * @param defaultMeter whose pictures are shown where the address names none
     * @param defaultLanguage of pictures where the address names none
     * @param meters that there are pictures of
     * @param views how many views are at hand
     * @param bytes about how much memory they take
     * @param devices displays that asked since the service started and said which one they are
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record FeedState(
            boolean historyAnswers,
            String historyFailingSince,
            String fault,
            String defaultMeter,
            String defaultLanguage,
            List<MeterState> meters,
            int views,
            long bytes,
            List<Devices.Device> devices) {}

    /**
     * One meter.
     *
     * @param name as in addresses
     * @param simulated whether its readings are made up
     * @param utilities what there are pictures of
     * @param firstReadingAt the oldest reading
     * @param lastReadingAt the newest reading
     * @param dataAgeSeconds how old that is
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record MeterState(
            String name,
            boolean simulated,
            List<String> utilities,
            String firstReadingAt,
            String lastReadingAt,
            Long dataAgeSeconds) {
        static MeterState of(Meter meter, Instant now) {
            Optional<Instant> last = Optional.ofNullable(meter.lastReadingAt());
            return new MeterState(
                    meter.name(),
                    meter.simulated(),
                    meter.utilities().stream().sorted().map(Utility::code).toList(),
                    Optional.ofNullable(meter.firstReadingAt())
                            .map(Instant::toString)
                            .orElse(null),
                    last.map(Instant::toString).orElse(null),
                    last.map(at -> Math.max(0, Duration.between(at, now).toSeconds()))
                            .orElse(null));
        }
    }
}
