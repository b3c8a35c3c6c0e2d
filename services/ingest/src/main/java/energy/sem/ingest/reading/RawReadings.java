package energy.sem.ingest.reading;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import energy.sem.event.Electricity;
import energy.sem.event.Electricity.Phase;
import energy.sem.event.MBusReading;
import energy.sem.ingest.statement.Binder;

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

    private static final Comparator<ElectricityReading> ELECTRICITY_ORDER =
            Comparator.comparingInt(ElectricityReading::deviceId).thenComparingLong(ElectricityReading::atMilli);

    private static final Comparator<DeviceReading> DEVICE_ORDER =
            Comparator.comparingInt(DeviceReading::deviceId).thenComparingLong(DeviceReading::atMilli);

    private static final String INSERT_READING = "INSERT IGNORE INTO reading (device_id, at,"
            + " import_t1_wh, import_t2_wh, import_wh, export_t1_wh, export_t2_wh, export_wh,"
            + " tariff, import_w, export_w, demand_w,"
            + " voltage_l1_dv, voltage_l2_dv, voltage_l3_dv, current_l1_ca, current_l2_ca, current_l3_ca,"
            + " import_l1_w, import_l2_w, import_l3_w, export_l1_w, export_l2_w, export_l3_w,"
            + " gas_l, water_l) VALUES (?,?, ?,?,?,?,?,?, ?,?,?,?, ?,?,?,?,?,?, ?,?,?,?,?,?, ?,?)";

    private static final String INSERT_MBUS_READING =
            "INSERT IGNORE INTO mbus_reading (device_id, at, volume_l, heat_mj, energy_wh) VALUES (?,?,?,?,?)";

    /** Stores those that are not there yet; at most one row a device and time, so repeats in a batch cost nothing. */
    public void insertElectricity(Connection connection, Collection<ElectricityReading> readings) throws SQLException {
        insert(connection, INSERT_READING, inOrderAndOnce(readings, ELECTRICITY_ORDER), RawReadings::bind);
    }

    /** Stores those that are not there yet; at most one row a device and time, so repeats in a batch cost nothing. */
    public void insertDevices(Connection connection, Collection<DeviceReading> readings) throws SQLException {
        insert(connection, INSERT_MBUS_READING, inOrderAndOnce(readings, DEVICE_ORDER), RawReadings::bind);
    }

    /**
     * In order of the key: two writers meet in one order, and neighbours land on one page. Of those that share a key the
     * first stays.
     */
    private static <T> List<T> inOrderAndOnce(Collection<T> readings, Comparator<T> key) {
        List<T> sorted = new ArrayList<>(readings);
        sorted.sort(key);
        List<T> once = new ArrayList<>(sorted.size());
        T before = null;
        for (T reading : sorted) {
            if (before == null || key.compare(before, reading) != 0) {
                once.add(reading);
            }
            before = reading;
        }
        return once;
    }

    private static <T> void insert(Connection connection, String sql, List<T> sorted, RowBinding<T> binding)
            throws SQLException {
        if (sorted.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            Binder binder = new Binder(statement);
            for (int start = 0; start < sorted.size(); start += ROWS_A_STATEMENT) {
                for (T row : sorted.subList(start, Math.min(sorted.size(), start + ROWS_A_STATEMENT))) {
                    binding.bind(binder, row);
                    binder.addBatch();
                }
                statement.executeBatch();
                refuseWarnings(statement);
            }
        }
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

    private static void bind(Binder to, ElectricityReading row) throws SQLException {
        Electricity values = row.values();
        to.set((Integer) row.deviceId()).set((Long) row.atMilli());
        to.set(values.importT1Wh()).set(values.importT2Wh()).set(values.importWh());
        to.set(values.exportT1Wh()).set(values.exportT2Wh()).set(values.exportWh());
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
    }

    private static void bind(Binder to, DeviceReading row) throws SQLException {
        MBusReading values = row.values();
        to.set((Integer) row.deviceId()).set((Long) row.atMilli());
        to.set(values.volumeLitre()).set(values.heatMj()).set(values.energyWh());
    }

    private interface RowBinding<T> {
        void bind(Binder to, T row) throws SQLException;
    }
}
