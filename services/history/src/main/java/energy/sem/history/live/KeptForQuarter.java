package energy.sem.history.live;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import energy.sem.quarter.QuarterHours;

/**
 * Answers of the tables that hold for a quarter hour, so that a reading a second does not become a query a second. What is missing
 * now may be stored in a moment and is asked for again. Thread-safe.
 */
final class KeptForQuarter<T> {
    private static final Duration MISSING = Duration.ofSeconds(20);

    private final Map<String, Kept<T>> answers = new ConcurrentHashMap<>();
    private final Duration most;

    /** @param most how old an answer may be within its quarter hour, where it can change in it */
    KeptForQuarter(Duration most) {
        this.most = most;
    }

    private record Kept<T>(int quarter, Instant askedAt, T value) {}

    /** What is kept of the key, or else the answer to the question; {@code null} when there is none. */
    T get(String key, Instant now, Supplier<T> question) {
        int quarter = QuarterHours.of(now);
        Kept<T> kept = answers.get(key);
        if (kept != null
                && kept.quarter == quarter
                && now.isBefore(kept.askedAt.plus(kept.value == null ? MISSING : most))) {
            return kept.value;
        }
        answers.values().removeIf(each -> each.quarter != quarter);
        T value = question.get();
        answers.put(key, new Kept<>(quarter, now, value));
        return value;
    }
}
