package energy.sem.gateway.clock;

import java.time.Duration;
import java.time.Instant;

/** The last stamp that was believed, and whether a further one goes on from it. Not thread-safe. */
final class NearClock {
    /** A clock may be ahead by so much without more ado, and be set by as much. */
    static final Duration TOLERANCE = Duration.ofMinutes(15);

    private Instant stated;
    private Moment moment;

    void believe(Instant stated, Moment moment) {
        this.stated = stated;
        this.moment = moment;
    }

    void forget() {
        stated = null;
        moment = null;
    }

    boolean isKnown() {
        return moment != null;
    }

    /** Whether the stamp is where the clock is that was believed, by one of this computer's clocks. */
    boolean goesOn(Instant next, Moment now) {
        return isKnown()
                && (isWithinTolerance(stated.plus(now.since(moment)), next)
                        || (moment.known() && isWithinTolerance(byWall(now), next)));
    }

    // A computer that slept went on by its wall clock only.
    private Instant byWall(Moment now) {
        return stated.plus(Duration.between(moment.wall(), now.wall()));
    }

    private static boolean isWithinTolerance(Instant a, Instant b) {
        return Duration.between(a, b).abs().compareTo(TOLERANCE) <= 0;
    }
}
