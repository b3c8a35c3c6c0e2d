package energy.sem.guard.simulated;

import java.time.LocalDate;
import java.time.ZoneOffset;

import energy.sem.guard.GuardAllowance;
import energy.sem.guard.GuardReading;
import energy.sem.guard.GuardTarget;
import energy.sem.guard.PeakGuard;

/** A house and a car for a year, second by second; the meter's clock runs in UTC here. */
final class Year {
    static final int DAYS = 365;
    static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final int CONNECTION_W = 14_490;

    private final House house;
    private final Habit habit;
    private final Charger charger;
    private final Control control;
    private final Watch watch;
    final Outcome outcome = new Outcome();

    private PeakGuard guard = PeakGuard.NEW;
    private long quarterWs;
    private long houseQuarterWs;
    private final int[] houseW = new int[900];
    private int monthPeakW;
    private int month = 1;
    private double needWs;
    private boolean charging;

    /** Sees each second: since the first, what the house and the car take then, W, and what the guard says. */
    interface Watch {
        void second(int second, int houseW, int carW, GuardAllowance allowance);
    }

    private Year(House house, Habit habit, Charger charger, Control control, Watch watch) {
        this.house = house;
        this.habit = habit;
        this.charger = charger;
        this.control = control;
        this.watch = watch;
    }

    static Outcome of(House house, Habit habit, Charger charger, Controls controls) {
        return of(house, habit, charger, controls, DAYS, (second, houseW, carW, allowance) -> {});
    }

    /** The first days of it only. */
    static Outcome of(House house, Habit habit, Charger charger, Controls controls, int days, Watch watch) {
        Year year = new Year(house, habit, charger, controls.make(), watch);
        int[] watts = new int[House.DAY_SECONDS];
        for (int day = 0; day < days; day++) {
            year.month = FIRST.plusDays(day).getMonthValue();
            year.house.fill(day, watts);
            year.day(day, watts);
        }
        return year.outcome;
    }

    private void day(int day, int[] watts) {
        long first = FIRST.plusDays(day).atStartOfDay().toEpochSecond(ZoneOffset.UTC);
        if (FIRST.plusDays(day).getDayOfMonth() == 1) {
            monthPeakW = 0;
        }
        for (int second = 0; second < House.DAY_SECONDS; second++) {
            plug(second);
            second(first + second, watts[second]);
            watch.second(day * House.DAY_SECONDS + second, watts[second], charger.watts(), guard.allowance());
        }
    }

    private void plug(int second) {
        if (second == habit.toHour() * 3600) {
            outcome.missingWh += Math.max(0, needWs) / 3600;
            needWs = 0;
        }
        if (second == habit.fromHour() * 3600) {
            needWs = 3600.0 * habit.needWh();
        }
    }

    private void second(long epochSecond, int nowW) {
        if (needWs <= 0) {
            charger.unplug();
        }
        charger.second();
        int carW = charger.watts();
        int importW = nowW + carW;
        // The telegram at the second s has what was counted until s.
        int demandW = (int) (quarterWs / 900);
        guard = guard.after(
                new GuardReading(epochSecond * 1000, demandW, importW, monthPeakW, CONNECTION_W), GuardTarget.USUAL);
        if (needWs > 0) {
            control.second(epochSecond, guard.allowance().allowedImportW(), importW, charger);
        }
        stops(epochSecond);
        needWs -= carW;
        outcome.carWs += carW;
        quarterWs += importW;
        houseQuarterWs += nowW;
        houseW[(int) (epochSecond % 900)] = nowW;
        if ((epochSecond + 1) % 900 == 0) {
            endOfQuarter();
        }
    }

    private void stops(long epochSecond) {
        boolean on = needWs > 0 && charger.setA() > 0;
        if (charging && !on && needWs > 0) {
            outcome.stopAt(epochSecond);
        }
        charging = on;
    }

    private void endOfQuarter() {
        int withCarW = (int) (quarterWs / 900);
        int withoutCarW = (int) (houseQuarterWs / 900);
        int incurredW = Math.max(2500, monthPeakW);
        outcome.quarter(month, withCarW, withoutCarW, incurredW, paceW(incurredW));
        monthPeakW = Math.max(monthPeakW, withCarW);
        quarterWs = 0;
        houseQuarterWs = 0;
    }

    // What the quarter hour comes to when all together take what the month has cost already until some second,
    // whichever is
    // the worst, and the house alone goes on from there.
    private int paceW(int incurredW) {
        long restWs = 0;
        long mostWs = 0;
        for (int second = 899; second >= 0; second--) {
            restWs += houseW[second];
            mostWs = Math.max(mostWs, (long) incurredW * second + restWs);
        }
        return (int) (mostWs / 900);
    }
}
