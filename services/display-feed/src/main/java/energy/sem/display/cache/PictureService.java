package energy.sem.display.cache;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

import org.jboss.logging.Logger;

import energy.sem.display.history.History;
import energy.sem.display.history.HistoryFailure;
import energy.sem.display.history.Meter;
import energy.sem.display.view.DataState;
import energy.sem.display.view.Fault;
import energy.sem.display.view.Status;
import energy.sem.display.view.Subject;
import energy.sem.display.view.View;

/**
 * Answers requests for pictures. Every request gets one: at once when it is in the cache, after a short wait when history
 * must be asked, and a picture that says what is wrong when that does not help. Thread-safe.
 */
public final class PictureService {
    private static final Logger LOG = Logger.getLogger(PictureService.class);
    /** How many views to each side of an asked one are fetched ahead, for the knob. */
    private static final int AHEAD = 2;

    private final PictureCache cache;
    private final Renderer renderer;
    private final Refresher refresher;
    private final OnDemandLoader loader;
    private final ErrorPictures errors;
    private final RefreshSettings settings;
    private final Clock clock;

    /** A service with a refresher of its own over the cache. */
    public PictureService(
            History history, PictureCache cache, Renderer renderer, RefreshSettings settings, Clock clock) {
        this.cache = cache;
        this.renderer = renderer;
        this.settings = settings;
        this.clock = clock;
        errors = new ErrorPictures(renderer);
        ViewLoader views = new ViewLoader(history, cache, renderer, settings.language(), clock);
        refresher = new Refresher(history, cache, views, errors, settings, clock);
        loader = new OnDemandLoader(views, refresher, settings.patience().toMillis());
    }

    /** Begins to watch history. */
    public void open() {
        refresher.start();
    }

    /** Ends all work. */
    public void close() {
        refresher.stop();
        loader.close();
    }

    /** Whether history was asked once, whatever it said. */
    public boolean isOpen() {
        return refresher.firstRound().isDone();
    }

    /** What is known of history now. */
    public HistoryState known() {
        return refresher.known();
    }

    /** The name of the default meter; empty as long as there is none. */
    public Optional<String> defaultMeter() {
        return refresher.defaultMeter();
    }

    /** The same among the meters that may be read: the first by name where that of all is not one of them. */
    public Optional<String> defaultMeter(Predicate<String> readable) {
        return settings.meter().filter(readable).or(() -> known().meters().stream()
                .flatMap(meters -> meters.all().stream())
                .map(Meter::name)
                .filter(readable)
                .findFirst());
    }

    /** The picture for a request, if it is finished: never waits, never draws. */
    public Optional<PictureAnswer> ready(PictureRequest request) {
        Target target = target(request);
        CachedView cached = current(target).orElse(null);
        EncodedPicture picture =
                cached == null ? null : cached.ready(request.variant()).orElse(null);
        if (picture == null) {
            return Optional.empty();
        }
        return Optional.of(answer(cached, picture, target, request));
    }

    /**
     * Brings the picture for a request, whatever it takes: not much longer than the patience.
     *
     * @param taker called once, in another thread: with the picture, or by a fault of ours with a failure
     */
    public void find(PictureRequest request, BiConsumer<PictureAnswer, Throwable> taker) {
        CompletableFuture<PictureAnswer> unused = historyWasAsked()
                .thenCompose(nothing -> fetched(request))
                .handleAsync((key, failure) -> found(request, key, failure), loader)
                .whenComplete(taker);
    }

    /**
     * Brings the picture of a meter that is not there, whether it is or not: nothing looks, for who asks may not know of it.
     *
     * @param taker as of {@link #find}
     */
    public void findNone(PictureRequest request, BiConsumer<PictureAnswer, Throwable> taker) {
        CompletableFuture<PictureAnswer> unused = historyWasAsked()
                .handleAsync((nothing, failure) -> none(request), loader)
                .whenComplete(taker);
    }

    private CompletableFuture<Void> historyWasAsked() {
        CompletableFuture<Void> asked = refresher.firstRound();
        return asked.isDone()
                ? asked
                : asked.copy().completeOnTimeout(null, settings.patience().toMillis(), TimeUnit.MILLISECONDS);
    }

    private PictureAnswer none(PictureRequest request) {
        HistoryState known = known().without(request.meter());
        return withoutData(request, target(request, known), known, null);
    }

    /** What is cached of the target; empty when it was made on another day, and so has other words for when it is. */
    private Optional<CachedView> current(Target target) {
        return cache.get(target.key()).filter(cached -> cached.view().subject().offset() == target.offset());
    }

