package energy.sem.gateway.clock;

import java.time.Duration;
import java.time.Instant;

/** Which instants a meter's stamp can mean at all. */
final class Stamps {

    /** Before there were P1 ports: a clock that begins at 1970, 2000 or the like when it has lost its time. */
    private static final Instant FIRST = Instant.parse("2007-01-01T00:00:00Z");

    private static final Duration A_LIFE = Duration.ofDays(10 * 365);

    private Stamps() {}

    static boolean isPossible(Instant stated, Moment arrival) {
        return arrival.known()
                ? !isBeforeAllMeters(stated) && stated.isBefore(arrival.wall().plus(A_LIFE))
                : !stated.isBefore(GatewayTime.FIRST) && stated.isBefore(GatewayTime.FIRST.plus(A_LIFE));
    }

    static boolean isBeforeAllMeters(Instant stated) {
        return stated.isBefore(FIRST);
    }
}
