package energy.sem.gateway.health;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import energy.sem.event.Occurrence;
import energy.sem.event.OccurrenceKind;
import energy.sem.gateway.clock.ClockState;

/**
 * Tells when a meter's clock is found to be wrong, by how much, and when it is right again. A clock that drifts is told anew
 * when it is a minute and a tenth more or less wrong than told. Not thread-safe.
 */
final class ClockFinding {
    private static final String OFF = "off";
    private static final Duration RIGHT_WITHIN = Duration.ofMinutes(1);
    private static final Duration TOLD_WITHIN = Duration.ofMinutes(1);

    private String toldWord;
    private Duration told = Duration.ZERO;

    /**
     * What is to be told now.
     *
     * @param ahead how far the meter's clock is, or null while that cannot be told
     * @param serial of the meter
     */
    Optional<Occurrence> of(ClockState clock, Duration ahead, String serial, Instant at) {
        ClockState.Condition condition = clock.condition();
        if (condition == ClockState.Condition.LOOKED_AT || condition == ClockState.Condition.COMPUTER_HAS_NO_TIME) {
            // Not sure yet: what was told stays.
            return Optional.empty();
        }
        String word =
                switch (condition) {
                    case NEVER_SET, COMPUTER_OFF -> condition.word();
                    case OFF, METER_CHOSEN -> OFF;
                    default -> near(clock, ahead);
                };
        if (word == null) {
            if (toldWord == null) {
                return Optional.empty();
            }
            toldWord = null;
            told = Duration.ZERO;
            return Optional.of(occurrence(serial, at, null, null));
        }
        if (ahead == null || (word.equals(toldWord) && isAsTold(ahead))) {
            return Optional.empty();
        }
        toldWord = word;
        told = ahead;
        return Optional.of(occurrence(serial, at, ahead.toSeconds(), word));
    }

    /** A clock that is told to be off is right again only when it clearly is. */
    private String near(ClockState clock, Duration ahead) {
        if (ahead == null) {
            return toldWord;
        }
        boolean clearlyRight = ahead.abs().compareTo(RIGHT_WITHIN) < 0;
        return ClockWords.isOff(clock, ahead) || (toldWord != null && !clearlyRight && isAsTold(ahead)) ? OFF : null;
    }

    private boolean isAsTold(Duration ahead) {
        Duration tolerated = told.abs().dividedBy(10);
        Duration most = tolerated.compareTo(TOLD_WITHIN) > 0 ? tolerated : TOLD_WITHIN;
        return ahead.minus(told).abs().compareTo(most) <= 0;
    }

    private static Occurrence occurrence(String serial, Instant at, Long secondsAhead, String word) {
        return new Occurrence(OccurrenceKind.CLOCK.word(), serial, null, at, secondsAhead, word, null);
    }
}
