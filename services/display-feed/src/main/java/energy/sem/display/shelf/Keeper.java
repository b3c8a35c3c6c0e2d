package energy.sem.display.shelf;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jboss.logging.Logger;

import energy.sem.display.format.Form;
import energy.sem.display.history.History;
import energy.sem.display.history.HistoryFailure;
import energy.sem.display.history.Meter;
import energy.sem.display.history.Meters;
import energy.sem.display.view.Fault;
import energy.sem.display.view.Period;
import energy.sem.display.view.Status;
import energy.sem.display.view.Utility;
import energy.sem.display.view.View;

/**
 * Watches history and keeps the shelf up to date: at every quarter hour of new data all sheets are renewed, and when
 * history fails for longer than the grace the running ones get their banner. Works in one thread of its own; what others
 * may call is thread-safe.
 */
final class Keeper {
    private static final Logger LOG = Logger.getLogger(Keeper.class);
    private static final int MOST_WAITING = 16;

    private final History history;
    private final Shelf shelf;
    private final Binder binder;
    private final ErrorPrints errors;
    private final KeeperSettings settings;
    private final Clock clock;
    private final ScheduledThreadPoolExecutor thread;
    private final CompletableFuture<Void> firstRound = new CompletableFuture<>();
    private volatile Known known = Known.NOTHING;
    /** Only the keeper's thread touches these. */
    private final Map<String, Renewal> renewals = new HashMap<>();

    private final Map<ViewKey, Instant> failing = new HashMap<>();

    Keeper(History history, Shelf shelf, Binder binder, ErrorPrints errors, KeeperSettings settings, Clock clock) {
        this.history = history;
        this.shelf = shelf;
        this.binder = binder;
        this.errors = errors;
        this.settings = settings;
        this.clock = clock;
        this.thread = new ScheduledThreadPoolExecutor(1, Threads.named("keeper"));
    }

