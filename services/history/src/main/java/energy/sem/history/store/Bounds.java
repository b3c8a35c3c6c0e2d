package energy.sem.history.store;

import java.util.Map;
import java.util.NavigableMap;

import energy.sem.p1.Register;
import energy.sem.p1.RegisterValues;
import energy.sem.quarter.QuarterHours;
import energy.sem.quarter.QuarterRow;

/**
 * A device's first and last quarter hour: where its history begins and, so far, ends.
 *
 * <p>An M-Bus device's history begins with its meter's first telegram at the earliest. That telegram may carry a value
 * captured long before (a gas meter whose radio was silent for years); what was counted between is known to have been
 * counted by then, and nobody read the meter before. So the value is that of the first telegram.
 *
 * @param first the first row
 * @param last the last row; the first again when there is one only
 * @param oldestMilli when its first value was captured, milliseconds since 1970 in UTC; before {@code first} when its meter
 *     was not read then
 * @param registers the registers that it has, each with the quarter hour in which it was there first
 */
public record Bounds(QuarterRow first, QuarterRow last, long oldestMilli, Map<Register, Integer> registers) {
    public Bounds {
        registers = Map.copyOf(registers);
    }

    /** Those of a device with these rows. */
    static Bounds of(NavigableMap<Integer, QuarterRow> rows, Map<Register, Integer> registers) {
        QuarterRow first = rows.firstEntry().getValue();
        return new Bounds(first, rows.lastEntry().getValue(), first.firstAtMilli(), registers);
    }

    /**
     * Those of an M-Bus device.
     *
     * @param rows at least its first, its last, and the last one before the meter's first telegram
     * @param telegramMilli the meter's first telegram
     */
    static Bounds of(NavigableMap<Integer, QuarterRow> rows, Map<Register, Integer> registers, long telegramMilli) {
        int begin = QuarterHours.of(telegramMilli);
        QuarterRow held = rows.firstEntry().getValue();
        QuarterRow last = rows.lastEntry().getValue();
        // Several rows before it came from elsewhere: they are a history. Those of a device that was never heard since
        // stay too.
        if (rows.headMap(begin, false).size() > 1 || last.quarter() < begin || held.firstAtMilli() >= telegramMilli) {
            return of(rows, registers);
        }
        RegisterValues then = held.quarter() < begin ? held.last() : held.first();
        QuarterRow first = new QuarterRow(begin, telegramMilli, telegramMilli, then, then);
        if (last.quarter() > begin) {
            return new Bounds(first, last, held.firstAtMilli(), registers);
        }
        QuarterRow only = begunBy(first, last);
        return new Bounds(only, only, held.firstAtMilli(), registers);
    }

    /** Leaves of the device's rows those that are its history. */
    void cut(NavigableMap<Integer, QuarterRow> rows) {
        rows.headMap(first.quarter(), false).clear();
        rows.merge(first.quarter(), first, (found, mine) -> begun(found));
    }

    /** A row without what the meter did not send itself: another than the first is as it was. */
    QuarterRow begun(QuarterRow row) {
        return row.quarter() != first.quarter() || row.firstAtMilli() == first.firstAtMilli()
                ? row
                : begunBy(first, row);
    }

    /** The row as if its first reading had been this one. */
    private static QuarterRow begunBy(QuarterRow first, QuarterRow row) {
        return new QuarterRow(
                row.quarter(),
                first.firstAtMilli(),
                Math.max(first.firstAtMilli(), row.lastAtMilli()),
                first.first(),
                row.last());
    }

    /** The device's first reading, milliseconds since 1970 in UTC. */
    public long firstAtMilli() {
        return first.firstAtMilli();
    }

    /** The device's newest reading, milliseconds since 1970 in UTC. */
    public long lastAtMilli() {
        return last.lastAtMilli();
    }

    /**
     * True when some of the time between the two instants lies between the first and the last reading: only then is it
     * known what flowed in it. A single reading says nothing of a flow.
     */
    public boolean touches(long fromMilli, long toMilli) {
        return firstAtMilli() < toMilli && lastAtMilli() > fromMilli && firstAtMilli() < lastAtMilli();
    }
}
