package energy.sem.system.faults;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/** The rows of one meter, as text, as the database has them. A row reads as {@link Recomputation} writes it. */
final class StoredRows {
    private StoredRows() {}

    /** Raw readings. */
    static List<String> readings(Connection connection, String meter, String serial) throws SQLException {
        return rows(
                connection,
                "SELECT r.at, r.import_t1_wh, r.import_t2_wh, r.export_t1_wh, r.import_w, r.export_w, r.voltage_l1_dv",
                "reading r",
                "electricity",
                meter,
                serial,
                "r.at");
    }

    /** Quarter hours of the electricity meter. */
    static List<String> quarterHours(Connection connection, String meter, String serial) throws SQLException {
        return rows(
                connection,
                "SELECT r.quarter, r.first_at, r.last_at, r.first_import_t1_wh, r.last_import_t1_wh, r.first_import_t2_wh,"
                        + " r.last_import_t2_wh, r.first_export_t1_wh, r.last_export_t1_wh, r.max_import_w, r.max_export_w,"
                        + " r.min_voltage_l1_dv, r.max_voltage_l1_dv",
                "quarter_hour r",
                "electricity",
                meter,
                serial,
                "r.quarter");
    }

    /** Quarter hours of the gas meter. */
    static List<String> gasQuarterHours(Connection connection, String meter, String serial) throws SQLException {
        return rows(
                connection,
                "SELECT r.quarter, r.first_at, r.last_at, r.first_volume_l, r.last_volume_l",
                "quarter_hour r",
                "gas",
                meter,
                "7" + serial.substring(1),
                "r.quarter");
    }

    /** Days with their peaks. */
    static List<String> days(Connection connection, String meter, String serial) throws SQLException {
        return rows(
                connection,
                "SELECT r.day, r.peak_w, r.peak_quarter, r.covered_s",
                "electricity_day r",
                "electricity",
                meter,
                serial,
                "r.day");
    }

    /** What the meter says of its months. */
    static List<String> monthPeaks(Connection connection, String meter, String serial) throws SQLException {
        return rows(
                connection,
                "SELECT r.month, r.running_w, r.running_at",
                "month_peak r",
                "electricity",
                meter,
                serial,
                "r.month");
    }

    /** Whether a reading later than this is there. */
    static boolean hasAfter(Connection connection, String meter, String serial, Instant at) throws SQLException {
        List<String> newest = rows(connection, "SELECT MAX(r.at)", "reading r", "electricity", meter, serial, "1");
        return !newest.get(0).equals("null") && (at == null || Long.parseLong(newest.get(0)) > at.toEpochMilli());
    }

    private static List<String> rows(
            Connection connection, String select, String table, String kind, String meter, String serial, String order)
            throws SQLException {
        String query = select + " FROM " + table
                + " JOIN device d ON d.id = r.device_id JOIN meter m ON m.id = d.meter_id"
                + " WHERE m.name = ? AND d.kind = ? AND d.serial = ? ORDER BY " + order;
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, meter);
            statement.setString(2, kind);
            statement.setString(3, serial);
            try (ResultSet result = statement.executeQuery()) {
                List<String> rows = new ArrayList<>();
                int columns = result.getMetaData().getColumnCount();
                while (result.next()) {
                    StringJoiner row = new StringJoiner("|");
                    for (int i = 1; i <= columns; i++) {
                        row.add(result.getString(i));
                    }
                    rows.add(row.toString());
                }
                return rows;
            }
        }
    }
}
