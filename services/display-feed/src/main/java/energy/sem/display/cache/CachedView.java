package energy.sem.display.cache;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import energy.sem.display.view.View;

/**
 * One view and the pictures made of it. The view never changes: new data make a new one with all the pictures that are in
 * use, which then takes this one's place at once. Thread-safe.
 */
public final class CachedView {
    /** What nobody asked for in this time is not drawn again. */
    private static final Duration IN_USE = Duration.ofDays(2);
    /** More kinds of pictures than these of one view are let go, the longest unasked first: whoever tries sizes, pays himself. */
    private static final int MOST_PICTURES = 24;
    /** About what a view takes in memory. */
    private static final int VIEW_BYTES = 4_000;

    private final View view;
    private final ConcurrentMap<Variant, EncodedPicture> pictures = new ConcurrentHashMap<>();
    private volatile Instant askedAt;
    private volatile long neighboursAt = Long.MIN_VALUE;

    CachedView(View view, Instant now) {
        this.view = view;
        this.askedAt = now;
    }

    /** What it shows, in the default language. */
    public View view() {
        return view;
    }

    /** The picture, if it is finished. */
    public Optional<EncodedPicture> ready(Variant variant) {
        return Optional.ofNullable(pictures.get(variant));
    }

    /** The picture; made now if nobody wanted it before. Takes milliseconds then. */
    public EncodedPicture picture(Variant variant, Renderer renderer, Instant now) {
        EncodedPicture picture =
                pictures.computeIfAbsent(variant, wanted -> EncodedPicture.first(renderer.render(view, wanted), now));
        while (pictures.size() > MOST_PICTURES) {
            Comparator<Map.Entry<Variant, EncodedPicture>> byAsking =
                    Comparator.comparing(each -> each.getValue().askedAt());
            pictures.entrySet().stream()
                    .filter(each -> !each.getKey().equals(variant))
                    .min(byAsking)
                    .ifPresent(each -> pictures.remove(each.getKey(), each.getValue()));
        }
        return picture;
    }

    /** A device asked. */
    public void asked(EncodedPicture picture, Instant now) {
        askedAt = now;
        picture.asked(now);
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

    /** The one of the same period with this view: this one when nothing changed. */
    CachedView renewed(View newView, Renderer renderer, Instant now) {
        if (newView.equals(view)) {
            return this;
        }
        CachedView renewed = new CachedView(newView, askedAt);
        Renderer.Session session = renderer.session(newView);
        pictures.forEach((variant, picture) -> {
            if (picture.askedAt().isAfter(now.minus(IN_USE))) {
                renewed.pictures.put(variant, picture.renewed(session.render(variant), now));
            }
        });
        return renewed;
    }

    boolean inUse(Instant now) {
        return askedAt.isAfter(now.minus(IN_USE));
    }

    Instant askedAt() {
        return askedAt;
    }

    long bytes() {
        return VIEW_BYTES
                + pictures.values().stream().mapToLong(EncodedPicture::length).sum();
    }
}
