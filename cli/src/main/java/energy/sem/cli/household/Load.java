package energy.sem.cli.household;

/** The power that appliances take from each phase through one day, W a slice. Not thread-safe. */
final class Load {
    static final int PHASES = 3;

    private final LocalDay day;
    private final int[][] phaseW;

    Load(LocalDay day) {
        this.day = day;
        this.phaseW = new int[PHASES][day.slices()];
    }

    /** Adds a constant power to a phase (1 to 3); what falls outside the day is left out. */
    void add(int phase, int fromSlice, int slices, int watts) {
        int[] w = phaseW[phase - 1];
        int to = Math.min(w.length, fromSlice + slices);
        for (int i = Math.max(0, fromSlice); i < to; i++) {
            w[i] += watts;
        }
    }

    /** As {@link #add}, from an hour of the clock on the wall and for a number of minutes. */
    void addAt(int phase, double hour, double minutes, double watts) {
        add(phase, day.sliceAtHour(hour), (int) Math.round(minutes * LocalDay.SLICES_A_MINUTE), (int) watts);
    }

    /** A thermostat: on for a while, off for a while, from an hour until the minutes are over. */
    void cycle(int phase, double hour, double minutes, double watts, double onMinutes, double offMinutes) {
        int from = day.sliceAtHour(hour);
        int to = from + (int) Math.round(minutes * LocalDay.SLICES_A_MINUTE);
        int on = Math.max(1, (int) Math.round(onMinutes * LocalDay.SLICES_A_MINUTE));
        int off = Math.max(1, (int) Math.round(offMinutes * LocalDay.SLICES_A_MINUTE));
        for (int at = from; at < to; at += on + off) {
            add(phase, at, Math.min(on, to - at), (int) watts);
        }
    }

    LocalDay day() {
        return day;
    }

    /** The power of a phase (0 to 2) in each slice; the array itself. */
    int[] watts(int phaseIndex) {
        return phaseW[phaseIndex];
    }
}
