package energy.sem.event;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import energy.sem.p1.Finding;
import energy.sem.p1.Phase;
import energy.sem.p1.Telegram;

/**
 * Gathers the extremes of a meter's telegrams between two events. Telegrams whose electricity or time is implausible do
 * not count. Of equal powers the first one's time stays. Not thread-safe.
 */
public final class ExtremesSince {

    private static final int PHASES = 3;

    private Integer importW;
    private Instant importAt;
    private Integer exportW;
    private Instant exportAt;
    private final Extremes.VoltageRange[] voltages = new Extremes.VoltageRange[PHASES];

    /**
     * Counts a telegram in.
     *
     * @param telegram without the momentary values that cannot be
     * @param at the instant of its readings
     */
    public void add(Telegram telegram, Instant at, energy.sem.p1.Verdict verdict) {
        if (!verdict.plausible(Finding.ELECTRICITY) || !verdict.plausible(Finding.TELEGRAM)) {
            return;
        }
        if (telegram.importW() != null && (importW == null || telegram.importW() > importW)) {
            importW = telegram.importW();
            importAt = at;
        }
        if (telegram.exportW() != null && (exportW == null || telegram.exportW() > exportW)) {
            exportW = telegram.exportW();
            exportAt = at;
        }
        for (Phase phase : telegram.phases()) {
            if (phase.voltageDeciV() != null && phase.phase() >= 1 && phase.phase() <= PHASES) {
                widen(phase.phase(), phase.voltageDeciV());
            }
        }
    }

    private void widen(int phase, int deciV) {
        Extremes.VoltageRange old = voltages[phase - 1];
        voltages[phase - 1] = old == null
                ? new Extremes.VoltageRange(phase, deciV, deciV)
                : new Extremes.VoltageRange(phase, Math.min(old.minDeciV(), deciV), Math.max(old.maxDeciV(), deciV));
    }

    /** The extremes since the last call, or null if nothing counted; begins anew. */
    public Extremes take() {
        List<Extremes.VoltageRange> ranges = new ArrayList<>(PHASES);
        for (int i = 0; i < PHASES; i++) {
            if (voltages[i] != null) {
                ranges.add(voltages[i]);
                voltages[i] = null;
            }
        }
        Extremes taken = importW == null && exportW == null && ranges.isEmpty()
                ? null
                : new Extremes(importW, importAt, exportW, exportAt, ranges);
        importW = null;
        importAt = null;
        exportW = null;
        exportAt = null;
        return taken;
    }
}
