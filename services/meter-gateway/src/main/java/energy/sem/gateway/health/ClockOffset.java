package energy.sem.gateway.health;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;

import energy.sem.event.TelegramEvent;

/**
 * How far a meter's clock is ahead of this computer's. Said only when telegrams that arrived well apart agree: of a meter
 * that speaks now each is as late as the others, while old ones, pushed or replayed, are not. Not thread-safe.
 */
final class ClockOffset {
    private static final Duration APART = Duration.ofSeconds(10);
    private static final int LOOKED_AT = 3;

    // Less than the least time between the first and the last one looked at.
    private static final Duration AGREE_WITHIN = Duration.ofSeconds(15);

    private final Deque<Duration> offsets = new ArrayDeque<>();
    private Instant next = Instant.MIN;

    /** Takes the next telegram; one without a time of its own says nothing. */
    void add(TelegramEvent event) {
        if (event.timeSource() == TelegramEvent.TimeSource.ARRIVAL
                || event.receivedAt().isBefore(next)) {
            return;
        }
        next = event.receivedAt().plus(APART);
        offsets.addLast(Duration.between(event.receivedAt(), event.at()));
        if (offsets.size() > LOOKED_AT) {
            offsets.removeFirst();
        }
    }

    /** The newest offset if the last ones agree, else {@code null}. */
    Duration agreed() {
        if (offsets.size() < LOOKED_AT) {
            return null;
        }
        Duration spread = Collections.max(offsets).minus(Collections.min(offsets));
        return spread.compareTo(AGREE_WITHIN) > 0 ? null : offsets.getLast();
    }
}
