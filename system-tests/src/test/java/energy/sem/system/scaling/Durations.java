package energy.sem.system.scaling;

import java.util.Arrays;

/** How long many alike things took. Thread-safe. */
final class Durations {
    private static final double NANOS_A_MILLI = 1e6;

    private long[] nanos = new long[1024];
    private int count;

    /** One took that long. */
    synchronized void add(long took) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * count);
        }
        nanos[count++] = took;
    }

    /** How many there are. */
    synchronized int count() {
        return count;
    }

    /**
     * The smallest time, in milliseconds, within which that share of them was done; nothing is interpolated.
     *
     * @param share above 0, 1 for the slowest
     * @return not a number when there is none
     */
    synchronized double millis(double share) {
        if (count == 0) {
            return Double.NaN;
        }
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return sorted[Math.max(1, (int) Math.ceil(share * count)) - 1] / NANOS_A_MILLI;
    }
}
