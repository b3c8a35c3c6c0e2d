package energy.sem.history.group;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

import energy.sem.history.flow.Counter;
import energy.sem.history.store.Kind;
import energy.sem.p1.Direction;
import energy.sem.quarter.EdgeValue;
import energy.sem.quarter.QuarterHours;
import energy.sem.quarter.QuarterRow;
import energy.sem.quarter.QuarterSeries;
import energy.sem.sharing.SharingKey;

/**
 * What one member's electricity meters counted in each quarter hour of a stretch, and how far that is known. Held as plain
 * numbers, so that a hundred members of a month are a few megabytes.
 */
final class MemberQuarters {
    /** In place of Wh where no register says anything. */
    private static final long ABSENT = Long.MIN_VALUE;

    private final int from;
    private final long[] importWh;
    private final long[] exportWh;
    private final int[] coveredMilli;

    /** Quarter hours in which the meter was read. */
    private final BitSet read;

    /**
     * @param counters the member's devices that have data
     * @param series of all rows between the edges, at least of those that are electricity and touch the stretch
     */
    MemberQuarters(List<Counter> counters, Map<Integer, QuarterSeries> series, int from, int to) {
        this.from = from;
        importWh = new long[to - from];
        exportWh = new long[to - from];
        coveredMilli = new int[to - from];
        read = new BitSet(to - from);
        Arrays.fill(importWh, ABSENT);
        Arrays.fill(exportWh, ABSENT);
        for (Counter each : counters) {
            QuarterSeries of = series.get(each.id());
            if (of != null) {
                add(of, Direction.IMPORT, importWh);
                add(of, Direction.EXPORT, exportWh);
                cover(of);
            }
        }
    }

    private void add(QuarterSeries series, Direction direction, long[] sums) {
        EdgeValue start = series.energyWh(direction, from).orElse(null);
        for (int i = 0; i < sums.length; i++) {
            EdgeValue end = series.energyWh(direction, from + i + 1).orElse(null);
            // As in Flow: two edges before the first reading, or after the last, say nothing of what is between them.
            if (start != null && end != null && (start.isInside() || start.basis() != end.basis())) {
                sums[i] = (sums[i] == ABSENT ? 0 : sums[i]) + end.value() - start.value();
            }
            start = end;
        }
    }

    private void cover(QuarterSeries series) {
        QuarterRow before = null;
        for (QuarterRow row : series.rows()) {
            if (row.quarter() >= from && row.quarter() < from + importWh.length) {
                read.set(row.quarter() - from);
            }
            boolean joins = before != null && row.firstAtMilli() - before.lastAtMilli() <= Kind.ELECTRICITY.gapMilli();
            if (joins && before.quarter() != row.quarter()) {
                long edge = QuarterHours.startMilli(row.quarter());
                cover(before.quarter(), edge - before.lastAtMilli());
                cover(row.quarter(), row.firstAtMilli() - edge);
            }
            cover(row.quarter(), row.lastAtMilli() - row.firstAtMilli());
            before = row;
        }
    }

    private void cover(int quarter, long milli) {
        if (quarter >= from && quarter < from + coveredMilli.length) {
            coveredMilli[quarter - from] += (int) milli;
        }
    }

    /** How many quarter hours the stretch has. */
    int length() {
        return importWh.length;
    }

    /** Wh from the grid, or {@code null}. */
    Long importWh(int quarter) {
        return value(importWh, quarter);
    }

    /** Wh to the grid, or {@code null}. */
    Long exportWh(int quarter) {
        return value(exportWh, quarter);
    }

    private Long value(long[] values, int quarter) {
        long value = values[quarter - from];
        return value == ABSENT ? null : Long.valueOf(value);
    }

    /** What the member takes, as sharing sees it: {@link SharingKey#UNKNOWN} where nothing was read. */
    long takenWh(int quarter) {
        return isKnown(quarter) ? Math.max(0, importWh[quarter - from]) : SharingKey.UNKNOWN;
    }

    /** What the member injects, as sharing sees it: {@link SharingKey#UNKNOWN} where nothing was read. */
    long injectedWh(int quarter) {
        return isKnown(quarter) ? Math.max(0, exportWh[quarter - from]) : SharingKey.UNKNOWN;
    }

    /** The time outside gaps, milliseconds. */
    int coveredMilli(int quarter) {
        return coveredMilli[quarter - from];
    }

    /**
     * True when the meter was read in this quarter hour and counted something that can be: one that has no register of a
     * direction sends nothing that way.
     */
    boolean isKnown(int quarter) {
        int i = quarter - from;
        boolean counted = importWh[i] != ABSENT || exportWh[i] != ABSENT;
        // Registers that fall say nothing of a quarter hour.
        return read.get(i) && counted && canBe(importWh[i]) && canBe(exportWh[i]);
    }

    private static boolean canBe(long wh) {
        return wh == ABSENT || wh >= 0;
    }

    /** True when part of it lies in a gap. */
    boolean isEstimated(int quarter) {
        return isKnown(quarter) && coveredMilli[quarter - from] < QuarterHours.MILLIS;
    }
}
