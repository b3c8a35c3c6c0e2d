package energy.sem.display.cache;

import java.time.Clock;
import java.time.Instant;
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

    /** Puts the view of this key into the cache, unless one has come there meanwhile: that is at least as new. */
    void fetch(Meters meters, Meter meter, ViewKey key) throws HistoryFailure, InterruptedException {
        PeriodData data = history.visit().load(meter, key.period(), key.offset());
        View view = data.view(key.utility(), language, meters.zone());
        cache.replace(key, old -> old != null ? old : cached(view, List.of(), clock.instant()));
        cache.tidy(clock.instant());
    }

    /**
     * Brings these views of a meter up to date.
     *
     * @param variants of pictures made ahead for views that are new
     * @return those for which history failed, and why: their views are as they were
     */
    Map<ViewKey, HistoryFailure> renew(
            Meters meters, Meter meter, Collection<ViewKey> keys, Collection<Variant> variants)
            throws InterruptedException {
        History.Visit visit = history.visit();
        Map<Group, List<ViewKey>> groups =
                keys.stream().collect(Collectors.groupingBy(key -> new Group(key.period(), key.offset())));
        Map<ViewKey, HistoryFailure> failed = new HashMap<>();
        HistoryFailure last = null;
        int failures = 0;
        for (Group group : running(groups.keySet())) {
            List<ViewKey> members = groups.get(group);
            try {
                if (failures < GIVE_UP_AFTER) {
                    PeriodData data = visit.load(meter, group.period(), group.offset());
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
    private static List<Group> running(Set<Group> groups) {
        List<Group> sorted = new ArrayList<>(groups);
        sorted.sort((a, b) ->
                a.offset() == b.offset() ? a.period().compareTo(b.period()) : Integer.compare(b.offset(), a.offset()));
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

    private record Group(Period period, int offset) {}
}
