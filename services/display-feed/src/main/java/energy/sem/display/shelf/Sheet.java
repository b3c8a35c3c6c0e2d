package energy.sem.display.shelf;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import energy.sem.display.view.View;

/**
 * One view and the prints made of it. The view never changes: new data make a new sheet with all the prints that are in
 * use, which then takes this one's place at once. Thread-safe.
 */
public final class Sheet {
    /** What nobody asked for in this time is not printed again. */
    private static final Duration IN_USE = Duration.ofDays(2);
    /** About what a view takes in memory. */
    private static final int VIEW_BYTES = 4_000;

    private final View view;
    private final ConcurrentMap<Edition, Print> prints = new ConcurrentHashMap<>();
    private volatile Instant askedAt;
    private volatile long neighboursAt = Long.MIN_VALUE;

    Sheet(View view, Instant now) {
        this.view = view;
        this.askedAt = now;
    }

    /** What it shows, in the default language. */
    public View view() {
        return view;
    }

    /** The print, if it is finished. */
    public Optional<Print> ready(Edition edition) {
        return Optional.ofNullable(prints.get(edition));
    }

    /** The print; made now if nobody wanted it before. Takes milliseconds then. */
    public Print print(Edition edition, Printer printer, Instant now) {
        return prints.computeIfAbsent(edition, wanted -> Print.first(printer.print(view, wanted), now));
    }

    /** A device asked. */
    public void asked(Print print, Instant now) {
        askedAt = now;
        print.asked(now);
    }

    /** Whether it is time to look at its neighbours: once a second, however many devices ask. */
    boolean neighboursDue(Instant now) {
        long second = now.getEpochSecond();
        boolean due = second != neighboursAt;
        neighboursAt = second;
        return due;
    }

    /** Keeps it in use although no device asked. */
    void touch(Instant now) {
        askedAt = now;
    }

    /** The sheet of the same subject with this view: this one when nothing changed. */
    Sheet renewed(View newView, Printer printer, Instant now) {
        if (newView.equals(view)) {
            return this;
        }
        Sheet sheet = new Sheet(newView, askedAt);
        Printer.Session session = printer.session(newView);
        prints.forEach((edition, print) -> {
            if (print.askedAt().isAfter(now.minus(IN_USE))) {
                sheet.prints.put(edition, print.renewed(session.print(edition), now));
            }
        });
        return sheet;
    }

    boolean inUse(Instant now) {
        return askedAt.isAfter(now.minus(IN_USE));
    }

    Instant askedAt() {
        return askedAt;
    }

    long bytes() {
        return VIEW_BYTES + prints.values().stream().mapToLong(Print::length).sum();
    }
}
