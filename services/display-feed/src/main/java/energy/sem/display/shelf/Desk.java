package energy.sem.display.shelf;

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
import energy.sem.display.history.PeriodCalendar;
import energy.sem.display.view.Fault;
import energy.sem.display.view.Period;
import energy.sem.display.view.Status;
import energy.sem.display.view.View;

/**
 * Where wishes are brought. Every wish gets a print: at once when it is at hand, after a short wait when history must be
 * asked, and a picture that says what is wrong when that does not help. Thread-safe.
 */
public final class Desk {
    private static final Logger LOG = Logger.getLogger(Desk.class);
    private static final int THREADS = 2;
    private static final int MOST_WAITING = 200;
    /** How many views to each side of an asked one are fetched ahead, for the knob. */
    private static final int AHEAD = 2;

    private final Shelf shelf;
    private final Printer printer;
    private final Keeper keeper;
    private final Binder binder;
    private final ErrorPrints errors;
    private final KeeperSettings settings;
    private final Clock clock;
    private final ThreadPoolExecutor threads;
    private final ConcurrentMap<ViewKey, CompletableFuture<Void>> fetching = new ConcurrentHashMap<>();

    /** A desk with a keeper of its own over the shelf. */
    public Desk(History history, Shelf shelf, Printer printer, KeeperSettings settings, Clock clock) {
        this.shelf = shelf;
        this.printer = printer;
        this.settings = settings;
        this.clock = clock;
        this.errors = new ErrorPrints(printer);
        this.binder = new Binder(history, shelf, printer, settings.language(), clock);
        this.keeper = new Keeper(history, shelf, binder, errors, settings, clock);
        this.threads = new ThreadPoolExecutor(
                THREADS, THREADS, 10, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MOST_WAITING), Threads.named("desk"));
        threads.allowCoreThreadTimeOut(true);
    }

    /** Begins to watch history. */
    public void open() {
        keeper.start();
    }

    /** Ends all work. */
    public void close() {
        keeper.stop();
        threads.shutdownNow();
    }

    /** Whether history was asked once, whatever it said. */
    public boolean isOpen() {
        return keeper.firstRound().isDone();
    }

    /** What is known of history now. */
    public Known known() {
        return keeper.known();
    }

    /** The name of the default meter; empty as long as there is none. */
    public Optional<String> defaultMeter() {
        return keeper.defaultMeter();
    }

    /** The print for a wish, if it is finished: never waits, never draws. */
    public Optional<Found> atHand(Wish wish) {
        Subject subject = subject(wish);
        Sheet sheet = shelf.get(subject.key()).orElse(null);
        Print print = sheet == null ? null : sheet.ready(wish.edition()).orElse(null);
        if (print == null) {
            return Optional.empty();
        }
        return Optional.of(given(sheet, print, subject, wish));
    }

    /**
     * Brings the print for a wish, whatever it takes: not much longer than the patience.
     *
     * @param taker called once, in another thread: with the print, or by a fault of ours with a failure
     */
    public void find(Wish wish, BiConsumer<Found, Throwable> taker) {
        CompletableFuture<Void> asked = keeper.firstRound();
        CompletableFuture<Void> ready = asked.isDone()
                ? asked
                : asked.copy().completeOnTimeout(null, settings.patience().toMillis(), TimeUnit.MILLISECONDS);
        CompletableFuture<Found> unused = ready.thenCompose(nothing -> fetched(wish))
                .handleAsync((nothing, failure) -> found(wish, failure), this::runOrElse)
                .whenComplete(taker);
    }

    private CompletionStage<Void> fetched(Wish wish) {
        ViewKey key = subject(wish).key();
        boolean hopeless = keeper.fault(key.meter()).isPresent()
                || known().meter(key.meter()).isEmpty();
        if (hopeless || shelf.get(key).isPresent()) {
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
                    Known now = known();
                    binder.fetch(
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

    private Found found(Wish wish, Throwable failure) {
        Subject subject = subject(wish);
        Sheet sheet = shelf.get(subject.key()).orElse(null);
        Throwable cause = failure;
        if (sheet != null) {
            try {
                return given(sheet, sheet.print(wish.edition(), printer, clock.instant()), subject, wish);
            } catch (RuntimeException e) {
                cause = e;
            }
        }
        View view = withoutData(subject.key(), cause);
        return new Found(
                view,
                errors.of(view, wish.edition(), clock.instant()),
                subject.clamped(),
                lastReading(subject.key().meter()));
    }

    private Found given(Sheet sheet, Print print, Subject subject, Wish wish) {
        Instant now = clock.instant();
        sheet.asked(print, now);
        if (sheet.neighboursDue(now)) {
            fetchNeighbours(subject.key(), wish.edition());
        }
        return new Found(
                sheet.view(),
                print,
                subject.clamped(),
                lastReading(subject.key().meter()));
    }

    private void fetchNeighbours(ViewKey key, Edition edition) {
        List<ViewKey> neighbours = new ArrayList<>();
        for (int step = 1; step <= AHEAD; step++) {
            neighbours.add(key.at(nearest(key.meter(), key.period(), key.offset() - step)));
            neighbours.add(key.at(nearest(key.meter(), key.period(), key.offset() + step)));
        }
        keeper.ahead(neighbours, edition);
    }

    private View withoutData(ViewKey key, Throwable failure) {
        ZoneId zone = zone();
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        Fault fault = keeper.fault(key.meter()).orElseGet(() -> faultOf(failure));
        Status status = fault != null ? Status.ERROR : known().asked() ? Status.NO_DATA : Status.STARTING;
        return View.without(
                status,
                fault,
                key.meter(),
                key.period(),
                key.offset(),
                key.utility(),
                settings.language(),
                zone,
                PeriodCalendar.firstDay(key.period(), key.offset(), today),
                PeriodCalendar.lastDay(key.period(), key.offset(), today),
                known().meter(key.meter()).map(Meter::simulated).orElse(false));
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

    private Subject subject(Wish wish) {
        String meter = wish.meter() != null ? wish.meter() : defaultMeter().orElse("");
        int offset = nearest(meter, wish.period(), wish.offset());
        return new Subject(new ViewKey(meter, wish.period(), offset, wish.utility()), offset != wish.offset());
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

    private record Subject(ViewKey key, boolean clamped) {}
}
