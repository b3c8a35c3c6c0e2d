package energy.sem.bridge.live;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import energy.sem.event.Electricity;
import energy.sem.event.TelegramEvent;

/**
 * What a meter said last. Immutable.
 *
 * @param event the newest plausible one, without devices that are suspected
 * @param heardAt when the gateway received it, by this computer's clock at most now
 * @param interval the time between it and the one before; {@code null} of a first one
 */
public record MeterState(TelegramEvent event, Instant heardAt, Duration interval) {
    /** An older reading is none of now, wherever it comes from. */
    static final Duration YOUNG = Duration.ofMinutes(5);

    /** A meter's clock may be ahead by so much. */
    static final Duration AHEAD = Duration.ofMinutes(5);

    private static final Duration LEAST_SILENCE = Duration.ofSeconds(90);
    private static final Duration MOST_SILENCE = Duration.ofMinutes(15);
    private static final int MISSED = 3;

    /** Its name. */
    public String meter() {
        return event.meter();
    }

    /** The electricity meter's part, which a port of heat has not. */
    public Optional<Electricity> electricity() {
        return Optional.ofNullable(event.electricity());
    }

    /** Whether the meter is heard: silent is three times its interval, at least 90 s, at most 15 min. */
    public boolean isFresh(Instant now) {
        return now.isBefore(heardAt.plus(silence()));
    }

    /** After how long without a reading the meter is silent. */
    public Duration silence() {
        Duration missed = interval == null ? MOST_SILENCE : interval.multipliedBy(MISSED);
        return missed.compareTo(LEAST_SILENCE) < 0
                ? LEAST_SILENCE
                : missed.compareTo(MOST_SILENCE) > 0 ? MOST_SILENCE : missed;
    }

    /** Whether an event is of now: read and published within five minutes, by a clock that is not ahead by more. */
    static boolean isOfNow(TelegramEvent event, Instant now) {
        Instant received = event.receivedAt() == null ? event.at() : event.receivedAt();
        return !event.at().isBefore(now.minus(YOUNG))
                && !event.at().isAfter(now.plus(AHEAD))
                && !received.isBefore(now.minus(YOUNG));
    }
}
