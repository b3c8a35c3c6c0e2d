package energy.sem.gateway.clock;

import java.time.Clock;
import java.time.Instant;
import java.util.function.LongSupplier;

/** This computer's clocks. Thread-safe. */
public final class GatewayTime {

    /** Before this was written no SEM ran: a clock that says so has not been set yet. */
    public static final Instant FIRST = Instant.parse("2026-11-01T00:00:00Z");

    private final Clock wall;
    private final LongSupplier nanos;

    /**
     * @param wall the time
     * @param nanos as {@link System#nanoTime()}
     */
    public GatewayTime(Clock wall, LongSupplier nanos) {
        this.wall = wall;
        this.nanos = nanos;
    }

    /** The clocks of the host. */
    public static GatewayTime ofHost() {
        return new GatewayTime(Clock.systemUTC(), System::nanoTime);
    }

    /** Now. */
    public Moment now() {
        Instant instant = wall.instant();
        return new Moment(instant, nanos.getAsLong(), !instant.isBefore(FIRST));
    }

    /** The clock on the wall. */
    public Clock wall() {
        return wall;
    }
}
