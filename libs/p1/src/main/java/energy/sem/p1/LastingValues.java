package energy.sem.p1;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Values beyond their limits, for as long as they stay there: one that did in three telegrams over 15 minutes, within a
 * factor of two, is believed, for what lasts is no glitch. Remembers the 64 looked at last. Not thread-safe.
 */
final class LastingValues {

    private static final long LASTING_SECONDS = 15 * 60;
    private static final int LASTING_TELEGRAMS = 3;
    private static final int MOST_REMEMBERED = 64;

    private final Map<String, Stay> stays = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Stay> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

    private static final class Stay {
        private long fromSecond;
        private long lastSecond;
        private double first;
        private int telegrams;
    }

    boolean isEmpty() {
        return stays.isEmpty();
    }

    /** Takes a value that is beyond its limit; whether it has been for long enough. */
    boolean lasts(String name, long second, int value) {
        Stay stay = stays.computeIfAbsent(name, unused -> new Stay());
        boolean goesOn =
                stay.telegrams > 0 && second >= stay.lastSecond && value / stay.first >= 0.5 && value / stay.first <= 2;
        if (!goesOn) {
            stay.telegrams = 1;
            stay.fromSecond = second;
            stay.first = value;
        } else if (second > stay.lastSecond) {
            stay.telegrams++;
        }
        stay.lastSecond = second;
        return stay.telegrams >= LASTING_TELEGRAMS && second - stay.fromSecond >= LASTING_SECONDS;
    }

    /** The value is within its limit again. */
    void ended(String name) {
        stays.remove(name);
    }
}
