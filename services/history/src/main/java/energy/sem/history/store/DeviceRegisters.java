package energy.sem.history.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import energy.sem.p1.Register;

/** The rows of {@code device_register}: which registers a device has, and since which quarter hour. */
final class DeviceRegisters {
    static Map<Integer, Map<Register, Integer>> of(Connection connection, Collection<Integer> deviceIds)
            throws SQLException {
        String sql = "SELECT device_id, register, first_quarter FROM device_register WHERE device_id IN "
                + QuarterSql.placeholders(deviceIds.size());
        Map<Integer, Map<Register, Integer>> registers = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int parameter = 1;
            for (int id : deviceIds) {
                statement.setInt(parameter++, id);
            }
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    Register register = Register.ofColumn(result.getString(2));
                    // A register that only a newer ingest knows is left to a newer history.
                    if (register != null) {
                        registers
                                .computeIfAbsent(result.getInt(1), id -> new EnumMap<>(Register.class))
                                .put(register, result.getInt(3));
                    }
                }
            }
        }
        return registers;
    }

    /** Those that any device has. */
    static Set<Register> all(Collection<Map<Register, Integer>> registers) {
        Set<Register> all = EnumSet.noneOf(Register.class);
        registers.forEach(each -> all.addAll(each.keySet()));
        return all;
    }

    private DeviceRegisters() {}
}
