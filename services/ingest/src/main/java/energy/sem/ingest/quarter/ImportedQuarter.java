package energy.sem.ingest.quarter;

import java.util.Objects;

import energy.sem.quarter.QuarterRow;

/**
 * A row of {@code import_quarter}: a quarter hour as an import says it.
 *
 * @param row its first and last reading
 * @param ranges the extremes
 * @param trust how far to believe what follows its first reading: {@link #REGISTER} and the others
 * @param applied what of it stands in {@code quarter_hour}; {@code null}: nothing
 */
public record ImportedQuarter(QuarterRow row, Ranges ranges, int trust, Applied applied) {
    /** Registers as they were read. */
    public static final int REGISTER = 0;
    /** What flowed, read or validated. */
    public static final int VALIDATED = 1;
    /** What flowed, estimated. */
    public static final int ESTIMATED = 2;
    /** The sum over an hour or a day, from which something may be missing. */
    public static final int SUM = 3;
    /** Nothing is known of the time from here to the next reading. */
    public static final int UNKNOWN = 4;
    /** Registers that were read at a time of which the source is not sure. */
    public static final int DOUBTFUL_REGISTER = 5;

    /** What of an imported row stands in {@code quarter_hour}. */
    public enum Applied {
        /** All of it: the meter itself said nothing in that quarter hour. */
        ROW,
        /** Its first reading, before the meter's own. */
        EDGE;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        static Applied of(String word) {
            return word == null ? null : valueOf(word.toUpperCase(java.util.Locale.ROOT));
        }
    }

    public ImportedQuarter {
        Objects.requireNonNull(row);
        Objects.requireNonNull(ranges);
    }

    /** The number of its quarter hour. */
    public int quarter() {
        return row.quarter();
    }

    /** Whether registers were read, and not derived from what flowed. */
    public boolean isRegister() {
        return trust == REGISTER || trust == DOUBTFUL_REGISTER;
    }

    /** Whether both say the same of the same time. */
    public boolean saysTheSame(ImportedQuarter other) {
        return row.equals(other.row) && ranges.equals(other.ranges);
    }

    /** The same, with another part of it in {@code quarter_hour}. */
    public ImportedQuarter as(Applied now) {
        return new ImportedQuarter(row, ranges, trust, now);
    }
}
