package energy.sem.history.api;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

import energy.sem.history.model.PlainDevice;
import energy.sem.history.model.Tables;
import energy.sem.local.test.TestServices;

/** Meters in the tables, for tests of the addresses: a reading each five minutes, 10 Wh and a litre more each time. */
final class SampleMeters {
    static final ZoneId ZONE = ZoneId.of("Europe/Brussels");

    /** A meter read every five minutes until the last one before now. */
    static void write(String name, boolean simulated, int days) throws SQLException {
        long last = Instant.now().toEpochMilli() / 300_000 * 300_000;
        write(name, simulated, last - days * 86_400_000L, last);
    }

    /** A meter read every five minutes from one instant to another, milliseconds since 1970 in UTC. */
    static void write(String name, boolean simulated, long first, long last) throws SQLException {
        PlainDevice electricity = new PlainDevice("electricity", "1SEM" + name);
        PlainDevice gas = new PlainDevice("gas", "7SEM" + name);
        long count = 0;
        for (long at = first; at <= last; at += 300_000) {
            electricity.readings.put(
                    at, Map.of("import_t1_wh", 1_000_000 + 10 * count, "import_t2_wh", 2_000_000L, "export_t1_wh", 5L));
            gas.readings.put(at, Map.of("volume_l", 50_000 + count));
            count++;
        }
        try (Connection connection = TestServices.get().connect("sem_ingest")) {
            new Tables(connection).write(name, simulated, List.of(electricity, gas), ZONE);
        }
    }

    /** Raw readings of the meter's devices, one a second: 120 W, the registers as they began. */
    static void raw(String meter, long firstMilli, int count) throws SQLException {
        try (Connection connection = TestServices.get().connect("sem_migrate");
                Statement statement = connection.createStatement()) {
            partition(statement, "reading");
            partition(statement, "mbus_reading");
        }
        try (Connection connection = TestServices.get().connect("sem_ingest");
                Statement statement = connection.createStatement()) {
            String numbers = " FROM (SELECT seq FROM seq_0_to_" + (count - 1) + ") s JOIN device d JOIN meter m"
                    + " ON m.id = d.meter_id WHERE m.name = '" + meter + "' AND d.kind = ";
            statement.executeUpdate("INSERT INTO reading (device_id, at, import_t1_wh, import_t2_wh, tariff, import_w,"
                    + " export_w, voltage_l1_dv) SELECT d.id, " + firstMilli
                    + " + 1000 * seq, 1000000, 2000000, 1, 120, 0, 2301" + numbers + "'electricity'");
            statement.executeUpdate("INSERT INTO mbus_reading (device_id, at, volume_l) SELECT d.id, " + firstMilli
                    + " + 1000 * seq, 50000" + numbers + "'gas'");
        }
    }

    private static void partition(Statement statement, String table) throws SQLException {
        try (ResultSet all = statement.executeQuery("SELECT COUNT(*) FROM information_schema.partitions"
                + " WHERE table_schema = 'sem' AND table_name = '" + table
                + "' AND partition_description = 'MAXVALUE'")) {
            all.next();
            if (all.getInt(1) > 0) {
                return;
            }
        }
        statement.executeUpdate("ALTER TABLE " + table + " ADD PARTITION (PARTITION later VALUES LESS THAN MAXVALUE)");
    }

    private SampleMeters() {}
}
