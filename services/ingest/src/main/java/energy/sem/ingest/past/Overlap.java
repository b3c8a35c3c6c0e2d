package energy.sem.ingest.past;

import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

import energy.sem.ingest.quarter.ImportedQuarter;
import energy.sem.p1.Direction;
import energy.sem.p1.Register;
import energy.sem.p1.RegisterValues;
import energy.sem.quarter.QuarterHours;

/** What a file and the meter's own readings say of the same time, compared. Not thread-safe. */
final class Overlap {
    /** A file is refused where its sum differs by more than a thousandth. */
    private static final long DRIFT_DIVISOR = 1000;

    /** Some rounded rows differ by a few Wh without any drift. */
    static final long ROUNDING = 10;

    /** Registers in whole kWh and m³ are not wrong. */
    static final long WHOLE_UNITS = 1000;

    static final int[] SHIFTS = {0, -1, 1, -4, 4};

    private final Edges live;
    private final long rounding;
    private final Map<Register, long[]> sums = new EnumMap<>(Register.class);
    private final long[] shifted = new long[SHIFTS.length];
    private long count;
    private long shiftsCompared;
    private long greatest;
    private int greatestAt;
    private boolean registersCompared;

    /** @param rounding a sum that differs by no more is no difference */
    Overlap(Edges live, long rounding) {
        this.live = live;
        this.rounding = rounding;
    }

    /** Compares what flowed; nothing where the meter's own readings do not tell both edges. */
    void compare(Interval row) throws SQLException {
        RegisterValues from = live.at(row.fromQuarter());
        RegisterValues to = from == null ? null : live.at(row.toQuarter());
        if (to == null) {
            return;
        }
        long most = 0;
        for (Direction direction : Direction.values()) {
            most = Math.max(most, compare(direction, row, from, to));
        }
        most = Math.max(most, compare(Register.VOLUME_L, row, from, to));
        most = Math.max(most, compare(Register.HEAT_MJ, row, from, to));
        counted(row.fromQuarter(), most);
        compareShifted(shift -> {
            RegisterValues start = live.at(row.fromQuarter() + shift);
            RegisterValues end = start == null ? null : live.at(row.toQuarter() + shift);
            return end == null ? null : Math.abs(total(row.amounts()) - (total(end) - total(start)));
        });
    }

    /** Compares what registers showed at an edge. */
    void compare(int edge, RegisterValues file) throws SQLException {
        RegisterValues own = live.at(edge);
        if (own == null) {
            return;
        }
        registersCompared = true;
        long[] most = {0};
        file.forEach((register, value) -> {
            if (own.has(register)) {
                most[0] = Math.max(most[0], Math.abs(value - own.get(register)));
            }
        });
        counted(edge, most[0]);
        compareShifted(shift -> {
            RegisterValues then = live.at(edge + shift);
            return then == null ? null : Math.abs(total(file) - total(then));
        });
    }

    private long compare(Direction direction, Interval row, RegisterValues from, RegisterValues to) {
        RegisterValues amounts = row.amounts();
        long most = 0;
        boolean any = false;
        for (Register tariff : Register.tariffs(direction)) {
            if (amounts.has(tariff) && from.has(tariff) && to.has(tariff)) {
                most = Math.max(most, compare(tariff, row, from, to));
                any = true;
            }
        }
        Register total = Register.total(direction);
        Long file = amounts.total(direction);
        if (!any && file != null && from.total(direction) != null && to.total(direction) != null) {
            most = add(total, file, to.total(direction) - from.total(direction), row);
        }
        return most;
    }

    private long compare(Register register, Interval row, RegisterValues from, RegisterValues to) {
        RegisterValues amounts = row.amounts();
        return amounts.has(register) && from.has(register) && to.has(register)
                ? add(register, amounts.get(register), to.get(register) - from.get(register), row)
                : 0;
    }

    private long add(Register register, long file, long own, Interval row) {
        long[] sum = sums.computeIfAbsent(register, each -> new long[3]);
        sum[0] += file;
        sum[1] += own;
        sum[2] += row.trust() == ImportedQuarter.SUM ? own / Run.LACKING_DIVISOR : 0;
        return Math.abs(file - own);
    }

    private void counted(int quarter, long difference) {
        count++;
        if (difference > greatest || count == 1) {
            greatest = difference;
            greatestAt = quarter;
        }
    }

    private interface Shifted {
        Long difference(int shift) throws SQLException;
    }

    private void compareShifted(Shifted by) throws SQLException {
        long[] differences = new long[SHIFTS.length];
        for (int i = 0; i < SHIFTS.length; i++) {
            Long difference = by.difference(SHIFTS[i]);
            if (difference == null) {
                return;
            }
            differences[i] = difference;
        }
        shiftsCompared++;
        for (int i = 0; i < SHIFTS.length; i++) {
            shifted[i] += differences[i];
        }
    }

    private static long total(RegisterValues values) {
        long total = 0;
        for (Direction direction : Direction.values()) {
            Long its = values.total(direction);
            total += its == null ? 0 : its;
        }
        total += values.has(Register.VOLUME_L) ? values.get(Register.VOLUME_L) : 0;
        return total + (values.has(Register.HEAT_MJ) ? values.get(Register.HEAT_MJ) : 0);
    }

    long count() {
        return count;
    }

    /** The greatest difference of one comparison, in the register's unit. */
    long greatest() {
        return greatest;
    }

    Instant greatestAt() {
        return QuarterHours.start(greatestAt);
    }

    /** What the file counted more than the meter, over all that was compared. */
    long sum() {
        return sums.values().stream().mapToLong(sum -> sum[0] - sum[1]).sum();
    }

    /** By how many quarter hours the file's times would have to move to fit best. */
    int bestShift() {
        int best = 0;
        for (int i = 1; i < SHIFTS.length; i++) {
            if (shifted[i] < shifted[best]) {
                best = i;
            }
        }
        // A household that uses little differs little: only a fit that is clearly better is one.
        boolean clearly =
                shiftsCompared >= 8 && shifted[best] * 4 < shifted[0] && shifted[0] > ROUNDING * shiftsCompared / 4;
        return clearly ? SHIFTS[best] : 0;
    }

    /** Why the file cannot be of this meter; {@code null} when it can. */
    String refusal() {
        int shift = bestShift();
        if (shift != 0) {
            return "Its times are off: moved by %+d minutes it fits the meter's own readings. Import it with the shift of %d minutes."
                    .formatted(shift * 15, shift * 15);
        }
        if (registersCompared && greatest > WHOLE_UNITS) {
            return "Its registers are not those of this meter: at %s they differ by %,d. Is it another meter, or are two registers exchanged?"
                    .formatted(greatestAt(), greatest);
        }
        for (Map.Entry<Register, long[]> each : sums.entrySet()) {
            long file = each.getValue()[0];
            long own = each.getValue()[1];
            long tolerance = Math.max(rounding, own / DRIFT_DIVISOR);
            if (file - own > tolerance || own - file > tolerance + each.getValue()[2]) {
                return ("Where both know the time, the file counts %,d and the meter %,d (%s): more than a thousandth apart. Is it another"
                                + " meter, or are two tariffs exchanged?")
                        .formatted(file, own, each.getKey().label());
            }
        }
        return null;
    }
}
