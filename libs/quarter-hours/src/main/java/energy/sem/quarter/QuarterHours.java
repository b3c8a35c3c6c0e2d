package energy.sem.quarter;

import java.time.Instant;

/**
 * Quarter hours are numbered from 1970-01-01T00:00Z: number {@code k} covers the 900 seconds from its edge
 * {@code k * 900 s}, which belongs to it, to the edge of {@code k + 1}, which does not.
 */
public final class QuarterHours {
    /** Length of a quarter hour, seconds. */
    public static final long SECONDS = 900;

    /** Length of a quarter hour, milliseconds. */
    public static final long MILLIS = SECONDS * 1000;

    /**
     * The number of the quarter hour that an instant belongs to; exactly on an edge it is the new one.
     *
     * @param epochMilli milliseconds since 1970 in UTC
     * @throws ArithmeticException beyond the year 60,000
     */
    public static int of(long epochMilli) {
        return Math.toIntExact(Math.floorDiv(epochMilli, MILLIS));
    }

    /** The number of the quarter hour that an instant belongs to. */
    public static int of(Instant instant) {
        return of(instant.toEpochMilli());
    }

    /** The edge at which a quarter hour starts, milliseconds since 1970 in UTC. */
    public static long startMilli(int quarter) {
        return quarter * MILLIS;
    }

    /** The edge at which a quarter hour starts. */
    public static Instant start(int quarter) {
        return Instant.ofEpochSecond(quarter * SECONDS);
    }

    /** True when the instant is an edge between two quarter hours. */
    public static boolean isEdge(Instant instant) {
        return instant.getNano() == 0 && Math.floorMod(instant.getEpochSecond(), SECONDS) == 0;
    }

    private QuarterHours() {}
}
