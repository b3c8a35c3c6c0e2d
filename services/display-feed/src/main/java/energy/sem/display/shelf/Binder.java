package energy.sem.display.shelf;

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

import energy.sem.display.history.Chapter;
import energy.sem.display.history.History;
import energy.sem.display.history.HistoryFailure;
import energy.sem.display.history.Meter;
import energy.sem.display.history.Meters;
import energy.sem.display.view.Language;
import energy.sem.display.view.Period;
import energy.sem.display.view.View;

/** Asks history for views and puts their sheets on the shelf, each finished before it takes its place. Thread-safe. */
final class Binder {
    private static final Logger LOG = Logger.getLogger(Binder.class);
    /** After so many failures in a row the other questions are not asked: each may take its whole time. */
    private static final int GIVE_UP_AFTER = 2;

    private final History history;
    private final Shelf shelf;
    private final Printer printer;
    private final Language language;
    private final Clock clock;

    Binder(History history, Shelf shelf, Printer printer, Language language, Clock clock) {
        this.history = history;
        this.shelf = shelf;
        this.printer = printer;
        this.language = language;
        this.clock = clock;
    }

    /** Puts a sheet of this subject on the shelf, unless one has come there meanwhile: that is at least as new. */
    void fetch(Meters meters, Meter meter, ViewKey key) throws HistoryFailure, InterruptedException {
        Chapter chapter = history.visit().chapter(meter, key.period(), key.offset());
        View view = chapter.view(key.utility(), language, meters.zone());
        shelf.replace(key, old -> old != null ? old : sheet(view, List.of(), clock.instant()));
        shelf.tidy(clock.instant());
    }

    /**
     * Brings the sheets of these subjects of a meter up to date.
     *
     * @param editions made ahead for sheets that are new
     * @return those for which history failed, and why: their sheets are as they were
     */
    Map<ViewKey, HistoryFailure> renew(
            Meters meters, Meter meter, Collection<ViewKey> keys, Collection<Edition> editions)
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
                    Chapter chapter = visit.chapter(meter, group.period(), group.offset());
                    for (ViewKey key : members) {
                        replace(key, chapter.view(key.utility(), language, meters.zone()), editions);
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
        shelf.tidy(clock.instant());
        return failed;
    }

    // What is on the wall first.
    private static List<Group> running(Set<Group> groups) {
        List<Group> sorted = new ArrayList<>(groups);
        sorted.sort((a, b) ->
                a.offset() == b.offset() ? a.period().compareTo(b.period()) : Integer.compare(b.offset(), a.offset()));
        return sorted;
    }

    /** Puts another view in the place of the one that is shown of this subject. */
    void replace(ViewKey key, View view, Collection<Edition> editions) {
        Instant now = clock.instant();
        try {
            shelf.replace(key, old -> old != null ? old.renewed(view, printer, now) : sheet(view, editions, now));
        } catch (RuntimeException e) {
            // Better a picture that says so than one that stays as it was for ever.
            LOG.errorf(e, "%s cannot be drawn", key);
            shelf.remove(key);
        }
    }

    private Sheet sheet(View view, Collection<Edition> editions, Instant now) {
        Sheet sheet = new Sheet(view, now);
        editions.forEach(edition -> sheet.print(edition, printer, now));
        return sheet;
    }

    private record Group(Period period, int offset) {}
}
