package energy.sem.history.period;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

import energy.sem.history.model.Tables;
import energy.sem.history.store.Device;
import energy.sem.history.store.Kind;
import energy.sem.history.store.Meter;
import energy.sem.local.test.TestServices;

/** Meters with a long history, written by the server itself. */
public final class LongMeters {
    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

    /** Electricity with a row each quarter hour, gas and water with one an hour, until now. */
    public static Meter write(String name, int days, Instant now) throws SQLException {
        long last = now.getEpochSecond() / 900;
        long count = days * 96L;
        try (Connection connection = TestServices.get().connect("sem_ingest");
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("INSERT INTO meter (name, first_at) VALUES ('" + name + "', 0)");
            for (String kind : List.of("electricity", "gas", "water")) {
                statement.executeUpdate("INSERT INTO device (meter_id, kind, serial, first_at) SELECT id, '" + kind
                        + "', '" + name + kind + "', 0 FROM meter WHERE name = '" + name + "'");
            }
            String rows = " FROM seq_0_to_" + (count - 1) + " s JOIN device d WHERE d.serial = '" + name;
            String times = "d.id, " + (last - count + 1) + " + seq, (" + (last - count + 1) + " + seq) * 900000, ("
                    + (last - count + 1) + " + seq) * 900000 + 1000";
            statement.executeUpdate("INSERT INTO quarter_hour (device_id, quarter, first_at, last_at,"
                    + " first_import_t1_wh, last_import_t1_wh, first_import_t2_wh, last_import_t2_wh) SELECT " + times
                    + ", 100 * seq, 100 * seq, 50 * seq, 50 * seq" + rows + "electricity'");
            for (String kind : List.of("gas", "water")) {
                statement.executeUpdate("INSERT INTO quarter_hour (device_id, quarter, first_at, last_at,"
                        + " first_volume_l, last_volume_l) SELECT " + times + ", seq, seq" + rows + kind
                        + "' AND (" + (last - count + 1) + " + seq) % 4 = 0");
            }
            statement.executeUpdate("INSERT INTO electricity_day (device_id, day, peak_w, peak_quarter, covered_s)"
                    + " SELECT d.id, DATE('" + LocalDate.ofInstant(now, BRUSSELS)
                    + "') - INTERVAL seq DAY, 600, 1, 86400 FROM seq_0_to_" + (days - 1)
                    + " s JOIN device d WHERE d.serial = '" + name + "electricity'");
            List<Device> devices = List.of(
                    device(statement, name, Kind.ELECTRICITY),
                    device(statement, name, Kind.GAS),
                    device(statement, name, Kind.WATER));
            for (Device device : devices) {
                Tables.registers(connection, device.id());
            }
            return new Meter(name, false, 0, devices);
        }
    }

    private static Device device(Statement statement, String name, Kind kind) throws SQLException {
        try (ResultSet id =
                statement.executeQuery("SELECT id FROM device WHERE serial = '" + name + kind.word() + "'")) {
            id.next();
            return new Device(id.getInt(1), kind, name + kind.word());
        }
    }

    private LongMeters() {}
}
