package energy.sem.guard.simulated;

import java.util.Arrays;

/** One night of the simulated year, from 20 h to 3 h: means over whole minutes, W. */
final class Night {
    static final int FROM_HOUR = 20;
    static final int MINUTES = 7 * 60;
    static final int QUARTERS = MINUTES / 15;

    private final long[] houseWs = new long[MINUTES];
    private final long[] carWs = new long[MINUTES];
    private final long[] allowedWs = new long[MINUTES];
    private final long[] targetWs = new long[MINUTES];

    private Night() {}

    /** The household of YearTest, whose car may charge from 22 h on; days are numbered from 0. */
    static Night of(int day, Controls controls) {
        Night night = new Night();
        Year.of(
                House.busy(1),
                Habit.AT_NIGHT,
                new Charger(1, 32),
                controls,
                day + 2,
                (second, houseW, carW, allowance) -> {
                    int minute = second / 60 - (day * 24 + FROM_HOUR) * 60;
                    if (minute >= 0 && minute < MINUTES) {
                        night.houseWs[minute] += houseW;
                        night.carWs[minute] += carW;
                        night.allowedWs[minute] += allowance.allowedImportW();
                        night.targetWs[minute] += allowance.targetW();
                    }
                });
        return night;
    }

    int houseW(int minute) {
        return (int) (houseWs[minute] / 60);
    }

    int carW(int minute) {
        return (int) (carWs[minute] / 60);
    }

    int allowedW(int minute) {
        return (int) (allowedWs[minute] / 60);
    }

    int targetW(int minute) {
        return (int) (targetWs[minute] / 60);
    }

    /** What the meter counts a quarter hour as. */
    int quarterW(int quarter) {
        return (int) ((sum(houseWs, quarter) + sum(carWs, quarter)) / 900);
    }

    int highestQuarterW() {
        int highest = 0;
        for (int quarter = 0; quarter < QUARTERS; quarter++) {
            highest = Math.max(highest, quarterW(quarter));
        }
        return highest;
    }

    double carKwh() {
        return Arrays.stream(carWs).sum() / 3_600_000.0;
    }

    private static long sum(long[] ofMinutes, int quarter) {
        return Arrays.stream(ofMinutes, quarter * 15, quarter * 15 + 15).sum();
    }
}
