package energy.sem.ingest.quarter;

import energy.sem.ingest.quarter.ImportedQuarter.Applied;
import energy.sem.p1.Direction;
import energy.sem.p1.Register;
import energy.sem.p1.RegisterValues;
import energy.sem.quarter.QuarterRow;

/**
 * Where an imported past and the meter's own readings meet. What the meter said always counts; of a quarter hour in which it began
 * to speak, the imported first reading stands before its own, so that the edge is exact. The rule looks at what is known and not at
 * the order in which it came.
 */
public final class Joins {

    /**
     * What of an imported row is to stand in {@code quarter_hour}.
     *
     * @param imported the imported row
     * @param live the meter's own of the same quarter hour, or {@code null}
     * @param liveBefore whether the meter itself said something in the quarter hour before
     */
    public static Applied of(ImportedQuarter imported, QuarterRow live, boolean liveBefore) {
        if (live == null) {
            return Applied.ROW;
        }
        boolean leadsToLive =
                imported.trust() != ImportedQuarter.UNKNOWN && imported.row().firstAtMilli() < live.firstAtMilli();
        return leadsToLive && !liveBefore ? Applied.EDGE : null;
    }

    /** Both rows of one quarter hour as one; either may be {@code null}. Of two readings at one time the greater value counts. */
    public static QuarterRow merge(QuarterRow one, QuarterRow other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        int first = Long.compare(one.firstAtMilli(), other.firstAtMilli());
        int last = Long.compare(one.lastAtMilli(), other.lastAtMilli());
        return new QuarterRow(
                one.quarter(),
                Math.min(one.firstAtMilli(), other.firstAtMilli()),
                Math.max(one.lastAtMilli(), other.lastAtMilli()),
                first == 0 ? one.first().max(other.first()) : first < 0 ? one.first() : other.first(),
                last == 0 ? one.last().max(other.last()) : last > 0 ? one.last() : other.last());
    }

    /**
     * An imported reading completed by the meter's next one, before which it is put: a register that the file does not have holds
     * the value that it had, and the meter's own total is as much less as its tariffs are.
     */
    static RegisterValues complete(RegisterValues imported, RegisterValues live) {
        RegisterValues[] all = {imported};
        live.forEach((register, value) -> {
            if (!imported.has(register)) {
                all[0] = all[0].with(register, value);
            }
        });
        for (Direction direction : Direction.values()) {
            Register total = Register.total(direction);
            if (live.has(total) && !imported.has(total) && imported.tariffSum(direction) != null) {
                all[0] = all[0].with(
                        total,
                        live.get(total) - (live.tariffSum(direction) == null ? 0 : less(imported, live, direction)));
            }
        }
        return all[0];
    }

    private static long less(RegisterValues imported, RegisterValues live, Direction direction) {
        long less = 0;
        for (Register tariff : Register.tariffs(direction)) {
            if (imported.has(tariff) && live.has(tariff)) {
                less += live.get(tariff) - imported.get(tariff);
            }
        }
        return less;
    }

    private Joins() {}
}
