package energy.sem.files.reading;

import java.util.HashSet;
import java.util.Set;

import energy.sem.files.HistoryRows;

/** Tells each note once. Not thread-safe. */
public final class Notes {
    private static final int MOST = 200;

    private final Set<String> told = new HashSet<>();
    private final HistoryRows rows;

    public Notes(HistoryRows rows) {
        this.rows = rows;
    }

    /** Tells it if it is the first time; at most {@value #MOST} in all. */
    public void tell(String text) {
        if (told.size() < MOST && told.add(text)) {
            rows.note(text);
        }
    }
}
