package energy.sem.p1;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;

/** Gathers the objects of the Belgian capacity tariff (e-MUCS P1 1.7). */
final class PeakObjects {

    private static final int MOST_MONTHS = 64;

    private int demandW;
    private final Remembered<Peak> runningPeak = new Remembered<>();
    private final Remembered<List<MonthPeak>> monthPeaks = new Remembered<>();

    /** Whether {@code 0-0:98.1.0} was there with another meaning than the Belgian list (Hungary: last month's totals). */
    boolean otherMonthList;

    /** Forgets everything, for another telegram. */
    void reset() {
        demandW = Unsaid.INT;
        runningPeak.reset();
        monthPeaks.reset();
        otherMonthList = false;
    }

    Integer demandW() {
        return Unsaid.orNull(demandW);
    }

    Peak runningPeak() {
        return runningPeak.orNull();
    }

    List<MonthPeak> monthPeaks() {
        return monthPeaks.said() ? monthPeaks.orNull() : List.of();
    }

    /** Reads the object that {@code values} stands before; false if it is none of these. */
    boolean read(int code, ValueReader values) {
        switch (code) {
            case Obis.DEMAND -> demandW = values.powerW();
            case Obis.RUNNING_PEAK -> readRunningPeak(values);
            case Obis.MONTH_PEAKS -> {
                return monthPeaks.recall(values.cursor) || readMonthPeaks(values);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void readRunningPeak(ValueReader values) {
        if (runningPeak.recall(values.cursor)) {
            return;
        }
        int from = values.cursor.at;
        int demand = values.timeAndNumber() ? values.numberAsW() : values.fail();
        if (!values.failed) {
            runningPeak.learn(values.cursor, from, new Peak(P1Time.unpacked(values.time), demand));
        }
    }

    /** {@code (n)(1-0:1.6.0)(1-0:1.6.0)} and n times {@code (label)(occurrence)(value)}, the last two also swapped; only so it is the Belgian one. */
    private boolean readMonthPeaks(ValueReader values) {
        ByteCursor cursor = values.cursor;
        NumberReader numbers = values.numbers;
        int from = cursor.at;
        boolean counted = numbers.read() && numbers.unit == Unit.NONE && numbers.number >= 0;
        int announced = counted ? (int) Math.min(numbers.number, MOST_MONTHS) : 0;
        if (!counted || !isRunningPeakNext(cursor) || !isRunningPeakNext(cursor)) {
            otherMonthList = true;
            return false;
        }
        values.inList = true;
        MonthPeak[] peaks = new MonthPeak[announced];
        int count = 0;
        while (cursor.hasGroup() && !values.failed) {
            if (!values.stamps.read()) {
                values.fail();
                break;
            }
            boolean labelled = values.stamps.stamp != Unsaid.LONG;
            int month = values.stamps.monthBefore;
            if (!cursor.hasGroup()) {
                break;
            }
            int demand = values.timeAndNumber() ? values.numberAsW() : values.fail();
            if (labelled && !values.failed) {
                peaks = count < peaks.length ? peaks : Arrays.copyOf(peaks, 2 * count + 1);
                P1Time at = P1Time.unpacked(values.time);
                insert(peaks, count++, new MonthPeak(YearMonth.of(2000, 1).plusMonths(month), at, demand));
            }
        }
        values.inList = false;
        if (values.failed || !cursor.lineEnds()) {
            values.fail();
        } else {
            monthPeaks.learn(cursor, from, List.of(Arrays.copyOf(peaks, count)));
        }
        return true;
    }

    private static boolean isRunningPeakNext(ByteCursor cursor) {
        return cursor.group() && cursor.textIs("1-0:1.6.0");
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
