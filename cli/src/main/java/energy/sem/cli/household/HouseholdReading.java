package energy.sem.cli.household;

import java.time.Instant;
import java.util.List;

/**
 * Everything the household's meter shows at one second. Immutable.
 *
 * @param at whole seconds
 * @param tariff 1 (day) or 2
 * @param importT1Wh register 1.8.1
 * @param importT2Wh register 1.8.2
 * @param exportT1Wh register 2.8.1
 * @param exportT2Wh register 2.8.2
 * @param demandW average demand of the running quarter hour, 1.4.0: four times the Wh so far
 * @param runningPeak of this month, 1.6.0
 * @param closedMonths at most 13, ascending, 98.1.0
 * @param phases three
 * @param captureAt when the gas and water devices were last read
 * @param gasLitres the gas register at that time
 * @param waterLitres the water register at that time
 */
public record HouseholdReading(
        Instant at,
        int tariff,
        long importT1Wh,
        long importT2Wh,
        long exportT1Wh,
        long exportT2Wh,
        int demandW,
        Peak runningPeak,
        List<ClosedMonth> closedMonths,
        List<Phase> phases,
        Instant captureAt,
        long gasLitres,
        long waterLitres) {

    public HouseholdReading {
        closedMonths = List.copyOf(closedMonths);
        phases = List.copyOf(phases);
    }

    /** Power from the grid, W: what the three phases take together, or 0. */
    public int importW() {
        return Math.max(0, netW());
    }

    /** Power to the grid, W: what the three phases give together, or 0. */
    public int exportW() {
        return Math.max(0, -netW());
    }

    private int netW() {
        return phases.stream().mapToInt(Phase::netW).sum();
    }

    /**
     * One phase.
     *
     * @param netW from the grid, or to it when negative, W
     * @param voltageDeciV tenths of a volt
     * @param currentCentiA hundredths of an ampere
     */
    public record Phase(int netW, int voltageDeciV, int currentCentiA) {}
}
