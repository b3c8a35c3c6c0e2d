package energy.sem.ingest.past;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import energy.sem.ingest.statement.Statements;
import energy.sem.p1.Register;

/**
 * A sum over all that a look at a device rests on: when it is the same before the look and under the meter's lock, nobody else has
 * changed any of it between. Of what the meter says after the file's end only the first reading is in it, so that a meter that goes
 * on being read does not count as a change.
 */
record Seen(String sum) {

    /**
     * What the tables say, as far as it is committed and this connection can see it.
     *
     * @param deviceId {@code null}: a device that is not there yet
     * @param bottom the oldest edge that is looked at
     * @param top the newest one
     * @param registers all that any row in question may have
     */
    static Seen of(
            Connection connection, String meter, Integer deviceId, int bottom, int top, Collection<Register> registers)
            throws SQLException {
        String devices = one(
                connection,
                "SELECT CONCAT_WS(' ', COUNT(*), MAX(m.id), COUNT(d.id), MAX(d.id)) FROM meter m LEFT JOIN device d"
                        + " ON d.meter_id = m.id WHERE m.name = ?",
                meter);
        if (deviceId == null) {
            return new Seen(devices);
        }
        String first = list("first_at", registers, Register::firstColumn, "COALESCE(%s, '-')");
        String last = list("last_at", registers, Register::lastColumn, "COALESCE(%s, '-')");
        // Each only ever grows or only falls, as readings and imports come: a sum that is the same is of the same rows.
        String whole = "SELECT CONCAT_WS(' ', COUNT(*), "
                + list("first_at", registers, Register::firstColumn, "COALESCE(SUM(%s), '-')") + ", "
                + list("last_at", registers, Register::lastColumn, "COALESCE(SUM(%s), '-')");
        String range = " WHERE device_id = ? AND quarter BETWEEN ? AND ?";
        return new Seen(String.join(
                " | ",
                devices,
                one(connection, whole + ") FROM quarter_hour" + range, deviceId, bottom - 1, top - 1),
                one(
                        connection,
                        whole + ", COALESCE(SUM(import_id), '-'), COUNT(applied)) FROM import_quarter" + range,
                        deviceId,
                        bottom - 1,
                        top + 1),
                one(
                        connection,
                        "SELECT CONCAT_WS(' ', quarter, " + first
                                + ") FROM quarter_hour WHERE device_id = ? AND quarter >= ? ORDER BY quarter LIMIT 1",
                        deviceId,
                        top),
                one(
                        connection,
                        "SELECT CONCAT_WS(' ', quarter, " + last
                                + ") FROM quarter_hour WHERE device_id = ? AND quarter < ? ORDER BY quarter DESC LIMIT 1",
                        deviceId,
                        bottom - 1)));
    }

    private static String list(
            String time, Collection<Register> registers, Function<Register, String> column, String form) {
        return Stream.concat(Stream.of(time), registers.stream().map(column))
                .map(form::formatted)
                .collect(Collectors.joining(", "));
    }

    private static String one(Connection connection, String sql, Object... parameters) throws SQLException {
        return String.join("", Statements.list(connection, sql, row -> row.getString(1), parameters));
    }
}
