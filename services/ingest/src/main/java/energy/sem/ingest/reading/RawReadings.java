package energy.sem.ingest.reading;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import energy.sem.event.Electricity;
import energy.sem.event.Electricity.Phase;
import energy.sem.event.MBusReading;
import energy.sem.ingest.statement.Binder;
import energy.sem.ingest.statement.Bulk;
import energy.sem.p1.Register;
import energy.sem.p1.RegisterValues;

/**
 * The rows of {@code reading} and {@code mbus_reading}, by bulk {@code INSERT IGNORE}: of two readings of one device at
 * one time the first to arrive stays. IGNORE turns every error into a warning, so any but "duplicate" is made an error
 * again. The caller has checked that each row has a partition and that phases are 1 to 3.
 */
@ApplicationScoped
public class RawReadings {
    /** More than a batch has: 3000 at once are stored 1.4 times as fast as 1000, which keep client and server in turns. */
    private static final int ROWS_A_STATEMENT = 5000;

    private static final int DUPLICATE_ENTRY = 1062;
    private static final int NO_PARTITION = 1526;

    private static final int PHASES = 3;

    private static final String INSERT_MBUS_READING =
            "INSERT IGNORE INTO mbus_reading (device_id, at, volume_l, heat_mj, energy_wh) VALUES (?,?,?,?,?)";

    /** Stores those that are not there yet, by device; repeats in a batch cost nothing. */
    public void insertElectricity(Connection connection, SortedMap<Integer, List<ElectricityReading>> byDevice)
            throws SQLException {
        List<Register> registers = registers(byDevice.values());
        insert(connection, insertReading(registers), byDevice, (to, id, row) -> bind(to, id, row, registers));
    }

    /** Stores those that are not there yet, by device; repeats in a batch cost nothing. */
    public void insertDevices(Connection connection, SortedMap<Integer, List<DeviceReading>> byDevice)
            throws SQLException {
        insert(connection, INSERT_MBUS_READING, byDevice, RawReadings::bind);
    }

    /** Those that any of the readings has: what no meter sends costs nothing. */
    private static List<Register> registers(Collection<List<ElectricityReading>> readings) {
        Set<Register> registers = EnumSet.noneOf(Register.class);
        for (List<ElectricityReading> ofDevice : readings) {
            RegisterValues before = null;
            for (ElectricityReading reading : ofDevice) {
                RegisterValues values = reading.values().registers();
                if (before == null || !values.hasSameRegisters(before)) {
                    values.forEach((register, value) -> registers.add(register));
                }
                before = values;
            }
        }
        return List.copyOf(registers);
    }

    private static String insertReading(List<Register> registers) {
        return "INSERT IGNORE INTO reading (device_id, at, tariff, import_w, export_w, demand_w,"
                + " voltage_l1_dv, voltage_l2_dv, voltage_l3_dv, current_l1_ca, current_l2_ca, current_l3_ca,"
                + " import_l1_w, import_l2_w, import_l3_w, export_l1_w, export_l2_w, export_l3_w, gas_l, water_l"
                + registers.stream().map(register -> ", " + register.column()).collect(Collectors.joining())
                + ") VALUES (?,?, ?,?,?,?, ?,?,?,?,?,?, ?,?,?,?,?,?, ?,?" + ",?".repeat(registers.size()) + ")";
    }

    /** In order of the key: two writers meet in one order, and neighbours land on one page. */
    private static <T extends TimedReading> void insert(
            Connection connection, String sql, SortedMap<Integer, List<T>> byDevice, RowBinding<T> binding)
            throws SQLException {
        if (byDevice.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            Binder binder = new Binder(statement);
            int rows = 0;
            for (Map.Entry<Integer, List<T>> device : byDevice.entrySet()) {
                for (T reading : inOrderAndOnce(device.getValue())) {
                    binding.bind(binder, device.getKey(), reading);
                    binder.addBatch();
                    if (++rows == ROWS_A_STATEMENT) {
                        Bulk.execute(statement, RawReadings::refuseWarnings);
                        rows = 0;
                    }
                }
            }
            if (rows > 0) {
                Bulk.execute(statement, RawReadings::refuseWarnings);
            }
        }
    }

    /** By time; of those at one time the first stays. As it is, if it is so: that is how a meter's telegrams come. */
    private static <T extends TimedReading> List<T> inOrderAndOnce(List<T> readings) {
        boolean inOrder = true;
        for (int i = 1; i < readings.size() && inOrder; i++) {
            inOrder = readings.get(i - 1).atMilli() < readings.get(i).atMilli();
        }
        if (inOrder) {
            return readings;
        }
        SortedMap<Long, T> once = new TreeMap<>();
        readings.forEach(reading -> once.putIfAbsent(reading.atMilli(), reading));
        return List.copyOf(once.values());
    }

    private static void refuseWarnings(PreparedStatement statement) throws SQLException {
        for (SQLWarning warning = statement.getWarnings(); warning != null; warning = warning.getNextWarning()) {
            if (warning.getErrorCode() == NO_PARTITION) {
                throw new SQLException(warning.getMessage(), "HY000", NO_PARTITION);
            }
            if (warning.getErrorCode() != DUPLICATE_ENTRY) {
                throw new SQLDataException(warning.getMessage(), "22000", warning.getErrorCode());
            }
        }
        statement.clearWarnings();
    }

    private static void bind(Binder to, Integer deviceId, ElectricityReading row, List<Register> registers)
            throws SQLException {
        Electricity values = row.values();
        to.set(deviceId).set((Long) row.atMilli());
        to.set(values.tariff()).set(values.importW()).set(values.exportW()).set(values.demandW());
        Phase[] phases = new Phase[PHASES];
        for (Phase phase : values.phases()) {
            if (phases[phase.phase() - 1] == null) {
                phases[phase.phase() - 1] = phase;
            }
        }
        for (Phase phase : phases) {
            to.set(phase == null ? null : phase.voltageDeciV());
        }
        for (Phase phase : phases) {
            to.set(phase == null ? null : phase.currentCentiA());
        }
        for (Phase phase : phases) {
            to.set(phase == null ? null : phase.importW());
        }
        for (Phase phase : phases) {
            to.set(phase == null ? null : phase.exportW());
        }
        to.set(row.gasLitre()).set(row.waterLitre());
        for (Register register : registers) {
            to.set(values.registers().get(register));
        }
    }

    private static void bind(Binder to, Integer deviceId, DeviceReading row) throws SQLException {
        MBusReading values = row.values();
        to.set(deviceId).set((Long) row.atMilli());
        to.set(values.volumeLitre()).set(values.heatMj()).set(values.energyWh());
    }

    private interface RowBinding<T> {
        void bind(Binder to, Integer deviceId, T row) throws SQLException;
    }
}
