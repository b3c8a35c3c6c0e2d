package energy.sem.files.reading;

import java.time.Instant;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** Which periods of which series were told already, a bit a quarter hour. Not thread-safe. */
public final class SeenPeriods {
    private static final long SECONDS = 900;
    private static final long FIRST_QUARTER = 631_152_000 / SECONDS; // 1990
    private static final int MOST_SERIES = 1_000;

    private final Map<Object, BitSet> seen = new HashMap<>();

    /** Remembers the period that begins then; refuses it where one of the same series did already. */
    public void add(Object series, Instant from) throws RowException {
        long quarter = from.getEpochSecond() / SECONDS - FIRST_QUARTER;
        if (quarter < 0 || quarter > Integer.MAX_VALUE / 2) {
            throw new RowException("the year cannot be");
        }
        BitSet quarters = seen.get(series);
        if (quarters == null) {
            if (seen.size() >= MOST_SERIES) {
                throw new RowException("more than " + MOST_SERIES + " meters and registers in one file");
            }
            quarters = new BitSet();
            seen.put(series, quarters);
        }
        if (quarters.get((int) quarter)) {
            throw new RowException("a second row for the same register and time; the first was taken");
        }
        quarters.set((int) quarter);
    }
}
