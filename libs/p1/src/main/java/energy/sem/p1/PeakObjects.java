package energy.sem.p1;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;

/** Gathers the objects of the Belgian capacity tariff (e-MUCS P1 1.7). */
final class PeakObjects {

    private static final int MOST_MONTHS = 64;

    /** The months of 2000 to 2099 that were met, since the same ones come with every telegram. */
    private static final YearMonth[] MONTHS = new YearMonth[1200];

    Integer demandW;
    Peak runningPeak;
    List<MonthPeak> monthPeaks = List.of();

    /** Whether {@code 0-0:98.1.0} was there with another meaning than the Belgian list (Hungary: last month's totals). */
    boolean otherMonthList;

    /** Forgets everything, for another telegram. */
    void reset() {
        demandW = null;
        runningPeak = null;
        monthPeaks = List.of();
        otherMonthList = false;
    }

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
        boolean counted = cursor.number() && cursor.unit == Unit.NONE && cursor.number >= 0;
        int announced = counted ? (int) Math.min(cursor.number, MOST_MONTHS) : 0;
        if (!counted || !isRunningPeakNext(cursor) || !isRunningPeakNext(cursor)) {
            otherMonthList = true;
            return false;
        }
        values.inList = true;
        MonthPeak[] peaks = new MonthPeak[announced];
        int count = 0;
        while (cursor.hasGroup() && !values.failed) {
            if (!cursor.stamp()) {
                values.fail();
                break;
            }
            boolean labelled = cursor.localSecond != ByteCursor.NEVER;
            int month = cursor.monthBefore;
            if (!cursor.hasGroup()) {
                break;
            }
            P1Time at = values.time();
            Integer demand = values.failed ? null : values.powerW();
            if (labelled && demand != null) {
                peaks = count < peaks.length ? peaks : Arrays.copyOf(peaks, 2 * count + 1);
                insert(peaks, count++, new MonthPeak(month(month), at, demand));
            }
        }
        values.inList = false;
        List<MonthPeak> sorted = List.of(count == peaks.length ? peaks : Arrays.copyOf(peaks, count));
        if (!values.failed && values.last(sorted) != null) {
            monthPeaks = sorted;
        }
        return true;
    }

    private static boolean isRunningPeakNext(ByteCursor cursor) {
        return cursor.group() && cursor.textIs("1-0:1.6.0");
    }

    private static YearMonth month(int since2000) {
        YearMonth known = since2000 < 0 ? null : MONTHS[since2000];
        if (known == null) {
            known = YearMonth.of(2000, 1).plusMonths(since2000);
            if (since2000 >= 0) {
                MONTHS[since2000] = known;
            }
        }
        return known;
    }

    /** Meters send them in ascending order, the standard's example in descending. */
    private static void insert(MonthPeak[] sorted, int count, MonthPeak peak) {
        int at = count;
        for (; at > 0 && sorted[at - 1].month().isAfter(peak.month()); at--) {
            sorted[at] = sorted[at - 1];
        }
        sorted[at] = peak;
    }
}
