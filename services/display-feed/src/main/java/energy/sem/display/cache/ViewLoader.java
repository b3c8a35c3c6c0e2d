package energy.sem.display.cache;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jboss.logging.Logger;

import energy.sem.display.history.History;
import energy.sem.display.history.HistoryFailure;
import energy.sem.display.history.Meter;
import energy.sem.display.history.Meters;
import energy.sem.display.history.PeriodData;
import energy.sem.display.view.Fault;
import energy.sem.display.view.Language;
import energy.sem.display.view.Period;
import energy.sem.display.view.View;

/** Asks history for views and puts them into the cache, each with its pictures finished before it takes its place. Thread-safe. */
final class ViewLoader {
    private static final Logger LOG = Logger.getLogger(ViewLoader.class);
    /** After so many failures in a row the other questions are not asked: each may take its whole time. */
    private static final int GIVE_UP_AFTER = 2;

    private final History history;
    private final PictureCache cache;
    private final Renderer renderer;
    private final Language language;
    private final Clock clock;

    ViewLoader(History history, PictureCache cache, Renderer renderer, Language language, Clock clock) {
        this.history = history;
        this.cache = cache;
        this.renderer = renderer;
        this.language = language;
        this.clock = clock;
    }

    /**
     * Puts the view of this key into the cache, unless one of this day has come there meanwhile: that is at least as new.
     *
     * @return under which key it is: that of the running period when history has not come as far as the wanted one
     */
    ViewKey fetch(Meters meters, Meter meter, ViewKey key, LocalDate today)
            throws HistoryFailure, InterruptedException {
        PeriodData data = history.visit().load(meter, key.period(), key.firstDay(), today);
        ViewKey found = key.from(data.firstDay());
        View view = data.view(key.utility(), language, meters.zone());
        Instant now = clock.instant();
        cache.replace(found, old -> {
            if (old == null) {
                return new CachedView(view, now);
            }
            boolean ofThisDay = old.view().subject().offset() == view.subject().offset();
            return ofThisDay ? old : old.renewed(view, renderer, now);
        });
        cache.tidy(clock.instant());
        return found;
    }

    /**
     * Brings these views of a meter up to date.
     *
     * @param today in the household's zone
     * @param variants of pictures made ahead for views that are new
     * @return those for which history failed, and why: their views are as they were
     */
    Map<ViewKey, HistoryFailure> renew(
            Meters meters, Meter meter, Collection<ViewKey> keys, LocalDate today, Collection<Variant> variants)
            throws InterruptedException {
        History.Visit visit = history.visit();
        Map<Span, List<ViewKey>> spans =
                keys.stream().collect(Collectors.groupingBy(key -> new Span(key.period(), key.firstDay())));
        Map<ViewKey, HistoryFailure> failed = new HashMap<>();
        HistoryFailure last = null;
        int failures = 0;
        for (Span span : runningFirst(spans.keySet(), today)) {
            List<ViewKey> members = spans.get(span);
            try {
                if (failures < GIVE_UP_AFTER) {
                    PeriodData data = visit.load(meter, span.period(), span.firstDay(), today);
                    if (!data.firstDay().equals(span.firstDay())) {
                        throw new HistoryFailure(Fault.HISTORY_UNREACHABLE, "history has not come to this day yet");
                    }
                    for (ViewKey key : members) {
                        replace(key, data.view(key.utility(), language, meters.zone()), variants);
                    }
                    failures = 0;
                }
            } catch (HistoryFailure e) {
                failures++;
                last = e;
            }
            if (failures > 0) {
                for (ViewKey key : members) {
                    failed.put(key, last);
                }
            }
        }
        cache.tidy(clock.instant());
        return failed;
    }

    // What is on the wall first.
    private static List<Span> runningFirst(Set<Span> spans, LocalDate today) {
        List<Span> sorted = new ArrayList<>(spans);
        sorted.sort((a, b) -> {
            int byDistance = Integer.compare(b.offset(today), a.offset(today));
            return byDistance != 0 ? byDistance : a.period().compareTo(b.period());
        });
        return sorted;
    }

    /** Puts another view in the place of the one that is cached under this key. */
    void replace(ViewKey key, View view, Collection<Variant> variants) {
        Instant now = clock.instant();
        try {
            cache.replace(key, old -> old != null ? old.renewed(view, renderer, now) : cached(view, variants, now));
        } catch (RuntimeException e) {
            // Better a picture that says so than one that stays as it was for ever.
            LOG.errorf(e, "%s cannot be drawn", key);
            cache.remove(key);
        }
    }

    private CachedView cached(View view, Collection<Variant> variants, Instant now) {
        CachedView cached = new CachedView(view, now);
        variants.forEach(variant -> cached.picture(variant, renderer, now));
        return cached;
    }

    /** What history is asked for at once, whatever is counted. */
    private record Span(Period period, LocalDate firstDay) {
        int offset(LocalDate today) {
            return period.offset(firstDay, today);
        }
    }
}
