package energy.sem.quarter;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import energy.sem.p1.Register;

/** The rows of the table {@code device_register}: which registers a device has, each with the quarter hour it was there first. */
public final class RegisterStarts {
    private RegisterStarts() {}

    /** Those of some devices, by device; a device that has none is left out. */
    public static Map<Integer, Map<Register, Integer>> of(Connection connection, Collection<Integer> deviceIds)
            throws SQLException {
        if (deviceIds.isEmpty()) {
            return Map.of();
        }
        String sql = "SELECT device_id, register, first_quarter FROM device_register WHERE device_id IN ("
                + String.join(",", Collections.nCopies(deviceIds.size(), "?")) + ")";
        Map<Integer, Map<Register, Integer>> starts = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int parameter = 1;
            for (int id : deviceIds) {
                statement.setInt(parameter++, id);
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    Register register = Register.ofColumn(rows.getString(2));
                    // One that only a newer version of SEM knows is left to it.
                    if (register != null) {
                        starts.computeIfAbsent(rows.getInt(1), id -> new EnumMap<>(Register.class))
                                .put(register, rows.getInt(3));
                    }
                }
            }
        }
        return starts;
    }

    /** The registers that any of the devices has. */
    public static Set<Register> registers(Collection<Map<Register, Integer>> starts) {
        Set<Register> all = EnumSet.noneOf(Register.class);
        starts.forEach(each -> all.addAll(each.keySet()));
        return all;
    }
}
