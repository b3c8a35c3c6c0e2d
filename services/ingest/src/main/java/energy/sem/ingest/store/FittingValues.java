package energy.sem.ingest.store;

import java.util.List;

import energy.sem.event.Electricity;
import energy.sem.event.Electricity.Phase;

/**
 * Momentary values are judged alone: one that no column can hold (a megavolt) is left out, and the registers of
 * the same telegram are stored.
 */
final class FittingValues {
    private static final int PHASES = 3;

    /** Of voltages in tenths of a volt and currents in hundredths of an ampere, in 24 bits. */
    private static final int MOST = 8_388_607;

    private static final int BYTE = 255;

    /** The values without those that do not fit; the same object when all do. */
    static Electricity of(Electricity electricity) {
        if (electricity == null || doFit(electricity)) {
            return electricity;
        }
        List<Phase> phases = electricity.phases().stream()
                .filter(FittingValues::isPhase)
                .map(phase -> new Phase(
                        phase.phase(),
                        fitting(phase.voltageDeciV(), -MOST, MOST),
                        fitting(phase.currentCentiA(), -MOST, MOST),
                        phase.importW(),
                        phase.exportW()))
                .toList();
        return new Electricity(
                electricity.serial(),
                fitting(electricity.tariff(), 0, BYTE),
                electricity.registers(),
                electricity.importW(),
                electricity.exportW(),
                electricity.demandW(),
                phases);
    }

    private static boolean doFit(Electricity electricity) {
        for (Phase phase : electricity.phases()) {
            if (!isPhase(phase)
                    || !fits(phase.voltageDeciV(), -MOST, MOST)
                    || !fits(phase.currentCentiA(), -MOST, MOST)) {
                return false;
            }
        }
        return fits(electricity.tariff(), 0, BYTE);
    }

    private static boolean isPhase(Phase phase) {
        return phase.phase() >= 1 && phase.phase() <= PHASES;
    }

    private static boolean fits(Integer value, int least, int most) {
        return value == null || (value >= least && value <= most);
    }

    private static Integer fitting(Integer value, int least, int most) {
        return fits(value, least, most) ? value : null;
    }

    private FittingValues() {}
}
