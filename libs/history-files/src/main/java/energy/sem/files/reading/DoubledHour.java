package energy.sem.files.reading;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import energy.sem.files.HistoryRows;

/**
 * Rows of October's doubled hour in a file of wall times. Which of the two hours a row is of is known when both are there: the
 * first in the file (or the one with the lower register) is summer time. Where only one is there it is left out and told: which
 * hour it is of would be invented. Not thread-safe.
 */
public final class DoubledHour {
    private static final int MOST_ROWS = 500_000;

    private record Key(Object series, LocalDateTime wall) {}

    private record Waiting(long line, long order, Consumer<Instant> told) {}

    private final Map<Key, List<Waiting>> waiting = new LinkedHashMap<>();
    private final WallTimes times;
    private int rows;

    public DoubledHour(WallTimes times) {
        this.times = times;
    }

    /**
     * Tells the instant of a wall time: now where there is only one, at {@link #finish} where there are two.
     *
     * @param series rows of the same series and wall time are the two of a pair
     * @param order the lower is the earlier: the value of a register; equal ones stay in the order of the file
     * @param told hears the instant
     */
    public void add(Object series, LocalDateTime wall, long line, long order, Consumer<Instant> told)
            throws RowException {
        if (times.isMissing(wall)) {
            throw new RowException("the clock jumped over this time in March");
        }
        if (!times.isDoubled(wall)) {
            told.accept(times.first(wall));
            return;
        }
        if (++rows > MOST_ROWS) {
            throw new RowException("too many rows in October's doubled hour");
        }
        waiting.computeIfAbsent(new Key(series, wall), key -> new ArrayList<>(2))
                .add(new Waiting(line, order, told));
    }

    /** No more rows come: tells those that waited, refuses those that are alone. */
    public void finish(HistoryRows to) {
        waiting.forEach((key, pair) -> {
            pair.sort(Comparator.comparingLong(Waiting::order));
            if (pair.size() == 1) {
                to.refused(
                        pair.get(0).line(),
                        "October's doubled hour: only one row for " + key.wall()
                                + ", and which of the two hours it is of is not known");
                return;
            }
            pair.get(0).told().accept(times.first(key.wall()));
            pair.get(1).told().accept(times.second(key.wall()));
            pair.stream()
                    .skip(2)
                    .forEach(more -> to.refused(
                            more.line(), "a third row for " + key.wall() + ", which the clock showed twice"));
        });
        waiting.clear();
    }
}
