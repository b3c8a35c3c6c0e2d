package energy.sem.history.store;

import java.util.Map;

import energy.sem.p1.Register;
import energy.sem.quarter.QuarterRow;

/**
 * A device's first and last quarter hour: where its history begins and, so far, ends.
 *
 * @param first the first row
 * @param last the last row; the first again when there is one only
 * @param registers the registers that it has, each with the quarter hour in which it was there first
 */
public record Bounds(QuarterRow first, QuarterRow last, Map<Register, Integer> registers) {
    public Bounds {
        registers = Map.copyOf(registers);
    }

    /** The device's first reading, milliseconds since 1970 in UTC. */
    public long firstAtMilli() {
        return first.firstAtMilli();
    }

    /** The device's newest reading, milliseconds since 1970 in UTC. */
    public long lastAtMilli() {
        return last.lastAtMilli();
    }

    /**
     * True when some of the time between the two instants lies between the first and the last reading: only then is it
     * known what flowed in it. A single reading says nothing of a flow.
     */
    public boolean touches(long fromMilli, long toMilli) {
        return firstAtMilli() < toMilli && lastAtMilli() > fromMilli && firstAtMilli() < lastAtMilli();
    }
}