    private CompletionStage<ViewKey> fetched(PictureRequest request) {
        Target target = target(request);
        ViewKey key = target.key();
        boolean hopeless = known().fault(key.meter()).isPresent()
                || known().meter(key.meter()).isEmpty();
        return hopeless || current(target).isPresent() ? CompletableFuture.completedFuture(key) : loader.fetch(key);
    }

    private PictureAnswer found(PictureRequest request, ViewKey fetched, Throwable failure) {
        Target target = target(request);
        CachedView cached = cache.get(target.key()).orElse(null);
        if (cached == null && fetched != null && !fetched.equals(target.key())) {
            // Midnight has come here and not yet in history, or while it was asked.
            target = new Target(fetched, target.offset(), true);
            cached = cache.get(fetched).orElse(null);
        }
        Throwable cause = failure;
        if (cached != null) {
            try {
                EncodedPicture picture = cached.picture(request.variant(), renderer, clock.instant());
                PictureAnswer answer = answer(cached, picture, target, request);
                cache.tidy(clock.instant());
                return answer;
            } catch (RuntimeException e) {
                cause = e;
            }
        }
        return withoutData(request, target, known(), cause);
    }

    private PictureAnswer answer(CachedView cached, EncodedPicture picture, Target target, PictureRequest request) {
        Instant now = clock.instant();
        cached.asked(picture, now);
        if (cached.neighboursDue(now)) {
            fetchNeighbours(target, request.variant());
        }
        return new PictureAnswer(cached.view(), target.offset(), picture, target.clamped(), lastReading(target));
    }

    private void fetchNeighbours(Target target, Variant variant) {
        LocalDate today = refresher.today();
        ViewKey key = target.key();
        List<ViewKey> neighbours = new ArrayList<>();
        for (int step = 1; step <= AHEAD; step++) {
            for (int offset : new int[] {target.offset() - step, target.offset() + step}) {
                int nearest = known().nearest(key.meter(), key.period(), offset, today, zone());
                neighbours.add(ViewKey.at(key.meter(), key.period(), nearest, key.utility(), today));
            }
        }
        refresher.ahead(neighbours, variant);
    }

    private PictureAnswer withoutData(PictureRequest request, Target target, HistoryState known, Throwable failure) {
        ViewKey key = target.key();
        Fault fault = known.fault(key.meter()).orElseGet(() -> faultOf(failure));
        Optional<Meter> meter = known.meter(key.meter());
        boolean demo = meter.map(Meter::simulated).orElse(false);
        DataState state = fault != null
                ? DataState.failed(fault, demo)
                : DataState.without(known.asked() ? Status.NO_DATA : Status.STARTING, demo);
        Subject subject =
                new Subject(key.meter(), key.period(), target.offset(), key.utility(), zone(), key.firstDay());
        View view = View.without(subject, settings.language(), state);
        return new PictureAnswer(
                view,
                target.offset(),
                errors.of(view, request.variant(), clock.instant()),
                target.clamped(),
                meter.map(Meter::lastReadingAt));
    }

    private static Fault faultOf(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        if (cause == null) {
            return null;
        }
        if (cause instanceof HistoryFailure history) {
            LOG.warn(history.getMessage());
            return history.fault();
        }
        boolean late = cause instanceof TimeoutException
                || cause instanceof RejectedExecutionException
                || cause instanceof InterruptedException;
        if (!late) {
            LOG.error("a view could not be made", cause);
        }
        return late ? Fault.HISTORY_UNREACHABLE : Fault.INTERNAL;
    }

    private Target target(PictureRequest request) {
        return target(request, known());
    }

    private Target target(PictureRequest request, HistoryState known) {
        String meter =
                request.meter() != null ? request.meter() : defaultMeter().orElse("");
        LocalDate today = refresher.today();
        // What nearly all devices ask for, and there always is a now.
        int offset =
                request.offset() == 0 ? 0 : known.nearest(meter, request.period(), request.offset(), today, zone());
        ViewKey key = ViewKey.at(meter, request.period(), offset, request.utility(), today);
        return new Target(key, offset, offset != request.offset());
    }

    private ZoneId zone() {
        return known().zone(settings.zone());
    }

    private Optional<Instant> lastReading(Target target) {
        return known().meter(target.key().meter()).map(Meter::lastReadingAt);
    }

    /**
     * What a request is about, as of now.
     *
     * @param clamped whether it is not quite what was asked for: the offset lay outside the data
     */
    private record Target(ViewKey key, int offset, boolean clamped) {}
}
