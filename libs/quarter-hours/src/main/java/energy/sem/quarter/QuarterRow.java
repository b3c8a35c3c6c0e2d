package energy.sem.quarter;

import energy.sem.p1.RegisterValues;

/**
 * One device's readings of one quarter hour: the first and the last with their times, milliseconds since 1970 in UTC.
 *
 * @param quarter number of the quarter hour
 * @param firstAtMilli time of the first reading, within the quarter hour
 * @param lastAtMilli time of the last reading, within the quarter hour and not before the first
 * @param first the registers at the first reading
 * @param last the registers at the last reading
 */
public record QuarterRow(int quarter, long firstAtMilli, long lastAtMilli, RegisterValues first, RegisterValues last) {

    /** @throws IllegalArgumentException when the times are not within the quarter hour or not in order */
    public QuarterRow {
        if (QuarterHours.of(firstAtMilli) != quarter || QuarterHours.of(lastAtMilli) != quarter) {
            throw new IllegalArgumentException("readings at " + firstAtMilli + " and " + lastAtMilli
                    + " ms are not both in quarter hour " + quarter);
        }
        if (lastAtMilli < firstAtMilli) {
            throw new IllegalArgumentException(
                    "the last reading at " + lastAtMilli + " ms is before the first at " + firstAtMilli + " ms");
        }
    }

    /** The row as if nothing but its first reading had arrived. */
    public QuarterRow onlyFirst() {
        return new QuarterRow(quarter, firstAtMilli, firstAtMilli, first, first);
    }
}
