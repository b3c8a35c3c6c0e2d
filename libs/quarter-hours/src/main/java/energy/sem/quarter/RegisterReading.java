package energy.sem.quarter;

import java.util.List;

import energy.sem.p1.Register;
import energy.sem.p1.RegisterValues;

/**
 * One of the two readings of a row: the first or the last of its quarter hour.
 *
 * @param index of its row
 * @param atMilli its time, milliseconds since 1970 in UTC
 * @param values what it showed
 */
record RegisterReading(int index, long atMilli, RegisterValues values) {

    /** The earliest reading in this row or a later one that has the register, or null. */
    static RegisterReading firstFrom(List<QuarterRow> rows, int index, Register register) {
        for (int i = index; i < rows.size(); i++) {
            QuarterRow row = rows.get(i);
            if (row.first().has(register)) {
                return new RegisterReading(i, row.firstAtMilli(), row.first());
            }
            if (row.last().has(register)) {
                return new RegisterReading(i, row.lastAtMilli(), row.last());
            }
        }
        return null;
    }

    /** The latest reading in a row before this one that has the register, or null. */
    static RegisterReading lastBefore(List<QuarterRow> rows, int index, Register register) {
        for (int i = index - 1; i >= 0; i--) {
            QuarterRow row = rows.get(i);
            if (row.last().has(register)) {
                return new RegisterReading(i, row.lastAtMilli(), row.last());
            }
            if (row.first().has(register)) {
                return new RegisterReading(i, row.firstAtMilli(), row.first());
            }
        }
        return null;
    }

    /** The value of a register that this reading has. */
    long value(Register register) {
        return values.get(register);
    }

    /** The same of a register that any reading has: where this one lacks it, that of the nearest before it, else after. */
    long nearestValue(List<QuarterRow> rows, Register register) {
        if (values.has(register)) {
            return value(register);
        }
        RegisterReading before = lastBefore(rows, index + 1, register);
        return (before != null ? before : firstFrom(rows, index, register)).value(register);
    }
}
