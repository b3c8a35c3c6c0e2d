package energy.sem.cli.household;

import java.util.List;

import energy.sem.cli.household.HouseholdReading.Phase;

/**
 * One day of the meter: the power of every slice and what the registers show at every second of it. The meter adds its
 * phases up before it counts, so what one phase gives another may take. Immutable after construction.
 */
final class MeterDay {
    private static final int QUARTER_S = 900;
    private static final int CAPTURE_S = 300;
    private static final double POWER_FACTOR = 0.97;
    private static final int IDLE_VA = 14;

    private final LocalDay day;
    private final Registers start;
    private final int[][] phaseNetW;
    private final int[] netW;
    private final long[] importWs;
    private final long[] exportWs;
    private final long[] gasLitres;
    private final long[] waterLitres;
    private final int tariff1FromS;
    private final int tariff1ToS;
    private final long voltageSeed;
    private final long flutterSeed;

    MeterDay(long seed, LocalDay day, Registers start, Load load, int[] sunW, int[] gas, int[] water) {
        this.day = day;
        this.start = start;
        this.phaseNetW = new int[Load.PHASES][day.slices()];
        this.netW = new int[day.slices()];
        this.importWs = new long[day.slices() + 1];
        this.exportWs = new long[day.slices() + 1];
        for (int slice = 0; slice < day.slices(); slice++) {
            phaseNetW[0][slice] = load.watts(0)[slice];
            phaseNetW[1][slice] = load.watts(1)[slice] - sunW[slice];
            phaseNetW[2][slice] = load.watts(2)[slice];
            netW[slice] = phaseNetW[0][slice] + phaseNetW[1][slice] + phaseNetW[2][slice];
            importWs[slice + 1] = importWs[slice] + (long) LocalDay.SLICE_S * Math.max(0, netW[slice]);
            exportWs[slice + 1] = exportWs[slice] + (long) LocalDay.SLICE_S * Math.max(0, -netW[slice]);
        }
        this.gasLitres = sums(gas);
        this.waterLitres = sums(water);
        int[] dayTariff = FamilyCalendar.dayTariffSlices(day);
        this.tariff1FromS = dayTariff[0] * LocalDay.SLICE_S;
        this.tariff1ToS = dayTariff[1] * LocalDay.SLICE_S;
        this.voltageSeed = Chance.subjectSeed(seed, "voltage");
        this.flutterSeed = Chance.subjectSeed(seed, "flutter");
    }

    LocalDay day() {
        return day;
    }

    int seconds() {
        return netW.length * LocalDay.SLICE_S;
    }

    /** The registers at a second of the day, 0 to {@link #seconds} inclusive. */
    Registers registersAt(int second) {
        long imported = importedWs(second);
        long exported = exportedWs(second);
        int inTariff1S = Math.max(tariff1FromS, Math.min(tariff1ToS, second));
        long importedT1 = importedWs(inTariff1S) - importedWs(tariff1FromS);
        long exportedT1 = exportedWs(inTariff1S) - exportedWs(tariff1FromS);
        int capture = second / CAPTURE_S;
        return new Registers(
                start.importT1Ws() + importedT1,
                start.importT2Ws() + imported - importedT1,
                start.exportT1Ws() + exportedT1,
                start.exportT2Ws() + exported - exportedT1,
                start.gasLitres() + gasLitres[capture],
                start.waterLitres() + waterLitres[capture]);
    }

    int tariffAt(int second) {
        return second >= tariff1FromS && second < tariff1ToS ? 1 : 2;
    }

    /** The demand so far of the quarter hour that this second is in: 0 at its first second. */
    int demandW(int second) {
        return demandW(second - second % QUARTER_S, second);
    }

    /** The demand of a whole quarter hour of the day, counted from 0. */
    int quarterDemandW(int quarter) {
        return demandW(quarter * QUARTER_S, (quarter + 1) * QUARTER_S);
    }

    private int demandW(int fromS, int toS) {
        return Math.toIntExact(
                4 * (registersAt(toS).importWh() - registersAt(fromS).importWh()));
    }

    /** The second of the day at which the gas and water devices were last read. */
    static int captureSecond(int second) {
        return second - second % CAPTURE_S;
    }

    /** The three phases at a second before the day's end. */
    List<Phase> phasesAt(int second) {
        return List.of(phaseAt(0, second), phaseAt(1, second), phaseAt(2, second));
    }

    /** A real load flutters by a percent or so from second to second; over a slice that evens out. */
    private Phase phaseAt(int phase, int second) {
        long epochS = day.startEpochS() + second;
        int meanW = phaseNetW[phase][second / LocalDay.SLICE_S];
        double flutter = Chance.at(flutterSeed + phase, epochS) - 0.5;
        int watts = (int) Math.round(meanW + flutter * (2 + 0.02 * Math.abs(meanW)));
        double grid = 2335
                + 60 * (Chance.smooth(voltageSeed, epochS / 1800.0) - 0.5)
                + 24 * (Chance.smooth(voltageSeed + phase + 1, epochS / 90.0) - 0.5);
        // A third of an ohm of street cable: a phase that takes 10 A loses 3.3 V, one that gives gains.
        int deciV = (int) Math.round(grid - 10 * 0.33 * watts / 233.0);
        double voltAmpere = Math.abs(watts) / POWER_FACTOR + IDLE_VA;
        return new Phase(watts, deciV, (int) Math.round(voltAmpere * 1000 / deciV));
    }

    private long importedWs(int second) {
        int slice = second / LocalDay.SLICE_S;
        int rest = second % LocalDay.SLICE_S;
        return importWs[slice] + (rest == 0 ? 0 : (long) rest * Math.max(0, netW[slice]));
    }

    private long exportedWs(int second) {
        int slice = second / LocalDay.SLICE_S;
        int rest = second % LocalDay.SLICE_S;
        return exportWs[slice] + (rest == 0 ? 0 : (long) rest * Math.max(0, -netW[slice]));
    }

    private static long[] sums(int[] parts) {
        long[] sums = new long[parts.length + 1];
        for (int i = 0; i < parts.length; i++) {
            sums[i + 1] = sums[i] + parts[i];
        }
        return sums;
    }
}
