package energy.sem.gateway.health;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import energy.sem.event.Occurrence;
import energy.sem.event.OccurrenceKind;

/**
 * Tells of each hour in which telegrams failed their checksum by more than chance: more than five, and more than a
 * hundredth. Told once the hour is over, with the next telegram that is valid. Not thread-safe.
 */
final class ChecksumFailures {
    private static final long HOUR_SECONDS = 3600;
    private static final int BY_CHANCE = 5;
    private static final int ONE_IN = 100;

    /** As long as the rejected telegrams themselves are kept. */
    private static final int MOST_HOURS = 48;

    private final Deque<Hour> over = new ArrayDeque<>();
    private long hour;
    private int failed;
    private int valid;

    private record Hour(long hour, int failed) {}

    /** A telegram failed its checksum. */
    void failed(Instant at) {
        begin(at);
        failed++;
    }

    /**
     * A valid telegram came: what is to be told with it.
     *
     * @param serial of the meter
     */
    List<Occurrence> valid(Instant at, String serial) {
        begin(at);
        valid++;
        if (over.isEmpty()) {
            return List.of();
        }
        List<Occurrence> told = over.stream()
                .map(each -> new Occurrence(
                        OccurrenceKind.CHECKSUM_FAILURES.word(),
                        serial,
                        null,
                        Instant.ofEpochSecond((each.hour + 1) * HOUR_SECONDS),
                        (long) each.failed,
                        null,
                        HOUR_SECONDS))
                .toList();
        over.clear();
        return told;
    }

    private void begin(Instant at) {
        long now = Math.floorDiv(at.getEpochSecond(), HOUR_SECONDS);
        if (now == hour) {
            return;
        }
        if (failed > BY_CHANCE && (long) failed * ONE_IN > (long) failed + valid) {
            over.addLast(new Hour(hour, failed));
            if (over.size() > MOST_HOURS) {
                over.removeFirst();
            }
        }
        hour = now;
        failed = 0;
        valid = 0;
    }
}
