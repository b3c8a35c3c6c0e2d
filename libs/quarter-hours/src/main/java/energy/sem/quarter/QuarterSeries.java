package energy.sem.quarter;

import java.util.List;
import java.util.Optional;

/**
 * A device's quarter rows, in order, and what follows from them. Rows may be missing. An answer is right when the series
 * holds every row of the time asked for, the nearest one before it and the nearest one at or after its end.
 */
public final class QuarterSeries {
    /** A demand counts only where the readings around each of its edges are at most this far apart. */
    public static final long DEMAND_BRACKET_MILLI = 120_000;

    /** Electricity: more time than this between neighbouring readings is a gap. */
    public static final long ELECTRICITY_GAP_MILLI = 15 * 60_000;

    /** M-Bus devices, read each hour or more often: more time than this between neighbouring readings is a gap. */
    public static final long MBUS_GAP_MILLI = 75 * 60_000;

    private final List<QuarterRow> rows;

    /**
     * @param rows at most one a quarter hour, in order
     * @throws IllegalArgumentException when they are not in strictly rising order
     */
    public QuarterSeries(List<QuarterRow> rows) {
        this.rows = List.copyOf(rows);
        for (int i = 1; i < rows.size(); i++) {
            if (rows.get(i - 1).quarter() >= rows.get(i).quarter()) {
                throw new IllegalArgumentException("quarter hour " + rows.get(i).quarter() + " comes after "
                        + rows.get(i - 1).quarter());
            }
        }
    }

    /** The rows, in order. */
    public List<QuarterRow> rows() {
        return rows;
    }

    /** A register's value at the start of a quarter hour; empty when no reading around the edge has the register. */
    public Optional<EdgeValue> edge(Register register, int quarter) {
        int after = indexAtOrAfter(quarter);
        QuarterRow a = after < rows.size() ? rows.get(after) : null;
        QuarterRow b = after > 0 ? rows.get(after - 1) : null;
        return EdgeValue.at(
                QuarterHours.startMilli(quarter),
                b == null ? 0 : b.lastAtMilli(),
                b == null ? null : b.last().get(register),
                a == null ? 0 : a.firstAtMilli(),
                a == null ? null : a.first().get(register));
    }

    /** Energy from the grid at the start of a quarter hour, Wh: tariff 1 plus tariff 2, or the one without tariffs. */
    public Optional<EdgeValue> importWh(int quarter) {
        return sum(
                edge(Register.IMPORT_T1_WH, quarter),
                edge(Register.IMPORT_T2_WH, quarter),
                edge(Register.IMPORT_WH, quarter));
    }

    /** Energy to the grid at the start of a quarter hour, Wh: tariff 1 plus tariff 2, or the one without tariffs. */
    public Optional<EdgeValue> exportWh(int quarter) {
        return sum(
                edge(Register.EXPORT_T1_WH, quarter),
                edge(Register.EXPORT_T2_WH, quarter),
                edge(Register.EXPORT_WH, quarter));
    }

    /** The average power from the grid over a quarter hour; empty unless both edges are bracketed closely enough. */
    public Optional<Demand> demand(int quarter) {
        return demand(quarter, importWh(quarter), importWh(quarter + 1));
    }

    /** The highest demand of the quarter hours from one number to before another; of equal ones the earliest. */
    public Optional<Demand> peak(int fromQuarter, int toQuarter) {
        Demand peak = null;
        Optional<EdgeValue> start = importWh(fromQuarter);
        for (int quarter = fromQuarter; quarter < toQuarter; quarter++) {
            Optional<EdgeValue> end = importWh(quarter + 1);
            Demand demand = demand(quarter, start, end).orElse(null);
            if (demand != null && (peak == null || demand.watts() > peak.watts())) {
                peak = demand;
            }
            start = end;
        }
        return Optional.ofNullable(peak);
    }

    /**
     * The time between two instants that is outside gaps: between readings that are at most {@code gapMilli} apart.
     * Before the first reading and after the last nothing is covered. All in milliseconds; {@code gapMilli} is at least
     * a quarter hour, the longest time between two readings of one row.
     */
    public long coveredMilli(long fromMilli, long toMilli, long gapMilli) {
        long covered = 0;
        for (int i = indexAtOrAfter(QuarterHours.of(fromMilli)); i < rows.size(); i++) {
            QuarterRow row = rows.get(i);
            boolean joins = i > 0 && row.firstAtMilli() - rows.get(i - 1).lastAtMilli() <= gapMilli;
            long start = joins ? rows.get(i - 1).lastAtMilli() : row.firstAtMilli();
            if (start >= toMilli) {
                break;
            }
            covered += Math.max(0, Math.min(row.lastAtMilli(), toMilli) - Math.max(start, fromMilli));
        }
        return covered;
    }

    private static Optional<EdgeValue> sum(
            Optional<EdgeValue> tariff1, Optional<EdgeValue> tariff2, Optional<EdgeValue> withoutTariffs) {
        if (tariff1.isPresent() && tariff2.isPresent()) {
            return Optional.of(tariff1.get().plus(tariff2.get()));
        }
        return tariff1.or(() -> tariff2).or(() -> withoutTariffs);
    }

    private static Optional<Demand> demand(int quarter, Optional<EdgeValue> start, Optional<EdgeValue> end) {
        if (start.isEmpty()
                || end.isEmpty()
                || !start.get().bracketedWithin(DEMAND_BRACKET_MILLI)
                || !end.get().bracketedWithin(DEMAND_BRACKET_MILLI)) {
            return Optional.empty();
        }
        long quarterWh = end.get().value() - start.get().value();
        long watts = Math.max(Integer.MIN_VALUE / 4, Math.min(Integer.MAX_VALUE / 4, quarterWh)) * 4;
        return Optional.of(new Demand((int) watts, quarter));
    }

    private int indexAtOrAfter(int quarter) {
        int low = 0;
        int high = rows.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (rows.get(middle).quarter() < quarter) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
