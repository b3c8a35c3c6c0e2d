package energy.sem.history.api;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

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

    /** A meter read every five minutes in the last days, and a year earlier too: then it counted twice as fast. */
    static void nowAndAYearAgo(String name, int days) throws SQLException {
        PlainDevice electricity = new PlainDevice("electricity", "1SEM" + name);
        PlainDevice gas = new PlainDevice("gas", "7SEM" + name);
        ZonedDateTime last = Instant.ofEpochMilli(Instant.now().toEpochMilli() / 300_000 * 300_000)
                .atZone(ZONE);
        long importWh = 1_000_000;
        for (int years = 1; years >= 0; years--) {
            long end = last.minusYears(years).plusHours(36L * years).toInstant().toEpochMilli();
            for (long at = last.minusYears(years).minusDays(days).toInstant().toEpochMilli();
                    at <= end;
                    at += 300_000) {
                electricity.readings.put(
                        at, Map.of("import_t1_wh", importWh, "import_t2_wh", 2_000_000L, "export_t1_wh", importWh / 4));
                gas.readings.put(at, Map.of("volume_l", importWh / 10));
                importWh += years == 1 ? 20 : 10;
            }
        }
        try (Connection connection = TestServices.get().connect("sem_ingest")) {
            new Tables(connection).write(name, false, List.of(electricity, gas), ZONE);
        }
    }

    /** An electricity meter that is read at each quarter hour from an instant on: its registers by their columns. */
    static void registers(String name, Instant first, List<Map<String, Long>> readings) throws SQLException {
        PlainDevice electricity = new PlainDevice("electricity", "1SEM" + name);
        for (int i = 0; i < readings.size(); i++) {
            electricity.readings.put(first.toEpochMilli() + i * 900_000L, readings.get(i));
        }
        try (Connection connection = TestServices.get().connect("sem_ingest")) {
            new Tables(connection).write(name, false, List.of(electricity), ZONE);
        }
    }

    /** Readings of so many quarter hours, in each of which registers rise; one that is not told to rise stands still. */
    static List<Map<String, Long>> rising(Map<String, Long> start, Map<String, Long> rise, int quarters) {
        return LongStream.rangeClosed(0, quarters)
                .mapToObj(i -> {
                    Map<String, Long> reading = new HashMap<>(start);
                    rise.forEach((column, each) -> reading.merge(column, i * each, Long::sum));
                    return reading;
                })
                .toList();
    }

    /** A meter with four tariffs and its own total, as in Lithuania: yesterday from noon to one, 2 kW in tariff 3. */
    static void fourTariffs(String name) throws SQLException {
        Map<String, Long> start = Map.of(
                "import_wh", 360_152L,
                "import_t1_wh", 232_998L,
                "import_t2_wh", 81_859L,
                "import_t3_wh", 9_963L,
                "import_t4_wh", 35_332L,
                "export_wh", 7_295L,
                "export_t1_wh", 3_245L,
                "export_t2_wh", 4_050L);
        registers(name, yesterdayNoon(), rising(start, Map.of("import_wh", 500L, "import_t3_wh", 500L), 4));
    }

    static Instant yesterdayNoon() {
        return LocalDate.now(ZONE).minusDays(1).atTime(12, 0).atZone(ZONE).toInstant();
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
