package energy.sem.files.made;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import energy.sem.p1.Register;

/**
 * Home Assistant's statistics: registers as floating point numbers, stamped with the beginning of the hour at whose end they were
 * seen; the two tariffs and their sum as sensors of their own.
 */
public final class HomeAssistantFiles {
    /** The sensors that are the meter's. */
    public static final Map<String, Register> SENSORS = sensors();

    private static final String SUM = "sensor.electricity_meter_energy_consumption_total";

    private HomeAssistantFiles() {}

    private static Map<String, Register> sensors() {
        Map<String, Register> sensors = new LinkedHashMap<>();
        sensors.put("sensor.electricity_meter_energy_consumption_tarif_1", Register.IMPORT_T1_WH);
        sensors.put("sensor.electricity_meter_energy_consumption_tarif_2", Register.IMPORT_T2_WH);
        sensors.put("sensor.electricity_meter_energy_production_tarif_1", Register.EXPORT_T1_WH);
        sensors.put("sensor.electricity_meter_energy_production_tarif_2", Register.EXPORT_T2_WH);
        sensors.put("sensor.gas_meter_gas_consumption", Register.VOLUME_L);
        return sensors;
    }

    /** The SQLite database. */
    public static Path database(Household household, Path file) throws IOException, SQLException {
        Files.deleteIfExists(file);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(
                    "CREATE TABLE statistics_meta (id INTEGER PRIMARY KEY, statistic_id VARCHAR(255), source VARCHAR(32), unit_of_measurement VARCHAR(255), has_mean BOOLEAN, has_sum BOOLEAN, name VARCHAR(255))");
            for (String table : List.of("statistics", "statistics_short_term")) {
                statement.execute(
                        "CREATE TABLE " + table
                                + " (id INTEGER PRIMARY KEY, created_ts FLOAT, metadata_id INTEGER, start_ts FLOAT, mean FLOAT, min FLOAT, max FLOAT, last_reset_ts FLOAT, state FLOAT, sum FLOAT)");
            }
            int id = 0;
            for (Map.Entry<String, Register> sensor : SENSORS.entrySet()) {
                meta(connection, ++id, sensor.getKey(), sensor.getValue() == Register.VOLUME_L ? "m³" : "kWh");
                fill(connection, household, id, sensor.getValue());
            }
            meta(connection, 90, SUM, "kWh");
            meta(connection, 91, "sensor.solar_energy_today", "kWh");
            meta(connection, 92, "sensor.outside_temperature", "°C");
            connection.commit();
        }
        return file;
    }

    private static void meta(Connection connection, int id, String sensor, String unit) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO statistics_meta VALUES (?, ?, 'recorder', ?, 0, 1, NULL)")) {
            insert.setInt(1, id);
            insert.setString(2, sensor);
            insert.setString(3, unit);
            insert.executeUpdate();
        }
    }

    private static void fill(Connection connection, Household household, int id, Register register)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO statistics (metadata_id, start_ts, state, sum) VALUES (?, ?, ?, ?)")) {
            List<Instant> hours = household.hours();
            for (int h = 0; h + 1 < hours.size(); h++) {
                double kwh = household.at(register, hours.get(h + 1)) / 1000.0;
                insert.setInt(1, id);
                insert.setDouble(2, (double) hours.get(h).getEpochSecond());
                insert.setDouble(3, kwh);
                insert.setDouble(4, kwh - household.at(register, 0) / 1000.0);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** A dump of MariaDB: the rows before what they mean. */
    public static String dump(Household household) {
        StringBuilder text = new StringBuilder(
                "-- MariaDB dump 10.19  Distrib 10.6.12-MariaDB\n--\n"
                        + "CREATE TABLE `statistics` (\n  `id` bigint(20) NOT NULL AUTO_INCREMENT,\n  `metadata_id` bigint(20) DEFAULT NULL,\n  `start` datetime(6) DEFAULT NULL,\n  `start_ts` double DEFAULT NULL,\n  `mean` double DEFAULT NULL,\n  `state` double DEFAULT NULL,\n  `sum` double DEFAULT NULL,\n  PRIMARY KEY (`id`)\n) ENGINE=InnoDB;\nINSERT INTO `statistics` VALUES ");
        StringBuilder meta = new StringBuilder();
        int id = 0;
        int row = 0;
        List<Instant> hours = household.hours();
        for (Map.Entry<String, Register> sensor : SENSORS.entrySet()) {
            id++;
            for (int h = 0; h + 1 < hours.size(); h++) {
                text.append(row == 0 ? "" : ",\n")
                        .append('(')
                        .append(++row)
                        .append(',')
                        .append(id)
                        .append(",NULL,")
                        .append(hours.get(h).getEpochSecond())
                        .append(",NULL,")
                        .append(household.at(sensor.getValue(), hours.get(h + 1)) / 1000.0)
                        .append(",0)");
            }
            meta.append(id == 1 ? "" : ",")
                    .append('(')
                    .append(id)
                    .append(",'")
                    .append(sensor.getKey())
                    .append("','recorder','")
                    .append(sensor.getValue() == Register.VOLUME_L ? "m³" : "kWh")
                    .append("',1)");
        }
        return text.append(
                        ";\nCREATE TABLE `statistics_meta` (\n  `id` bigint(20) NOT NULL,\n  `statistic_id` varchar(255) DEFAULT NULL,\n  `source` varchar(32) DEFAULT NULL,\n  `unit_of_measurement` varchar(255) DEFAULT NULL,\n  `has_sum` tinyint(1) DEFAULT NULL\n);\nINSERT INTO `statistics_meta` VALUES ")
                .append(meta)
                .append(";\n-- Dump completed on 2026-01-01 12:00:00\n")
                .toString();
    }

    /** The statistics as CSV, in wall times. */
    public static String csv(Household household, char separator, ZoneId zone) {
        DateTimeFormatter time = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm", Locale.ROOT);
        String text = "statistic_id;unit;start;state;sum\n";
        StringBuilder rows = new StringBuilder(text);
        List<Instant> hours = household.hours();
        for (Map.Entry<String, Register> sensor : SENSORS.entrySet()) {
            for (int h = 0; h + 1 < hours.size(); h++) {
                rows.append(sensor.getKey())
                        .append(';')
                        .append(sensor.getValue() == Register.VOLUME_L ? "m³" : "kWh")
                        .append(';')
                        .append(time.format(hours.get(h).atZone(zone)))
                        .append(';')
                        .append(Household.decimal(household.at(sensor.getValue(), hours.get(h + 1)), '.'))
                        .append(";0\n");
            }
        }
        return rows.toString().replace(';', separator);
    }

    /** The history panel's file. */
    public static String history(Household household) {
        StringBuilder rows = new StringBuilder("entity_id,state,last_changed\n");
        for (Map.Entry<String, Register> sensor : SENSORS.entrySet()) {
            rows.append(sensor.getKey()).append(",unavailable,2025-01-01T00:00:00.000Z\n");
            for (int q = 0; q <= household.quarters(); q++) {
                rows.append(sensor.getKey())
                        .append(',')
                        .append(Household.decimal(household.at(sensor.getValue(), q), '.'))
                        .append(',')
                        .append(household.edge(q).toString().replace("Z", ".000Z"))
                        .append('\n');
            }
        }
        return rows.toString();
    }
}
