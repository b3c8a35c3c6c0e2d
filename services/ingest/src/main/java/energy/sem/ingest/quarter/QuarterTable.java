package energy.sem.ingest.quarter;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import energy.sem.ingest.statement.Binder;
import energy.sem.p1.Register;
import energy.sem.quarter.QuarterColumns;
import energy.sem.quarter.QuarterRow;

/** The rows of {@code quarter_hour} on one connection. Not thread-safe. */
final class QuarterTable {
    /** Multi-row statements of about this size are the fastest; the bulk protocol is not (storage.md). */
    private static final int ROWS_A_STATEMENT = 500;

    /** More values than this in an IN list and the server estimates instead of looking. */
    private static final int KEYS_A_STATEMENT = 900;

    private final Connection connection;
    private final QuarterColumns columns;

    /** @param registers all that any row in question may have: what a change does not say is then set to be unknown */
    QuarterTable(Connection connection, Collection<Register> registers) {
        this.connection = connection;
        this.columns = QuarterColumns.of(registers);
    }

    /** Merges the changes into their rows; sorted by key, because unsorted ones deadlock with another writer's. */
    void upsert(SortedMap<QuarterKey, QuarterChange> changes) throws SQLException {
        List<QuarterChange> sorted = List.copyOf(changes.values());
        QuarterUpsert upsert = QuarterUpsert.of(columns.registers());
        for (int start = 0; start < sorted.size(); start += ROWS_A_STATEMENT) {
            List<QuarterChange> rows = sorted.subList(start, Math.min(sorted.size(), start + ROWS_A_STATEMENT));
            try (PreparedStatement statement = connection.prepareStatement(upsert.sql(rows.size()))) {
                Binder binder = new Binder(statement);
                for (QuarterChange change : rows) {
                    bind(binder, change);
                }
                statement.executeUpdate();
            }
        }
    }

    /** The time of the first reading of each of these rows that exists, milliseconds since 1970 in UTC. */
    Map<QuarterKey, Long> firstTimes(Collection<QuarterKey> keys) throws SQLException {
        Map<Integer, List<Integer>> quartersByDevice = keys.stream()
                .collect(Collectors.groupingBy(
                        QuarterKey::deviceId,
                        TreeMap::new,
                        Collectors.mapping(QuarterKey::quarter, Collectors.toList())));
        // Live, many devices are in the same one or two quarter hours; in a backfill, one device is in many.
        Map<List<Integer>, List<Integer>> devicesByQuarters = quartersByDevice.entrySet().stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getValue, Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
        Map<QuarterKey, Long> times = new HashMap<>();
        for (Map.Entry<List<Integer>, List<Integer>> group : devicesByQuarters.entrySet()) {
            for (List<Integer> devices : pieces(group.getValue())) {
                for (List<Integer> quarters : pieces(group.getKey())) {
                    String sql = "SELECT device_id, quarter, first_at FROM quarter_hour WHERE device_id IN ("
                            + questionMarks(devices.size()) + ") AND quarter IN (" + questionMarks(quarters.size())
                            + ")";
                    try (PreparedStatement statement = connection.prepareStatement(sql)) {
                        Binder binder = new Binder(statement);
                        bindAll(binder, devices);
                        bindAll(binder, quarters);
                        try (ResultSet rows = statement.executeQuery()) {
                            while (rows.next()) {
                                times.put(new QuarterKey(rows.getInt(1), rows.getInt(2)), rows.getLong(3));
                            }
                        }
                    }
                }
            }
        }
        return times;
    }

    /** The number of the newest quarter hour of each of these devices that has one: the end of an index a device. */
    Map<Integer, Integer> newest(Collection<Integer> deviceIds) throws SQLException {
        Map<Integer, Integer> newest = new HashMap<>();
        for (List<Integer> devices : pieces(List.copyOf(deviceIds))) {
            String sql = "SELECT device_id, MAX(quarter) FROM quarter_hour WHERE device_id IN ("
                    + questionMarks(devices.size()) + ") GROUP BY device_id";
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                bindAll(new Binder(statement), devices);
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        newest.put(rows.getInt(1), rows.getInt(2));
                    }
                }
            }
        }
        return newest;
    }

    /** A device's rows from one quarter hour to before another, in order, with the nearest one before and after them. */
    Around around(int deviceId, int fromQuarter, int toQuarter) throws SQLException {
        String row = "SELECT " + columns.list() + " FROM quarter_hour";
        String sql = "(" + row
                + " WHERE device_id = ? AND quarter < ? ORDER BY quarter DESC LIMIT 1) UNION ALL ("
                + row + " WHERE device_id = ? AND quarter >= ? AND quarter < ?) UNION ALL ("
                + row + " WHERE device_id = ? AND quarter >= ? ORDER BY quarter LIMIT 1) ORDER BY quarter";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            Binder binder = new Binder(statement);
            binder.set((Integer) deviceId).set((Integer) fromQuarter);
            binder.set((Integer) deviceId).set((Integer) fromQuarter).set((Integer) toQuarter);
            binder.set((Integer) deviceId).set((Integer) toQuarter);
            List<QuarterRow> all = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    all.add(columns.read(rows, 1));
                }
            }
            return new Around(all, fromQuarter, toQuarter);
        }
    }

    /** A stretch of rows and its neighbours. */
    record Around(List<QuarterRow> rows, int fromQuarter, int toQuarter) {
        /** True when there is no row after the stretch: its last row is the device's newest. */
        boolean reachesNewest() {
            return rows.isEmpty() || rows.get(rows.size() - 1).quarter() < toQuarter;
        }
    }

    private void bind(Binder to, QuarterChange change) throws SQLException {
        QuarterRow row = change.row();
        to.set((Integer) change.key().deviceId()).set((Integer) change.key().quarter());
        to.set((Long) row.firstAtMilli()).set((Long) row.lastAtMilli());
        for (Register register : columns.registers()) {
            to.set(row.first().get(register));
        }
        for (Register register : columns.registers()) {
            to.set(row.last().get(register));
        }
        Ranges ranges = change.ranges();
        to.set(ranges.maxImportW()).set(ranges.maxExportW());
        to.set(ranges.maxVoltageL1Dv()).set(ranges.maxVoltageL2Dv()).set(ranges.maxVoltageL3Dv());
        to.set(ranges.minVoltageL1Dv()).set(ranges.minVoltageL2Dv()).set(ranges.minVoltageL3Dv());
    }

    private static void bindAll(Binder binder, List<Integer> values) throws SQLException {
        for (Integer value : values) {
            binder.set(value);
        }
    }

    private static String questionMarks(int count) {
        return "?,".repeat(count - 1) + "?";
    }

    private static List<List<Integer>> pieces(List<Integer> values) {
        return IntStream.range(0, (values.size() + KEYS_A_STATEMENT - 1) / KEYS_A_STATEMENT)
                .mapToObj(
                        i -> values.subList(i * KEYS_A_STATEMENT, Math.min(values.size(), (i + 1) * KEYS_A_STATEMENT)))
                .toList();
    }
}
