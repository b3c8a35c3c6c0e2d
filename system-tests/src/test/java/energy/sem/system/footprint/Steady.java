package energy.sem.system.footprint;

import energy.sem.system.ProcessCost;

/**
 * What a part takes while a meter speaks each second and nobody asks.
 *
 * @param residentMib VmRSS at the end
 * @param proportionalMib PSS at the end
 * @param cpuPercent of one core, over the whole time
 */
record Steady(double residentMib, double proportionalMib, double cpuPercent) {
    private static final double KIB_A_MIB = 1024;

    static Steady between(ProcessCost first, ProcessCost last, double seconds) {
        return new Steady(
                last.residentKib() / KIB_A_MIB,
                last.proportionalKib() / KIB_A_MIB,
                100 * (last.cpuSeconds() - first.cpuSeconds()) / seconds);
    }
}
