package energy.sem.quarter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;

import energy.sem.p1.Register;
import energy.sem.p1.RegisterValues;

/**
 * The columns of the table {@code quarter_hour} that make a {@link QuarterRow}, for those registers that the devices in
 * question have: a register that nobody has costs nothing. Immutable and thread-safe.
 */
public final class QuarterColumns {
    private final List<Register> registers;
    private final String list;

    private QuarterColumns(Collection<Register> registers) {
        this.registers = List.copyOf(registers);
        this.list = "quarter, first_at, last_at"
                + this.registers.stream()
                        .map(register -> ", " + register.firstColumn() + ", " + register.lastColumn())
                        .collect(Collectors.joining());
    }

    /** The columns for these registers. */
    public static QuarterColumns of(Collection<Register> registers) {
        EnumSet<Register> once = EnumSet.noneOf(Register.class);
        once.addAll(registers);
        return new QuarterColumns(once);
    }

    /** Their names, to stand behind SELECT, in the order in which {@link #read} wants them. */
    public String list() {
        return list;
    }

    /** The registers, in the order of {@link Register}. */
    public List<Register> registers() {
        return registers;
    }

    /**
     * The row that a result stands on.
     *
     * @param column the number of the first of its columns in the result, from 1
     */
    public QuarterRow read(ResultSet result, int column) throws SQLException {
        RegisterValues.Builder first = RegisterValues.builder();
        RegisterValues.Builder last = RegisterValues.builder();
        int next = column + 3;
        for (Register register : registers) {
            set(first, register, result, next++);
            set(last, register, result, next++);
        }
        return new QuarterRow(
                result.getInt(column),
                result.getLong(column + 1),
                result.getLong(column + 2),
                first.build(),
                last.build());
    }

    private static void set(RegisterValues.Builder values, Register register, ResultSet result, int column)
            throws SQLException {
        long value = result.getLong(column);
        if (!result.wasNull()) {
            values.set(register, value);
        }
    }
}
