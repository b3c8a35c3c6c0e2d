package energy.sem.history.period;

import energy.sem.history.flow.Flow;
import energy.sem.quarter.Demand;

/**
 * The figures of one bucket, or of several together.
 *
 * @param flow what was counted
 * @param peak the highest quarter-hour demand, of equal ones the earliest; {@code null} when none is known
 * @param coveredMilli time outside gaps (electricity)
 */
public record Figures(Flow flow, Demand peak, long coveredMilli) {
    /** Nothing is known. */
    static final Figures NONE = new Figures(Flow.NONE, null, 0);

    Figures plus(Figures other) {
        return new Figures(flow.plus(other.flow), higher(peak, other.peak), coveredMilli + other.coveredMilli);
    }

    /** The higher of two, of equal ones the earlier; one that is {@code null} gives the other. */
    public static Demand higher(Demand one, Demand other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        if (one.watts() != other.watts()) {
            return one.watts() > other.watts() ? one : other;
        }
        return one.quarter() <= other.quarter() ? one : other;
    }
}
