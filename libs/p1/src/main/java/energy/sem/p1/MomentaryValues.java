package energy.sem.p1;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes out of one meter's telegrams, in the order of their arrival, the momentary values that cannot be; each is judged
 * alone. The limits are those of the meter's own terminals:
 *
 * <ul>
 *   <li>A phase has 45 to 300 V: 230 V; 133 V where a network of 3 x 230 V without neutral is measured against a star
 *       point; 57.7 to 63.5 V behind a voltage transformer. Or below 10 V, where it is not connected.
 *   <li>A phase carries at most 800 A, the largest low-voltage fuse, hence at most 200 kW, and the connection 600 kW.
 *   <li>A Belgian or Dutch meter, which adds its phases up, never takes and gives at once by more than 10 W.
 * </ul>
 *
 * <p>What lasts is believed, as it is of registers ({@link LastingValues}). Not thread-safe.
 */
final class MomentaryValues {

    private static final int MOST_POWER_W = 600_000;
    private static final int MOST_PHASE_POWER_W = 200_000;
    private static final int MOST_CURRENT_CENTI_A = 80_000;
    private static final int MOST_BOTH_WAYS_W = 10;
    private static final int NO_VOLTAGE_DECI_V = 100;
    private static final int LEAST_VOLTAGE_DECI_V = 450;
    private static final int MOST_VOLTAGE_DECI_V = 3000;

    private final LastingValues lasting = new LastingValues();
    private String serial;
    private long second;
    private List<LeftOut> leftOut;

    /**
     * The telegram without the values that cannot be: itself when all can.
     *
     * @param atSecond when its values were counted, seconds since 1970
     * @param found takes what was left out
     */
    Telegram believed(Telegram t, long atSecond, List<LeftOut> found) {
        serial = t.serial() == null ? "" : t.serial();
        second = atSecond;
        leftOut = found;
        int before = found.size();
        Integer importW = power("importW", null, t.importW(), MOST_POWER_W);
        Integer exportW = power("exportW", null, t.exportW(), MOST_POWER_W);
        boolean oneWay = isOneWay(t, importW, exportW);
        Integer demandW = power("demandW", null, t.demandW(), MOST_POWER_W);
        Peak peak = t.runningPeak();
        Integer peakW = peak == null ? null : power("runningPeakW", null, peak.demandW(), MOST_POWER_W);
        List<MonthPeak> peaks = peaks(t.monthPeaks());
        List<Phase> phases = phases(t.phases());
        if (found.size() == before) {
            return t;
        }
        return t.toBuilder()
                .importW(oneWay ? importW : null)
                .exportW(oneWay ? exportW : null)
                .demandW(demandW)
                .runningPeak(peakW == null ? null : peak)
                .monthPeaks(peaks)
                .phases(phases)
                .build();
    }

    private boolean isOneWay(Telegram t, Integer importW, Integer exportW) {
        boolean both = importW != null
                && exportW != null
                && Math.min(importW, exportW) > MOST_BOTH_WAYS_W
                && addsPhasesUp(t.dialect());
        String name = serial + " both ways";
        if (!both) {
            lasting.ended(name);
            return true;
        }
        if (lasting.lasts(name, second, 1)) {
            return true;
        }
        String detail = "the power is " + importW + " W in and " + exportW + " W out at once";
        leftOut.add(new LeftOut("importW", null, importW, LeftOut.Cause.IMPOSSIBLE_POWER, detail));
        leftOut.add(new LeftOut("exportW", null, exportW, LeftOut.Cause.IMPOSSIBLE_POWER, detail));
        return false;
    }

    private static boolean addsPhasesUp(Dialect dialect) {
        return dialect.isBelgian() || dialect == Dialect.DSMR_4 || dialect == Dialect.DSMR_5;
    }

    private List<MonthPeak> peaks(List<MonthPeak> peaks) {
        int before = leftOut.size();
        List<MonthPeak> believed = null;
        for (MonthPeak peak : peaks) {
            if (power("monthPeakW of " + peak.month(), null, peak.demandW(), MOST_POWER_W) == null) {
                believed = believed == null ? new ArrayList<>(peaks) : believed;
                believed.remove(peak);
            }
        }
        return leftOut.size() == before ? peaks : believed;
    }

    private List<Phase> phases(List<Phase> phases) {
        int before = leftOut.size();
        List<Phase> believed = null;
        for (Phase p : phases) {
            int beforePhase = leftOut.size();
            Integer voltage = voltage(p.phase(), p.voltageDeciV());
            Integer current = current(p.phase(), p.currentCentiA());
            Integer importW = power("importW", p.phase(), p.importW(), MOST_PHASE_POWER_W);
            Integer exportW = power("exportW", p.phase(), p.exportW(), MOST_PHASE_POWER_W);
            if (leftOut.size() > beforePhase) {
                believed = believed == null ? new ArrayList<>(phases) : believed;
                int at = believed.indexOf(p);
                if (voltage == null && current == null && importW == null && exportW == null) {
                    believed.remove(at);
                } else {
                    believed.set(at, new Phase(p.phase(), voltage, current, importW, exportW));
                }
            }
        }
        return leftOut.size() == before ? phases : believed;
    }

    private Integer power(String name, Integer phase, Integer w, int mostW) {
        if (w == null || isBelievable(name, phase, w, Math.abs((long) w) <= mostW)) {
            return w;
        }
        return leaveOut(name, phase, w, LeftOut.Cause.IMPOSSIBLE_POWER, w + " W; at most " + mostW + " W is possible");
    }

    private Integer voltage(int phase, Integer deciV) {
        String name = "voltageDeciV";
        if (deciV == null
                || isBelievable(
                        name,
                        phase,
                        deciV,
                        (deciV >= 0 && deciV < NO_VOLTAGE_DECI_V)
                                || (deciV >= LEAST_VOLTAGE_DECI_V && deciV <= MOST_VOLTAGE_DECI_V))) {
            return deciV;
        }
        String detail = deciV / 10.0 + " V; it is 0 or between 45 and 300";
        return leaveOut(name, phase, deciV, LeftOut.Cause.IMPOSSIBLE_VOLTAGE, detail);
    }

    private Integer current(int phase, Integer centiA) {
        String name = "currentCentiA";
        if (centiA == null || isBelievable(name, phase, centiA, Math.abs((long) centiA) <= MOST_CURRENT_CENTI_A)) {
            return centiA;
        }
        String detail = centiA / 100.0 + " A; at most 800 A is possible";
        return leaveOut(name, phase, centiA, LeftOut.Cause.IMPOSSIBLE_CURRENT, detail);
    }

    private boolean isBelievable(String name, Integer phase, int value, boolean possible) {
        if (possible && lasting.isEmpty()) {
            return true;
        }
        String one = serial + ' ' + name + ' ' + phase;
        if (possible) {
            lasting.ended(one);
            return true;
        }
        return lasting.lasts(one, second, value);
    }

    private Integer leaveOut(String name, Integer phase, int value, LeftOut.Cause cause, String words) {
        String detail = (phase == null ? name + " is " : "phase " + phase + ": " + name + " is ") + words;
        leftOut.add(new LeftOut(name, phase, value, cause, detail));
        return null;
    }
}
