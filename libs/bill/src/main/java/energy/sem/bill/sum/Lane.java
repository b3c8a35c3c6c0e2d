package energy.sem.bill.sum;

import energy.sem.bill.tariff.Flow;

/** A counter whose difference is priced. */
public enum Lane {
    IMPORT(Flow.IMPORT, Lane.ALL),
    IMPORT_T1(Flow.IMPORT, 1),
    IMPORT_T2(Flow.IMPORT, 2),
    /** What goes from the grid and neither tariff 1 nor 2 counts. */
    IMPORT_OTHER(Flow.IMPORT, 0),
    EXPORT(Flow.EXPORT, Lane.ALL),
    EXPORT_T1(Flow.EXPORT, 1),
    EXPORT_T2(Flow.EXPORT, 2),
    /** What goes to the grid and neither tariff 1 nor 2 counts. */
    EXPORT_OTHER(Flow.EXPORT, 0),
    GAS(Flow.NONE, Lane.ALL),
    WATER(Flow.NONE, Lane.ALL);

    private static final int ALL = -1;

    private final Flow flow;
    private final int tariff;

    Lane(Flow flow, int tariff) {
        this.flow = flow;
        this.tariff = tariff;
    }

    /**
     * The lane of a direction of electricity.
     *
     * @param tariff 1, 2 or 0 for what neither counts
     */
    static Lane of(Flow flow, int tariff) {
        for (Lane each : values()) {
            if (each.flow == flow && each.tariff == tariff) {
                return each;
            }
        }
        throw new IllegalArgumentException("no lane of " + flow + " in tariff " + tariff);
    }

    /** All of a direction of electricity. */
    static Lane of(Flow flow) {
        return of(flow, ALL);
    }

    /** The same of the other direction; only of electricity. */
    Lane opposite() {
        return of(flow == Flow.IMPORT ? Flow.EXPORT : Flow.IMPORT, tariff);
    }
}
