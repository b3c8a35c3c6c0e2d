package energy.sem.gateway.clock;

import java.time.Duration;
import java.time.Instant;

/**
 * A moment of this computer.
 *
 * @param wall what its clock says
 * @param nanos what its monotonic clock says, which goes on evenly when the other is set
 * @param known whether {@code wall} can be: a Raspberry Pi has no time before it has heard it from the network
 */
public record Moment(Instant wall, long nanos, boolean known) {

    /** Apart by more, the two clocks say that the one on the wall was set in between. */
    private static final Duration SET = Duration.ofSeconds(10);

    /** How long after the other moment this is, by the monotonic clock. */
    public Duration since(Moment other) {
        return Duration.ofNanos(nanos - other.nanos);
    }

    /** When the other, earlier moment was, by what is known now: its own word unless the clock has been set since. */
    public Instant of(Moment other) {
        Instant counted = wall.minus(since(other));
        boolean agree = Duration.between(counted, other.wall).abs().compareTo(SET) <= 0;
        return other.known && agree ? other.wall : counted;
    }
}
