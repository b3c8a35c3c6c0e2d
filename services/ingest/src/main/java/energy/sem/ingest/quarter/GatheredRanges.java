package energy.sem.ingest.quarter;

import energy.sem.event.Electricity;
import energy.sem.event.Extremes;

/** The extremes of readings as they come. Not thread-safe. */
final class GatheredRanges {
    private static final int PHASES = 3;
    private static final int IMPORT = 0;
    private static final int EXPORT = 1;

    /** Below every value and above every value: nothing is known. */
    private static final long NO_MAXIMUM = Long.MIN_VALUE;

    private static final long NO_MINIMUM = Long.MAX_VALUE;

    private final long[] maxPowerW = {NO_MAXIMUM, NO_MAXIMUM};
    private final long[] minVoltageDv = {NO_MINIMUM, NO_MINIMUM, NO_MINIMUM};
    private final long[] maxVoltageDv = {NO_MAXIMUM, NO_MAXIMUM, NO_MAXIMUM};

    /**
     * The values of a telegram, and the extremes since the event before, which may be {@code null}. Those count in the
     * quarter hour of this event: the gateway publishes the last telegram before and the first after each edge, so they
     * reach over an edge only where telegrams are missing.
     */
    void add(Electricity values, Extremes extremes) {
        power(IMPORT, values.importW());
        power(EXPORT, values.exportW());
        for (Electricity.Phase phase : values.phases()) {
            if (phase.voltageDeciV() != null) {
                voltage(phase.phase(), phase.voltageDeciV(), phase.voltageDeciV());
            }
        }
        if (extremes != null) {
            power(IMPORT, extremes.importW());
            power(EXPORT, extremes.exportW());
            for (Extremes.VoltageRange range : extremes.voltages()) {
                voltage(range.phase(), range.minDeciV(), range.maxDeciV());
            }
        }
    }

    Ranges ranges() {
        return new Ranges(
                known(maxPowerW[IMPORT]),
                known(maxPowerW[EXPORT]),
                known(minVoltageDv[0]),
                known(maxVoltageDv[0]),
                known(minVoltageDv[1]),
                known(maxVoltageDv[1]),
                known(minVoltageDv[2]),
                known(maxVoltageDv[2]));
    }

    private void power(int direction, Integer watts) {
        if (watts != null) {
            maxPowerW[direction] = Math.max(maxPowerW[direction], watts);
        }
    }

    private void voltage(int phase, int minDeciV, int maxDeciV) {
        if (phase >= 1 && phase <= PHASES) {
            minVoltageDv[phase - 1] = Math.min(minVoltageDv[phase - 1], minDeciV);
            maxVoltageDv[phase - 1] = Math.max(maxVoltageDv[phase - 1], maxDeciV);
        }
    }

    private static Integer known(long value) {
        return value == NO_MAXIMUM || value == NO_MINIMUM ? null : Integer.valueOf((int) value);
    }
}
