package energy.sem.display.cache;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import energy.sem.display.view.View;

/**
 * Pictures of views without data, which are not cached as views because history knows nothing of them. The same error keeps
 * its bytes and its Last-Modified, so that a device redraws once. Thread-safe.
 */
final class ErrorPictures {
    private static final int MOST = 64;

    private final Renderer renderer;
    private final Map<ViewAndVariant, EncodedPicture> pictures = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ViewAndVariant, EncodedPicture> eldest) {
            return size() > MOST;
        }
    };

    ErrorPictures(Renderer renderer) {
        this.renderer = renderer;
    }

    EncodedPicture of(View view, Variant variant, Instant now) {
        ViewAndVariant key = new ViewAndVariant(view, variant);
        synchronized (pictures) {
            EncodedPicture known = pictures.get(key);
            if (known != null) {
                return known;
            }
        }
        EncodedPicture picture = EncodedPicture.first(renderer.render(view, variant), now);
        synchronized (pictures) {
            EncodedPicture other = pictures.putIfAbsent(key, picture);
            return other == null ? picture : other;
        }
    }

    /** History answers again: should it fail once more, that is a new change. */
    void forget() {
        synchronized (pictures) {
            pictures.clear();
        }
    }

    private record ViewAndVariant(View view, Variant variant) {}
}
