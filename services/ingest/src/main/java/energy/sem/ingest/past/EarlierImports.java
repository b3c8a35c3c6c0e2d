package energy.sem.ingest.past;

import java.sql.SQLException;

import energy.sem.ingest.quarter.ImportedQuarter;
import energy.sem.p1.RegisterValues;
import energy.sem.quarter.QuarterHours;

/** What flowed as earlier imports said it, from the registers that were made of it. */
final class EarlierImports {
    /** The longest sum: a day in autumn. */
    private static final int MOST_QUARTERS = 100;

    private final KnownRows known;

    EarlierImports(KnownRows known) {
        this.known = known;
    }

    /** Their registers at an edge; {@code null} where they have none, or where registers themselves were read. */
    RegisterValues at(int edge) throws SQLException {
        ImportedQuarter here = flowed(edge);
        if (here != null && here.row().firstAtMilli() == QuarterHours.startMilli(edge)) {
            return here.row().first();
        }
        ImportedQuarter before = flowed(edge - 1);
        return before != null && before.row().lastAtMilli() == KnownRows.beforeEdgeMilli(edge)
                ? before.row().last()
                : null;
    }

    /** What they said that flowed up to an edge; {@code null} where they did not know. */
    Interval endingAt(int edge) throws SQLException {
        RegisterValues end = at(edge);
        if (end == null) {
            return null;
        }
        for (int from = edge - 1; from >= edge - MOST_QUARTERS; from--) {
            RegisterValues start = at(from);
            if (start != null) {
                ImportedQuarter here = flowed(from);
                boolean isKnown = here != null
                        && here.row().firstAtMilli() == QuarterHours.startMilli(from)
                        && here.trust() != ImportedQuarter.UNKNOWN;
                RegisterValues amounts = isKnown ? Sums.difference(end, start) : RegisterValues.NONE;
                return amounts.isEmpty() ? null : new Interval(from, edge, amounts, here.trust());
            }
        }
        return null;
    }

    /** Whether a sum would stand in the place of something within it that is better known. */
    boolean knowsBetter(Interval sum) throws SQLException {
        for (int quarter = sum.fromQuarter(); sum.length() > 1 && quarter < sum.toQuarter(); quarter++) {
            ImportedQuarter here = flowed(quarter);
            if (here != null && here.trust() < sum.trust()) {
                return true;
            }
        }
        return false;
    }

    private ImportedQuarter flowed(int quarter) throws SQLException {
        ImportedQuarter imported = known.at(quarter).imported();
        return imported == null || imported.isRegister() ? null : imported;
    }
}
