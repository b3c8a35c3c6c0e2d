package energy.sem.quarter;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import energy.sem.p1.Direction;
import energy.sem.p1.Register;
import energy.sem.p1.RegisterValues;

/**
 * A device's quarter rows, in order, and what follows from them. Rows may be missing. An answer is right when the series
 * holds every row of the time asked for, the nearest one before it and the nearest one at or after its end; of a register
 * that does not live as long as its device also the rows in which it begins and ends.
 */
public final class QuarterSeries {
    /** A demand counts only where the readings around each of its edges are at most this far apart. */
    public static final long DEMAND_BRACKET_MILLI = 120_000;

    /** Electricity: more time than this between neighbouring readings is a gap. */
    public static final long ELECTRICITY_GAP_MILLI = 15 * 60_000;

    /** M-Bus devices, read each hour or more often: more time than this between neighbouring readings is a gap. */
    public static final long MBUS_GAP_MILLI = 75 * 60_000;

    private final List<QuarterRow> rows;

    /** The same where they are packed; {@code null} where they are objects. */
    private final PackedRows packed;

    /** Those that any of the rows has. */
    private final Set<Register> registers = EnumSet.noneOf(Register.class);

    /**
     * @param rows at most one a quarter hour, in order; {@link PackedRows} are kept as they are
     * @throws IllegalArgumentException when they are not in strictly rising order
     */
    public QuarterSeries(List<QuarterRow> rows) {
        if (rows instanceof PackedRows some) {
            this.rows = packed = some;
            registers.addAll(some.present());
            return;
        }
        this.rows = List.copyOf(rows);
        this.packed = null;
        for (int i = 1; i < rows.size(); i++) {
            if (rows.get(i - 1).quarter() >= rows.get(i).quarter()) {
                throw new IllegalArgumentException("quarter hour " + rows.get(i).quarter() + " comes after "
                        + rows.get(i - 1).quarter());
            }
        }
        for (QuarterRow row : this.rows) {
            row.first().forEach((register, value) -> registers.add(register));
            row.last().forEach((register, value) -> registers.add(register));
        }
    }

    /** The rows, in order. */
    public List<QuarterRow> rows() {
        return rows;
    }

    /**
     * A register's value at the start of a quarter hour, between the nearest readings that have the register; empty when
     * none has. Before its first reading it holds its first value ({@link EdgeValue.Basis#START}), after its last one the last
     * ({@link EdgeValue.Basis#OPEN}): a tariff that a meter begins to send later makes no sum jump.
     */
    public Optional<EdgeValue> edge(Register register, int quarter) {
        if (!registers.contains(register)) {
            return Optional.empty();
        }
        int at = indexAtOrAfter(quarter);
        RegisterReading after = RegisterReading.firstFrom(rows, at, register);
        RegisterReading before = RegisterReading.lastBefore(rows, at, register);
        return EdgeValue.at(
                QuarterHours.startMilli(quarter),
                before == null ? 0 : before.atMilli(),
                before == null ? null : before.value(register),
                after == null ? 0 : after.atMilli(),
                after == null ? null : after.value(register));
    }

    /** Energy from the grid at the start of a quarter hour, Wh: {@link #energyWh}. */
    public Optional<EdgeValue> importWh(int quarter) {
        return energyWh(Direction.IMPORT, quarter);
    }

    /** Energy to the grid at the start of a quarter hour, Wh: {@link #energyWh}. */
    public Optional<EdgeValue> exportWh(int quarter) {
        return energyWh(Direction.EXPORT, quarter);
    }

    /**
     * The energy that went one way up to the start of a quarter hour, Wh, by the rule of {@link RegisterValues#total}: the
     * meter's own total where it gives one, else the sum over all tariffs that it has. Where readings beside the edge lack
     * the total, the tariffs lead to the next one that has it, or on from the last. So each edge has one value, and
     * differences between edges always add up.
     */
    public Optional<EdgeValue> energyWh(Direction direction, int quarter) {
        Register total = Register.total(direction);
        Optional<EdgeValue> sum = tariffSum(direction, quarter);
        if (!registers.contains(total)) {
            return sum;
        }
        Optional<EdgeValue> ofTotal = edge(total, quarter);
        boolean tariffsKnowLess =
                sum.isEmpty() || (ofTotal.get().isInside() && !sum.get().isInside());
        if (tariffsKnowLess || hasBeside(total, quarter)) {
            return ofTotal;
        }
        int at = indexAtOrAfter(quarter);
        RegisterReading next = RegisterReading.firstFrom(rows, at, total);
        RegisterReading anchor = next != null ? next : RegisterReading.lastBefore(rows, at, total);
        return Optional.of(sum.get().plus(anchor.value(total) - tariffSumAt(direction, anchor)));
    }

    /** Whether the readings next to the edge have the register: the one exactly at it, or the ones on both sides. */
    private boolean hasBeside(Register register, int quarter) {
        int at = indexAtOrAfter(quarter);
        if (at == rows.size() || !rows.get(at).first().has(register)) {
            return false;
        }
        boolean exact = rows.get(at).firstAtMilli() == QuarterHours.startMilli(quarter);
        return exact || (at > 0 && rows.get(at - 1).last().has(register));
    }

    /** After interpolating each tariff; those outside their life hold their value and make the sum no less certain. */
    private Optional<EdgeValue> tariffSum(Direction direction, int quarter) {
        EdgeValue inside = null;
        EdgeValue outside = null;
        for (Register tariff : Register.tariffs(direction)) {
            EdgeValue edge = edge(tariff, quarter).orElse(null);
            if (edge != null && edge.isInside()) {
                inside = inside == null ? edge : inside.plus(edge);
            } else if (edge != null) {
                outside = outside == null ? edge : outside.plus(edge);
            }
        }
        return Optional.ofNullable(inside == null ? outside : outside == null ? inside : inside.plus(outside.value()));
    }

    private long tariffSumAt(Direction direction, RegisterReading reading) {
        long sum = 0;
        for (Register tariff : Register.tariffs(direction)) {
            if (registers.contains(tariff)) {
                sum = Math.addExact(sum, reading.nearestValue(rows, tariff));
            }
        }
        return sum;
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
            int found = packed == null ? rows.get(middle).quarter() : packed.quarter(middle);
            if (found < quarter) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
