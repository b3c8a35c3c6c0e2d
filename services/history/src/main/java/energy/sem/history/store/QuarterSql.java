package energy.sem.history.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

import energy.sem.quarter.QuarterRow;
import energy.sem.quarter.Register;
import energy.sem.quarter.RegisterValues;

/** The columns of {@code quarter_hour} that rows are made of, and how. */
final class QuarterSql {
    static final String SELECT = "SELECT " + columns() + " FROM quarter_hour ";

    /** {@code (?,?,?)} with so many question marks. */
    static String placeholders(int count) {
        return "(" + String.join(",", Collections.nCopies(count, "?")) + ")";
    }

    static int deviceId(ResultSet result) throws SQLException {
        return result.getInt(1);
    }

    static QuarterRow row(ResultSet result) throws SQLException {
        Map<Register, Long> first = new EnumMap<>(Register.class);
        Map<Register, Long> last = new EnumMap<>(Register.class);
        int column = 5;
        for (Register register : Register.values()) {
            put(first, register, result, column++);
            put(last, register, result, column++);
        }
        return new QuarterRow(
                result.getInt(2),
                result.getLong(3),
                result.getLong(4),
                RegisterValues.of(first),
                RegisterValues.of(last));
    }

    private static void put(Map<Register, Long> values, Register register, ResultSet result, int column)
            throws SQLException {
        long value = result.getLong(column);
        if (!result.wasNull()) {
            values.put(register, value);
        }
    }

    private static String columns() {
        StringBuilder columns = new StringBuilder("device_id, quarter, first_at, last_at");
        for (Register register : Register.values()) {
            columns.append(", ").append(register.firstColumn());
            columns.append(", ").append(register.lastColumn());
        }
        return columns.toString();
    }

    private QuarterSql() {}
}
