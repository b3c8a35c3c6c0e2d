package energy.sem.history.model;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import energy.sem.p1.Register;

/** Writes a plain meter into the tables as ingest would have, by merging its readings. */
public final class Tables {
    private final Connection connection;

    public Tables(Connection connection) {
        this.connection = connection;
    }

    /** The ids of the devices, in their order; the meter's first telegram is that of the earliest reading. */
    public List<Integer> write(String name, boolean simulated, List<PlainDevice> devices, ZoneId zone)
            throws SQLException {
        return write(name, simulated, firstMilli(devices), devices, zone);
    }

    /** The earliest reading of these devices, milliseconds since 1970 in UTC. */
    public static long firstMilli(List<PlainDevice> devices) {
        return devices.stream()
                .mapToLong(each -> each.readings.firstKey())
                .min()
                .orElse(0);
    }

    /** The ids of the devices, in their order. */
    public List<Integer> write(
            String name, boolean simulated, long firstTelegramMilli, List<PlainDevice> devices, ZoneId zone)
            throws SQLException {
        connection.setAutoCommit(false);
        giveWay(name);
        int meterId = insert(
                "INSERT INTO meter (name, simulated, first_at) VALUES (?, ?, ?)", name, simulated, firstTelegramMilli);
        List<Integer> ids = new ArrayList<>();
        for (PlainDevice device : devices) {
            int id = insert(
                    "INSERT INTO device (meter_id, kind, serial, first_at) VALUES (?, ?, ?, ?)",
                    meterId,
                    device.kind,
                    device.serial,
                    device.readings.firstKey());
            ids.add(id);
            quarters(id, device);
            if (device.kind.equals("electricity")) {
                days(id, device, zone);
            }
        }
        connection.commit();
        return ids;
    }

    /** A class that is run again after a failure finds its meter there: that one gets another name. */
    private void giveWay(String name) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("UPDATE meter SET name = CONCAT('was', id) WHERE name = ?")) {
            statement.setString(1, name);
            statement.executeUpdate();
        }
    }

    private void quarters(int id, PlainDevice device) throws SQLException {
        TreeMap<Long, List<Long>> byQuarter = new TreeMap<>();
        device.readings.keySet().forEach(at -> byQuarter
                .computeIfAbsent(Math.floorDiv(at, 900_000L), quarter -> new ArrayList<>())
                .add(at));
        Set<String> registers = new TreeSet<>();
        device.readings.values().forEach(each -> registers.addAll(each.keySet()));
        StringBuilder columns = new StringBuilder("device_id, quarter, first_at, last_at");
        registers.forEach(each ->
                columns.append(", first_").append(each).append(", last_").append(each));
        List<String> rows = new ArrayList<>();
        for (Map.Entry<Long, List<Long>> quarter : byQuarter.entrySet()) {
            long first = quarter.getValue().get(0);
            long last = quarter.getValue().get(quarter.getValue().size() - 1);
            StringBuilder row = new StringBuilder("(" + id + "," + quarter.getKey() + "," + first + "," + last);
            for (String register : registers) {
                row.append(',').append(device.readings.get(first).get(register));
                row.append(',').append(device.readings.get(last).get(register));
            }
            rows.add(row.append(')').toString());
        }
        many("INSERT INTO quarter_hour (" + columns + ") VALUES ", rows);
        registers(connection, id);
    }

    /** Notes in which quarter hour each register of a device was there first, as ingest does. */
    public static void registers(Connection connection, int deviceId) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (Register register : Register.values()) {
                statement.executeUpdate("INSERT INTO device_register SELECT device_id, '" + register.column()
                        + "', MIN(quarter) FROM quarter_hour WHERE device_id = " + deviceId + " AND COALESCE("
                        + register.firstColumn() + ", " + register.lastColumn()
                        + ") IS NOT NULL HAVING MIN(quarter) IS NOT NULL");
            }
        }
    }

    /** The newest day's row is wrong on purpose: ingest does not keep it up to date. */
    private void days(int id, PlainDevice device, ZoneId zone) throws SQLException {
        Map<LocalDate, Boolean> days = new LinkedHashMap<>();
        device.readings.keySet().forEach(at -> days.put(LocalDate.ofInstant(Instant.ofEpochMilli(at), zone), true));
        LocalDate newest = LocalDate.ofInstant(Instant.ofEpochMilli(device.readings.lastKey()), zone);
        List<String> rows = new ArrayList<>();
        for (LocalDate day : days.keySet()) {
            if (day.equals(newest)) {
                rows.add("(" + id + ",'" + day + "',1,1,1)");
                continue;
            }
            long from = day.atStartOfDay(zone).toEpochSecond() / 900;
            long to = day.plusDays(1).atStartOfDay(zone).toEpochSecond() / 900;
            Long peak = null;
            long peakQuarter = 0;
            for (long quarter = from; quarter < to; quarter++) {
                Long demand = device.demand(quarter);
                if (demand != null && (peak == null || demand > peak)) {
                    peak = demand;
                    peakQuarter = quarter;
                }
            }
            long coveredSeconds = device.coveredMilli(from * 900_000, to * 900_000) / 1000;
            rows.add("(" + id + ",'" + day + "'," + peak + "," + (peak == null ? null : peakQuarter) + ","
                    + coveredSeconds + ")");
        }
        many("INSERT INTO electricity_day (device_id, day, peak_w, peak_quarter, covered_s) VALUES ", rows);
    }

    private int insert(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql, PreparedStatement.RETURN_GENERATED_KEYS)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
            try (ResultSet keys = statement.getGeneratedKeys()) {
                keys.next();
                return keys.getInt(1);
            }
        }
    }

    private void many(String insert, List<String> rows) throws SQLException {
        for (int i = 0; i < rows.size(); i += 1000) {
            try (PreparedStatement statement = connection.prepareStatement(
                    insert + String.join(",", rows.subList(i, Math.min(rows.size(), i + 1000))))) {
                statement.executeUpdate();
            }
        }
    }
}
