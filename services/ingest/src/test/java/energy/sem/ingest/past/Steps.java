package energy.sem.ingest.past;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Does something when an import is at a step for the so-manieth time, in the import's own thread. Not thread-safe. */
final class Steps implements Progress {
    private final Map<String, Doing> doings = new HashMap<>();
    private final Map<String, Integer> counts = new HashMap<>();

    /** All that were seen: {@code writing 1}, {@code writing 2}, … */
    final List<String> seen = new ArrayList<>();

    /** What is done. */
    interface Doing {
        void run() throws Exception;
    }

    /** At this step and number. */
    Steps at(String stepAndNumber, Doing doing) {
        doings.put(stepAndNumber, doing);
        return this;
    }

    @Override
    public void at(String step, double share) {
        String now = step + " " + counts.merge(step, 1, Integer::sum);
        seen.add(now);
        try {
            doings.getOrDefault(now, () -> {}).run();
        } catch (Exception e) {
            throw new IllegalStateException("at " + now, e);
        }
    }

    /** How often the import was at a step. */
    int times(String step) {
        return counts.getOrDefault(step, 0);
    }

    @Override
    public String toString() {
        return Collections.unmodifiableMap(counts).toString();
    }
}
