package energy.sem.display.shelf;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import energy.sem.display.view.View;

/**
 * Prints of views without data, which are no sheets because history knows nothing of them. The same error keeps its bytes
 * and its Last-Modified, so that a device redraws once. Thread-safe.
 */
final class ErrorPrints {
    private static final int MOST = 64;

    private final Printer printer;
    private final Map<Key, Print> prints = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Print> eldest) {
            return size() > MOST;
        }
    };

    ErrorPrints(Printer printer) {
        this.printer = printer;
    }

    Print of(View view, Edition edition, Instant now) {
        Key key = new Key(view, edition);
        synchronized (prints) {
            Print known = prints.get(key);
            if (known != null) {
                return known;
            }
        }
        Print print = Print.first(printer.print(view, edition), now);
        synchronized (prints) {
            Print other = prints.putIfAbsent(key, print);
            return other == null ? print : other;
        }
    }

    /** History answers again: should it fail once more, that is a new change. */
    void forget() {
        synchronized (prints) {
            prints.clear();
        }
    }

    private record Key(View view, Edition edition) {}
}
