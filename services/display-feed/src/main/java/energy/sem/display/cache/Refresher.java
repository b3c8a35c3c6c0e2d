package energy.sem.display.cache;

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

import energy.sem.display.format.Encoding;
import energy.sem.display.history.History;
import energy.sem.display.history.HistoryFailure;
import energy.sem.display.history.Meter;
import energy.sem.display.history.Meters;
import energy.sem.display.view.Period;
import energy.sem.display.view.Status;
import energy.sem.display.view.Utility;
import energy.sem.display.view.View;

/**
 * Watches history and keeps the cache up to date: at every quarter hour of new data all views are renewed, and when
 * history fails for longer than the grace the running ones get their banner. Works in one thread of its own; what others
 * may call is thread-safe.
 */
final class Refresher {
    private static final Logger LOG = Logger.getLogger(Refresher.class);
    private static final int MOST_WAITING = 16;

    private final History history;
    private final PictureCache cache;
    private final ViewLoader loader;
    private final ErrorPictures errors;
    private final RefreshSettings settings;
    private final Clock clock;
    private final ScheduledThreadPoolExecutor thread;
    private final CompletableFuture<Void> firstRound = new CompletableFuture<>();
    private volatile HistoryState known = HistoryState.NOTHING;
    /** Only its own thread touches these. */
    private final Map<String, RefreshPlan> plans = new HashMap<>();

    private final FailingViews failing = new FailingViews();

    Refresher(
            History history,
            PictureCache cache,
            ViewLoader loader,
            ErrorPictures errors,
            RefreshSettings settings,
            Clock clock) {
        this.history = history;
        this.cache = cache;
        this.loader = loader;
        this.errors = errors;
        this.settings = settings;
        this.clock = clock;
        this.thread = new ScheduledThreadPoolExecutor(1, Threads.named("refresher"));
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

    HistoryState known() {
        return known;
    }

    /** The day it is in the household's zone, as far as that is known. */
    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), known.zone(settings.zone()));
    }

    /** The name of the meter of a request that names none; empty as long as there is none. */
    Optional<String> defaultMeter() {
        return settings.meter().isPresent() ? settings.meter() : known.meters().flatMap(Meters::firstName);
    }

    /** Fetches these soon, unless there is more to do than can be done ahead. */
    void ahead(Collection<ViewKey> keys, Variant variant) {
        if (keys.stream().anyMatch(key -> cache.get(key).isEmpty())
                && thread.getQueue().size() < MOST_WAITING
                && !thread.isShutdown()) {
            thread.execute(() -> fetchAhead(keys, variant));
        }
    }

    private void fetchAhead(Collection<ViewKey> keys, Variant variant) {
        try {
            for (ViewKey key : keys) {
                Optional<Meter> meter = known.meter(key.meter());
                if (meter.isPresent()
                        && known.failingSince().isEmpty()
                        && cache.get(key).isEmpty()) {
                    loader.renew(known.meters().orElseThrow(), meter.get(), List.of(key), today(), List.of(variant));
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
            failing.all(cache.keys(), now);
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
        cache.keys().stream().filter(key -> meters.named(key.meter()).isEmpty()).forEach(cache::remove);
        failing.keep(cache.keys());
    }

    private void renew(Meters meters, Meter meter) throws InterruptedException {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, meters.zone());
        Set<ViewKey> all = wanted(meter, today);
        RefreshPlan last = plans.get(meter.name());
        RefreshPlan.Due due = last == null ? RefreshPlan.Due.ALL : last.due(meter, today, showsBanner(all, today), now);
        Set<ViewKey> keys =
                switch (due) {
                    case ALL -> all;
                    case RUNNING_PERIODS -> which(all, key -> key.offset(today) >= 0 || failing.contains(key));
                    case RECENT_PERIODS -> which(all, key -> key.offset(today) >= -1 || failing.contains(key));
                    case NOTHING -> which(all, failing::contains);
                };
        if (due != RefreshPlan.Due.NOTHING) {
            plans.put(meter.name(), new RefreshPlan(meter, today, now));
        }
        if (!keys.isEmpty()) {
            failing.asked(keys, loader.renew(meters, meter, keys, today, firstVariants()), clock.instant());
        }
    }

    /** What is cached of this meter, and of the default meter the four running periods. */
    private Set<ViewKey> wanted(Meter meter, LocalDate today) {
        Set<ViewKey> keys = which(cache.keys(), key -> key.meter().equals(meter.name()));
        if (defaultMeter().filter(meter.name()::equals).isPresent()) {
            for (Period period : Period.values()) {
                ViewKey key = ViewKey.at(meter.name(), period, 0, Utility.ELECTRICITY, today);
                keys.add(key);
                cache.get(key).ifPresent(cached -> cached.touch(clock.instant()));
            }
        }
        return keys;
    }

    private List<Variant> firstVariants() {
        return Stream.of(Encoding.RAW, Encoding.PNG, Encoding.BIN, Encoding.BMP)
                .map(encoding -> new Variant(settings.language(), encoding))
                .toList();
    }

    private boolean showsBanner(Set<ViewKey> keys, LocalDate today) {
        return keys.stream()
                .filter(key -> key.offset(today) >= 0)
                .flatMap(key -> cache.get(key).stream())
                .anyMatch(cached -> cached.view().status() == Status.STALE);
    }

    /** Running periods that history failed to renew say since when there are no data: once, for that time does not move. */
    private void putBanners() {
        for (ViewKey key : failing.since(clock.instant().minus(settings.grace()))) {
            View view = cache.get(key).map(CachedView::view).orElse(null);
            if (view != null && view.subject().running() && view.status() == Status.OK) {
                // Not the newest reading: which one was heard of last differs between two services that watch one
                // history.
                loader.replace(key, view.staleSince(view.state().asOf()), List.of());
            }
        }
    }

    private static Set<ViewKey> which(Set<ViewKey> keys, Predicate<ViewKey> wanted) {
        return keys.stream().filter(wanted).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
