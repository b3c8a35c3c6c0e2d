package energy.sem.ingest.quarter;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import energy.sem.ingest.statement.Bulk;
import energy.sem.p1.Register;
import energy.sem.quarter.QuarterRow;
import energy.sem.quarter.RegisterStarts;

/**
 * The rows of {@code device_register} of some devices: which registers each has, and the quarter hour in which each was
 * there first. The caller holds the locks of the meters. Not thread-safe.
 */
final class DeviceRegisters {
    private final Connection connection;
    private final Set<Register> registers = EnumSet.noneOf(Register.class);
    private final SortedMap<Key, Integer> firstQuarters = new TreeMap<>();
    private final SortedMap<Key, Integer> earlier = new TreeMap<>();

    private DeviceRegisters(Connection connection) {
        this.connection = connection;
    }

    /** What is known of these devices. */
    static DeviceRegisters read(Connection connection, Collection<Integer> deviceIds) throws SQLException {
        DeviceRegisters known = new DeviceRegisters(connection);
        RegisterStarts.of(connection, deviceIds)
                .forEach((device, starts) -> starts.forEach((register, quarter) -> {
                    known.firstQuarters.put(new Key(device, register), quarter);
                    known.registers.add(register);
                }));
        return known;
    }

    /** Writes down what these changes say that was not known: new registers, and ones that were there earlier. */
    void learn(Collection<QuarterChange> changes) throws SQLException {
        for (QuarterChange change : changes) {
            QuarterRow row = change.row();
            row.first().forEach((register, value) -> see(change.key(), register));
            row.last().forEach((register, value) -> see(change.key(), register));
        }
        if (earlier.isEmpty()) {
            return;
        }
        try (PreparedStatement upsert = connection.prepareStatement("INSERT INTO device_register VALUES (?,?,?)"
                + " ON DUPLICATE KEY UPDATE first_quarter = LEAST(first_quarter, VALUES(first_quarter))")) {
            for (Map.Entry<Key, Integer> each : earlier.entrySet()) {
                upsert.setInt(1, each.getKey().deviceId());
                upsert.setString(2, each.getKey().register().column());
                upsert.setInt(3, each.getValue());
                upsert.addBatch();
            }
            Bulk.execute(upsert);
        }
        earlier.clear();
    }

    /** All that any of the devices has. */
    Set<Register> registers() {
        return registers;
    }

    private void see(QuarterKey at, Register register) {
        Key key = new Key(at.deviceId(), register);
        Integer known = firstQuarters.get(key);
        if (known == null || at.quarter() < known) {
            registers.add(register);
            firstQuarters.put(key, at.quarter());
            earlier.put(key, at.quarter());
        }
    }

    private record Key(int deviceId, Register register) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byDevice = Integer.compare(deviceId, other.deviceId);
            return byDevice != 0 ? byDevice : register.compareTo(other.register);
        }
    }
}
