package energy.sem.display.cache;

import java.time.Instant;

import energy.sem.display.view.View;

/**
 * Pictures of views without data, which are not cached as views because history knows nothing of them. The same error keeps
 * its bytes and its Last-Modified, so that a device redraws once. Thread-safe.
 */
final class ErrorPictures {
    private static final long MOST_BYTES = 2_000_000;

    private final Renderer renderer;
    private final RecentPictures<ViewAndVariant> pictures = new RecentPictures<>(MOST_BYTES);

    ErrorPictures(Renderer renderer) {
        this.renderer = renderer;
    }

    EncodedPicture of(View view, Variant variant, Instant now) {
        return pictures.of(
                new ViewAndVariant(view, variant), () -> EncodedPicture.first(renderer.render(view, variant), now));
    }

    /** History answers again: should it fail once more, that is a new change. */
    void forget() {
        pictures.forget();
    }

    private record ViewAndVariant(View view, Variant variant) {}
}