    void start() {
        ScheduledFuture<?> unused = thread.scheduleWithFixedDelay(
                this::safeRound, 0, settings.pollEvery().toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop() {
        thread.shutdownNow();
    }

    /** Completes when history was asked once, whatever it said. */
    CompletableFuture<Void> firstRound() {
        return firstRound;
    }

    Known known() {
        return known;
    }

    /** The name of the meter of a wish that names none; empty as long as there is none. */
    Optional<String> defaultMeter() {
        return settings.meter().or(() -> known.meters()
                .map(Meters::all)
                .filter(all -> !all.isEmpty())
                .map(all -> all.get(0).name()));
    }

    /** Why nothing new can be shown of a meter, when that is so. */
    Optional<Fault> fault(String meter) {
        if (known.failingSince().isPresent()) {
            return Optional.of(known.fault());
        }
        boolean nameless = meter.isEmpty();
        boolean unknown = known.meters().isPresent() && known.meter(meter).isEmpty() && !nameless;
        return unknown ? Optional.of(Fault.UNKNOWN_METER) : Optional.empty();
    }

    /** Fetches these soon, unless there is more to do than can be done ahead. */
    void ahead(Collection<ViewKey> keys, Edition edition) {
        if (keys.stream().anyMatch(key -> shelf.get(key).isEmpty())
                && thread.getQueue().size() < MOST_WAITING
                && !thread.isShutdown()) {
            thread.execute(() -> fetchAhead(keys, edition));
        }
    }

    private void fetchAhead(Collection<ViewKey> keys, Edition edition) {
        try {
            for (ViewKey key : keys) {
                Optional<Meter> meter = known.meter(key.meter());
                if (meter.isPresent()
                        && known.failingSince().isEmpty()
                        && shelf.get(key).isEmpty()) {
                    binder.renew(known.meters().orElseThrow(), meter.get(), List.of(key), List.of(edition));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void safeRound() {
        try {
            round();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            // Thrown on, it would stop the timer for ever.
            LOG.error("a round of renewing pictures failed", e);
        } finally {
            firstRound.complete(null);
        }
    }

    /** Asks history once and renews what has changed. */
    private void round() throws InterruptedException {
        try {
            Meters meters = history.meters();
            answered(meters);
            for (Meter meter : meters.all()) {
                renew(meters, meter);
            }
        } catch (HistoryFailure e) {
            if (known.failingSince().isEmpty()) {
                LOG.warn(e.getMessage());
            }
            Instant now = clock.instant();
            shelf.keys().forEach(key -> failing.putIfAbsent(key, now));
            known = known.failing(e.fault(), now);
        }
        putBanners();
    }

    private void answered(Meters meters) {
        if (known.failingSince().isPresent()) {
            LOG.info("history answers again");
            errors.forget();
        }
        known = known.answering(meters);
        shelf.keys().stream().filter(key -> meters.named(key.meter()).isEmpty()).forEach(shelf::remove);
        failing.keySet().removeIf(key -> shelf.get(key).isEmpty());
    }

    private void renew(Meters meters, Meter meter) throws InterruptedException {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, meters.zone());
        Set<ViewKey> all = wanted(meter);
        Renewal last = renewals.get(meter.name());
        Renewal.Due due = last == null ? Renewal.Due.ALL : last.due(meter, today, showsBanner(all), now);
        Set<ViewKey> keys =
                switch (due) {
                    case ALL -> all;
                    case RUNNING_PERIODS -> which(all, key -> key.offset() == 0 || failing.containsKey(key));
                    case RECENT_PERIODS -> which(all, key -> key.offset() >= -1 || failing.containsKey(key));
                    case NOTHING -> which(all, failing::containsKey);
                };
        if (due != Renewal.Due.NOTHING) {
            renewals.put(meter.name(), new Renewal(meter, today, now));
        }
        if (!keys.isEmpty()) {
            Map<ViewKey, HistoryFailure> failed = binder.renew(meters, meter, keys, firstEditions());
            failing.keySet().removeIf(key -> keys.contains(key) && !failed.containsKey(key));
            failed.forEach(this::fails);
        }
    }

    private void fails(ViewKey key, HistoryFailure why) {
        if (failing.putIfAbsent(key, clock.instant()) == null) {
            LOG.warnf(
                    "%s %s,%d of %s is not up to date: %s",
                    key.utility().code(), key.period().code(), key.offset(), key.meter(), why.getMessage());
        }
    }

    /** What is on the shelf of this meter, and of the default meter the four running periods. */
    private Set<ViewKey> wanted(Meter meter) {
        Set<ViewKey> keys = which(shelf.keys(), key -> key.meter().equals(meter.name()));
        if (defaultMeter().filter(meter.name()::equals).isPresent()) {
            for (Period period : Period.values()) {
                ViewKey key = new ViewKey(meter.name(), period, 0, Utility.ELECTRICITY);
                keys.add(key);
                shelf.get(key).ifPresent(sheet -> sheet.touch(clock.instant()));
            }
        }
        return keys;
    }

    private List<Edition> firstEditions() {
        return Stream.of(Form.RAW, Form.PNG, Form.BIN, Form.BMP)
                .map(form -> new Edition(settings.language(), form))
                .toList();
    }

    private boolean showsBanner(Set<ViewKey> keys) {
        return keys.stream()
                .filter(key -> key.offset() == 0)
                .flatMap(key -> shelf.get(key).stream())
                .anyMatch(sheet -> sheet.view().status() == Status.STALE);
    }

    /** Running periods that history failed to renew say since when there are no data: once, for that time does not move. */
    private void putBanners() {
        Instant tooLong = clock.instant().minus(settings.grace());
        for (Map.Entry<ViewKey, Instant> each : failing.entrySet()) {
            ViewKey key = each.getKey();
            View view = shelf.get(key).map(Sheet::view).orElse(null);
            boolean due = !each.getValue().isAfter(tooLong);
            if (due && view != null && view.running() && view.status() == Status.OK) {
                // Not the newest reading: which one was heard of last differs between two services that watch one
                // history.
                binder.replace(key, view.staleSince(view.asOf()), List.of());
            }
        }
    }

    private static Set<ViewKey> which(Set<ViewKey> keys, Predicate<ViewKey> wanted) {
        return keys.stream().filter(wanted).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
