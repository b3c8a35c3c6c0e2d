package energy.sem.history.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import energy.sem.event.Electricity;
import energy.sem.event.MBusReading;
import energy.sem.p1.Register;
import energy.sem.p1.RegisterValues;

/**
 * Raw readings, as long as they are kept, some thousand at a time, so that a long answer holds neither memory nor a
 * connection.
 */
@ApplicationScoped
public class RawReadings {
    /** Rows a query. */
    public static final int PAGE = 4000;

    private static final String ELECTRICITY = "SELECT at, tariff, import_w, export_w, demand_w,"
            + " voltage_l1_dv, current_l1_ca, import_l1_w, export_l1_w,"
            + " voltage_l2_dv, current_l2_ca, import_l2_w, export_l2_w,"
            + " voltage_l3_dv, current_l3_ca, import_l3_w, export_l3_w, "
            + Register.ofElectricityMeter().stream().map(Register::column).collect(Collectors.joining(", "))
            + " FROM reading WHERE device_id = ? AND at >= ? AND at < ? ORDER BY at LIMIT " + PAGE;
    private static final int FIRST_REGISTER = 18;
    private static final String MBUS = "SELECT at, volume_l, heat_mj, energy_wh"
            + " FROM mbus_reading WHERE device_id = ? AND at >= ? AND at < ? ORDER BY at LIMIT " + PAGE;
    private static final int PHASES = 3;

    private final DataSource source;

    public RawReadings(DataSource source) {
        this.source = source;
    }

    /** The first {@value #PAGE} readings of a device from one instant to before another, in order. */
    public List<RawRow> page(Device device, long fromMilli, long toMilli) {
        boolean electricity = device.kind() == Kind.ELECTRICITY;
        List<RawRow> rows = new ArrayList<>();
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(electricity ? ELECTRICITY : MBUS)) {
            statement.setInt(1, device.id());
            statement.setLong(2, fromMilli);
            statement.setLong(3, toMilli);
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    long at = result.getLong(1);
                    rows.add(
                            electricity
                                    ? new RawRow(at, electricity(device, result), null)
                                    : new RawRow(at, null, mbus(device, at, result)));
                }
            }
        } catch (SQLException e) {
            throw new DatabaseFailure("raw readings", e);
        }
        return rows;
    }

    /** The mean power from the grid in each bin before an instant, the newest bin first, W; {@code null} without data. */
    public List<Integer> meanImportW(Device device, long beforeMilli, long binMilli, int bins) {
        String sql = "SELECT FLOOR((? - 1 - at) / ?) AS bin, FLOOR(AVG(import_w)) FROM reading"
                + " WHERE device_id = ? AND at >= ? AND at < ? GROUP BY bin";
        List<Integer> means = new ArrayList<>(Collections.nCopies(bins, null));
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, beforeMilli);
            statement.setLong(2, binMilli);
            statement.setInt(3, device.id());
            statement.setLong(4, beforeMilli - bins * binMilli);
            statement.setLong(5, beforeMilli);
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    means.set(result.getInt(1), Nullable.integer(result, 2));
                }
            }
        } catch (SQLException e) {
            throw new DatabaseFailure("raw readings", e);
        }
        return means;
    }

    /**
     * The mean power in each bin from an instant on, W; a bin without readings keeps what is in the arrays.
     *
     * @param importW filled with the power from the grid; as many bins as it is long
     * @param exportW filled with the power to the grid
     */
    public void meanPowerW(Device device, long fromMilli, long binMilli, Integer[] importW, Integer[] exportW) {
        String sql = "SELECT FLOOR((at - ?) / ?) AS bin, ROUND(AVG(import_w)), ROUND(AVG(export_w)) FROM reading"
                + " WHERE device_id = ? AND at >= ? AND at < ? GROUP BY bin";
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, fromMilli);
            statement.setLong(2, binMilli);
            statement.setInt(3, device.id());
            statement.setLong(4, fromMilli);
            statement.setLong(5, fromMilli + importW.length * binMilli);
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    importW[result.getInt(1)] = Nullable.integer(result, 2);
                    exportW[result.getInt(1)] = Nullable.integer(result, 3);
                }
            }
        } catch (SQLException e) {
            throw new DatabaseFailure("raw readings", e);
        }
    }

    static List<Electricity.Phase> phases(ResultSet result, int firstColumn) throws SQLException {
        List<Electricity.Phase> phases = new ArrayList<>();
        for (int phase = 1; phase <= PHASES; phase++) {
            int column = firstColumn + 4 * (phase - 1);
            Electricity.Phase each = new Electricity.Phase(
                    phase,
                    Nullable.integer(result, column),
                    Nullable.integer(result, column + 1),
                    Nullable.integer(result, column + 2),
                    Nullable.integer(result, column + 3));
            if (!each.equals(new Electricity.Phase(phase, null, null, null, null))) {
                phases.add(each);
            }
        }
        return phases;
    }

    private static Electricity electricity(Device device, ResultSet result) throws SQLException {
        return new Electricity(
                device.serial(),
                Nullable.integer(result, 2),
                registers(result),
                Nullable.integer(result, 3),
                Nullable.integer(result, 4),
                Nullable.integer(result, 5),
                phases(result, 6));
    }

    private static RegisterValues registers(ResultSet result) throws SQLException {
        RegisterValues.Builder values = RegisterValues.builder();
        int column = FIRST_REGISTER;
        for (Register register : Register.ofElectricityMeter()) {
            values.set(register, Nullable.whole(result, column++));
        }
        return values.build();
    }

    private static MBusReading mbus(Device device, long at, ResultSet result) throws SQLException {
        return new MBusReading(
                0,
                device.kind().onMBus(),
                device.serial(),
                Instant.ofEpochMilli(at),
                Nullable.whole(result, 2),
                Nullable.whole(result, 3),
                Nullable.whole(result, 4));
    }
}
