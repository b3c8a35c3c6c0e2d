package energy.sem.history.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import energy.sem.p1.Register;
import energy.sem.quarter.QuarterColumns;
import energy.sem.quarter.QuarterRow;

/** The statements that fetch rows of {@code quarter_hour}, with the columns of some registers. Not thread-safe. */
final class RowQuery {
    private static final String FIRST = "= ? ORDER BY quarter LIMIT 1";
    private static final String LAST = "= ? ORDER BY quarter DESC LIMIT 1";
    private static final String PREVIOUS = "= ? AND quarter < ? ORDER BY quarter DESC LIMIT 1";

    private static final int ROWS_AT_ONCE = 1000;

    private final Connection connection;
    private final QuarterColumns columns;
    private final String select;

    RowQuery(Connection connection, Collection<Register> registers) {
        this.connection = connection;
        columns = QuarterColumns.of(registers);
        select = "SELECT device_id, " + columns.list() + " FROM quarter_hour WHERE device_id ";
    }

    /**
     * The first and the last row of each device that has any; of an M-Bus device also the last before a quarter hour.
     *
     * @param telegramQuarters by device, that of its meter's first telegram
     */
    Map<Integer, NavigableMap<Integer, QuarterRow>> ends(Map<Device, Integer> telegramQuarters) throws SQLException {
        List<String> seeks = new ArrayList<>();
        List<Integer> values = new ArrayList<>();
        for (Map.Entry<Device, Integer> each : telegramQuarters.entrySet()) {
            Device device = each.getKey();
            seeks.add(select + FIRST);
            seeks.add(select + LAST);
            values.addAll(List.of(device.id(), device.id()));
            if (device.kind() != Kind.ELECTRICITY) {
                seeks.add(select + PREVIOUS);
                values.addAll(List.of(device.id(), each.getValue()));
            }
        }
        Map<Integer, NavigableMap<Integer, QuarterRow>> rows = new HashMap<>();
        collect("(" + String.join(") UNION ALL (", seeks) + ")", values, rows);
        return rows;
    }

    /** The rows that begin and end at these edges, as far as they are there. */
    void beside(
            Collection<Integer> deviceIds,
            Collection<Integer> edges,
            Map<Integer, NavigableMap<Integer, QuarterRow>> rows)
            throws SQLException {
        NavigableSet<Integer> quarters = new TreeSet<>();
        for (int edge : edges) {
            quarters.add(edge - 1);
            quarters.add(edge);
        }
        List<Integer> values = new ArrayList<>(deviceIds);
        values.addAll(quarters);
        collect(
                select + "IN " + QuarterSql.placeholders(deviceIds.size()) + " AND quarter IN "
                        + QuarterSql.placeholders(quarters.size()),
                values,
                rows);
    }

    /**
     * All rows of a device from one quarter hour to another, both included, in order of time. They come some at a time: no more of
     * them are held than whoever takes them holds.
     */
    void between(int deviceId, int from, int to, Consumer<QuarterRow> rows) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(select + "= ? AND quarter BETWEEN ? AND ? ORDER BY quarter")) {
            statement.setFetchSize(ROWS_AT_ONCE);
            statement.setInt(1, deviceId);
            statement.setInt(2, from);
            statement.setInt(3, to);
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.accept(columns.read(result, 2));
                }
            }
        }
    }

    /** The registers whose columns are read. */
    List<Register> registers() {
        return columns.registers();
    }

    /** The nearest row at or after a quarter hour, or null. */
    QuarterRow next(int deviceId, int quarter) throws SQLException {
        return one(select + "= ? AND quarter >= ? ORDER BY quarter LIMIT 1", deviceId, quarter);
    }

    /** The nearest row before a quarter hour, or null. */
    QuarterRow previous(int deviceId, int quarter) throws SQLException {
        return one(select + PREVIOUS, deviceId, quarter);
    }

    /** The nearest row at or after a quarter hour in which any of some registers was sent, or null. */
    QuarterRow next(int deviceId, int quarter, Collection<Register> sent) throws SQLException {
        return one(select + "= ? AND quarter >= ? AND " + is(sent) + " ORDER BY quarter LIMIT 1", deviceId, quarter);
    }

    /** The nearest row before a quarter hour in which any of some registers was sent, or null. */
    QuarterRow previous(int deviceId, int quarter, Collection<Register> sent) throws SQLException {
        return one(
                select + "= ? AND quarter < ? AND " + is(sent) + " ORDER BY quarter DESC LIMIT 1", deviceId, quarter);
    }

    private static String is(Collection<Register> sent) {
        return sent.stream()
                .map(each -> each.firstColumn() + ", " + each.lastColumn())
                .collect(Collectors.joining(", ", "COALESCE(", ") IS NOT NULL"));
    }

    private QuarterRow one(String sql, int deviceId, int quarter) throws SQLException {
        Map<Integer, NavigableMap<Integer, QuarterRow>> rows = new HashMap<>();
        collect(sql, List.of(deviceId, quarter), rows);
        return rows.isEmpty() ? null : rows.get(deviceId).firstEntry().getValue();
    }

    private void collect(String sql, List<Integer> values, Map<Integer, NavigableMap<Integer, QuarterRow>> rows)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int parameter = 1;
            for (int value : values) {
                statement.setInt(parameter++, value);
            }
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    QuarterRow row = columns.read(result, 2);
                    rows.computeIfAbsent(result.getInt(1), id -> new TreeMap<>())
                            .put(row.quarter(), row);
                }
            }
        }
    }
}
