package energy.sem.display.cache;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;

import org.jboss.logging.Logger;

import energy.sem.display.history.History;
import energy.sem.display.history.HistoryFailure;
import energy.sem.display.history.Meter;
import energy.sem.display.view.DataState;
import energy.sem.display.view.Fault;
import energy.sem.display.view.Period;
import energy.sem.display.view.Status;
import energy.sem.display.view.Subject;
import energy.sem.display.view.View;

/**
 * Answers requests for pictures. Every request gets one: at once when it is in the cache, after a short wait when history
 * must be asked, and a picture that says what is wrong when that does not help. Thread-safe.
 */
public final class PictureService {
    private static final Logger LOG = Logger.getLogger(PictureService.class);
    private static final int THREADS = 2;
    private static final int MOST_WAITING = 200;
    /** How many views to each side of an asked one are fetched ahead, for the knob. */
    private static final int AHEAD = 2;

    private final PictureCache cache;
    private final Renderer renderer;
    private final Refresher refresher;
    private final ViewLoader loader;
    private final ErrorPictures errors;
    private final RefreshSettings settings;
    private final Clock clock;
    private final ThreadPoolExecutor threads;
    private final ConcurrentMap<ViewKey, CompletableFuture<Void>> fetching = new ConcurrentHashMap<>();

    /** A service with a refresher of its own over the cache. */
    public PictureService(
            History history, PictureCache cache, Renderer renderer, RefreshSettings settings, Clock clock) {
        this.cache = cache;
        this.renderer = renderer;
        this.settings = settings;
        this.clock = clock;
        this.errors = new ErrorPictures(renderer);
        this.loader = new ViewLoader(history, cache, renderer, settings.language(), clock);
        this.refresher = new Refresher(history, cache, loader, errors, settings, clock);
        this.threads = new ThreadPoolExecutor(
                THREADS,
                THREADS,
                10,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(MOST_WAITING),
                Threads.named("on-demand"));
        threads.allowCoreThreadTimeOut(true);
    }

    /** Begins to watch history. */
    public void open() {
        refresher.start();
    }

    /** Ends all work. */
    public void close() {
        refresher.stop();
        threads.shutdownNow();
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

    /** The picture for a request, if it is finished: never waits, never draws. */
    public Optional<PictureAnswer> ready(PictureRequest request) {
        Target target = target(request);
        CachedView cached = cache.get(target.key()).orElse(null);
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
        CompletableFuture<Void> asked = refresher.firstRound();
        CompletableFuture<Void> ready = asked.isDone()
                ? asked
                : asked.copy().completeOnTimeout(null, settings.patience().toMillis(), TimeUnit.MILLISECONDS);
        CompletableFuture<PictureAnswer> unused = ready.thenCompose(nothing -> fetched(request))
                .handleAsync((nothing, failure) -> found(request, failure), this::runOrElse)
                .whenComplete(taker);
    }

    private CompletionStage<Void> fetched(PictureRequest request) {
        ViewKey key = target(request).key();
        boolean hopeless = refresher.fault(key.meter()).isPresent()
                || known().meter(key.meter()).isEmpty();
        if (hopeless || cache.get(key).isPresent()) {
            return CompletableFuture.completedFuture(null);
        }
        CompletableFuture<Void> fetch = fetching.computeIfAbsent(key, this::fetch);
        if (fetch.isDone()) {
            fetching.remove(key, fetch);
        }
        Duration patience = settings.patience();
        return fetch.copy().orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    private CompletableFuture<Void> fetch(ViewKey key) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        try {
            threads.execute(() -> {
                try {
                    HistoryState now = known();
                    loader.fetch(
                            now.meters().orElseThrow(), now.meter(key.meter()).orElseThrow(), key);
                    done.complete(null);
                } catch (HistoryFailure | RuntimeException e) {
                    done.completeExceptionally(e);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    done.completeExceptionally(e);
                } finally {
                    fetching.remove(key, done);
                }
            });
        } catch (RejectedExecutionException e) {
            done.completeExceptionally(e);
        }
        return done;
    }

    private PictureAnswer found(PictureRequest request, Throwable failure) {
        Target target = target(request);
        CachedView cached = cache.get(target.key()).orElse(null);
        Throwable cause = failure;
        if (cached != null) {
            try {
                return answer(cached, cached.picture(request.variant(), renderer, clock.instant()), target, request);
            } catch (RuntimeException e) {
                cause = e;
            }
        }
        View view = withoutData(target.key(), cause);
        return new PictureAnswer(
                view,
                errors.of(view, request.variant(), clock.instant()),
                target.clamped(),
                lastReading(target.key().meter()));
    }

    private PictureAnswer answer(CachedView cached, EncodedPicture picture, Target target, PictureRequest request) {
        Instant now = clock.instant();
        cached.asked(picture, now);
        if (cached.neighboursDue(now)) {
            fetchNeighbours(target.key(), request.variant());
        }
        return new PictureAnswer(
                cached.view(),
                picture,
                target.clamped(),
                lastReading(target.key().meter()));
    }

    private void fetchNeighbours(ViewKey key, Variant variant) {
        List<ViewKey> neighbours = new ArrayList<>();
        for (int step = 1; step <= AHEAD; step++) {
            neighbours.add(key.at(nearest(key.meter(), key.period(), key.offset() - step)));
            neighbours.add(key.at(nearest(key.meter(), key.period(), key.offset() + step)));
        }
        refresher.ahead(neighbours, variant);
    }

    private View withoutData(ViewKey key, Throwable failure) {
        ZoneId zone = zone();
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        Fault fault = refresher.fault(key.meter()).orElseGet(() -> faultOf(failure));
        boolean demo = known().meter(key.meter()).map(Meter::simulated).orElse(false);
        DataState state = fault != null
                ? DataState.failed(fault, demo)
                : DataState.without(known().asked() ? Status.NO_DATA : Status.STARTING, demo);
        LocalDate firstDay = key.period().firstDay(key.offset(), today);
        Subject subject = new Subject(key.meter(), key.period(), key.offset(), key.utility(), zone, firstDay);
        return View.without(subject, settings.language(), state);
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
        String meter =
                request.meter() != null ? request.meter() : defaultMeter().orElse("");
        int offset = nearest(meter, request.period(), request.offset());
        return new Target(new ViewKey(meter, request.period(), offset, request.utility()), offset != request.offset());
    }

    private int nearest(String meter, Period period, long offset) {
        if (offset == 0) {
            // What nearly all devices ask for, and there always is a now.
            return 0;
        }
        ZoneId zone = zone();
        return known().nearest(meter, period, offset, LocalDate.ofInstant(clock.instant(), zone), zone);
    }

    private ZoneId zone() {
        return known().zone(settings.zone());
    }

    private Optional<Instant> lastReading(String meter) {
        return known().meter(meter).map(Meter::lastReadingAt);
    }

    private void runOrElse(Runnable task) {
        try {
            threads.execute(task);
        } catch (RejectedExecutionException e) {
            // So many wait that drawing here is better than leaving one device without an answer.
            task.run();
        }
    }

    private record Target(ViewKey key, boolean clamped) {}
}
