package energy.sem.p1;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Gathers the objects of the Belgian capacity tariff (e-MUCS P1 1.7). */
final class PeakObjects {

    Integer demandW;
    Peak runningPeak;
    List<MonthPeak> monthPeaks = List.of();

    /** Whether {@code 0-0:98.1.0} was there with another meaning than the Belgian list (Hungary: last month's totals). */
    boolean otherMonthList;

    /** Reads the object that {@code values} stands before; false if it is none of these. */
    boolean read(int code, ValueReader values) {
        switch (code) {
            case Obis.DEMAND -> demandW = values.powerW();
            case Obis.RUNNING_PEAK -> {
                values.inList = true;
                P1Time at = values.time();
                values.inList = false;
                Integer demand = values.failed ? null : values.powerW();
                runningPeak = demand == null ? null : new Peak(at, demand);
            }
            case Obis.MONTH_PEAKS -> {
                return readMonthPeaks(values);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    /** {@code (n)(1-0:1.6.0)(1-0:1.6.0)} and n times {@code (label)(occurrence)(value)}; only so it is the Belgian one. */
    private boolean readMonthPeaks(ValueReader values) {
        ByteCursor cursor = values.cursor;
        boolean belgian = cursor.number()
                && cursor.unit == Unit.NONE
                && cursor.group()
                && cursor.textIs("1-0:1.6.0")
                && cursor.group()
                && cursor.textIs("1-0:1.6.0");
        if (!belgian) {
            otherMonthList = true;
            return false;
        }
        values.inList = true;
        List<MonthPeak> peaks = new ArrayList<>(13);
        while (cursor.hasGroup() && !values.failed) {
            P1Time label = values.time();
            if (!cursor.hasGroup()) {
                break;
            }
            P1Time at = values.failed ? null : values.time();
            Integer demand = values.failed ? null : values.powerW();
            if (label != null && demand != null) {
                peaks.add(new MonthPeak(monthBefore(label), at, demand));
            }
        }
        values.inList = false;
        peaks.sort(Comparator.comparing(MonthPeak::month));
        if (!values.failed && values.last(peaks) != null) {
            monthPeaks = peaks;
        }
        return true;
    }

    private static YearMonth monthBefore(P1Time label) {
        return CivilTime.month(label.localEpochSecond() - 1);
    }
}
