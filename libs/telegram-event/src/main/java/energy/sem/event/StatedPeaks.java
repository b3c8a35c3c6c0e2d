package energy.sem.event;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

import energy.sem.p1.P1Time;
import energy.sem.p1.Telegram;
import energy.sem.p1.TelegramTimes;

/**
 * The month peaks that a telegram states, as far as their months are believed. A meter's months follow its clock: while
 * that is about a day off or more none of them counts, and a month before there were P1 meters, or after the telegram's,
 * never does. Once the clock is right the meter states its finished months again.
 *
 * @param believed those that count, the running month last
 * @param leftOut the others
 */
record StatedPeaks(List<MonthPeak> believed, List<energy.sem.p1.LeftOut> leftOut) {

    private static final YearMonth FIRST = YearMonth.of(2007, 1);

    static StatedPeaks of(Telegram telegram, TelegramTimes times, ZoneId zone) {
        int stated = telegram.monthPeaks().size() + (hasRunning(telegram) ? 1 : 0);
        if (stated == 0) {
            return new StatedPeaks(List.of(), List.of());
        }
        if (times.isClockWrong()) {
            String detail = "the meter's clock says " + times.stated() + ": its " + stated
                    + " month peaks are of months that are not known";
            return new StatedPeaks(List.of(), List.of(leftOut("monthPeaks", stated, detail)));
        }
        StatedPeaks peaks = new StatedPeaks(new ArrayList<>(stated), new ArrayList<>(0));
        // A month is the meter's own: its clock may be some hours ahead of the end of a month.
        YearMonth last = YearMonth.from(times.at().atZone(zone)).plusMonths(1);
        for (energy.sem.p1.MonthPeak peak : telegram.monthPeaks()) {
            peaks.add(new MonthPeak(peak.month(), peak.demandW(), instant(peak.at(), times, zone), true), last);
        }
        if (hasRunning(telegram)) {
            P1Time at = telegram.runningPeak().at();
            YearMonth month = YearMonth.from(at.local().minusSeconds(1));
            int demandW = telegram.runningPeak().demandW();
            peaks.add(new MonthPeak(month, demandW, instant(at, times, zone), false), last);
        }
        return peaks;
    }

    private static boolean hasRunning(Telegram telegram) {
        return telegram.runningPeak() != null && telegram.runningPeak().at() != null;
    }

    private static Instant instant(P1Time at, TelegramTimes times, ZoneId zone) {
        return at == null || at.local().getYear() < FIRST.getYear() ? null : at.instant(zone, times.at());
    }

    private void add(MonthPeak peak, YearMonth last) {
        if (peak.month().isBefore(FIRST) || peak.month().isAfter(last)) {
            leftOut.add(leftOut("monthPeakW", peak.peakW(), "the meter states a peak of " + peak.month()));
        } else {
            believed.add(peak);
        }
    }

    private static energy.sem.p1.LeftOut leftOut(String name, long value, String detail) {
        return new energy.sem.p1.LeftOut(name, null, value, energy.sem.p1.LeftOut.Cause.CLOCK, detail);
    }
}
