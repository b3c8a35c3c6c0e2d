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
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import energy.sem.quarter.QuarterHours;
import energy.sem.quarter.QuarterRow;
import energy.sem.quarter.QuarterSeries;
import energy.sem.quarter.Register;

/**
 * Quarter hours as an answer needs them: the rows around edges, found by seeking, or all rows of a stretch. Whatever is
 * asked for, the series that come back know the right value at the edges asked for.
 */
@ApplicationScoped
public class QuarterRows {
    /** Edges a statement: two keys each and the optimizer still seeks them one by one. */
    static final int EDGES_A_STATEMENT = 200;

    private static final String FIRST = QuarterSql.SELECT + "WHERE device_id = ? ORDER BY quarter LIMIT 1";
    private static final String LAST = QuarterSql.SELECT + "WHERE device_id = ? ORDER BY quarter DESC LIMIT 1";
    private static final String NEXT =
            QuarterSql.SELECT + "WHERE device_id = ? AND quarter >= ? ORDER BY quarter LIMIT 1";
    private static final String PREVIOUS =
            QuarterSql.SELECT + "WHERE device_id = ? AND quarter < ? ORDER BY quarter DESC LIMIT 1";

    private final DataSource source;

    public QuarterRows(DataSource source) {
        this.source = source;
    }

    /** Where the histories of a meter's devices begin and end; a device without any row is left out. */
    public Map<Integer, Bounds> bounds(Meter meter) {
        return bounds(meter, meter.devices());
    }

    /** The same of one of its devices. */
    public Optional<Bounds> bounds(Meter meter, Device device) {
        return Optional.ofNullable(bounds(meter, List.of(device)).get(device.id()));
    }

    private Map<Integer, Bounds> bounds(Meter meter, List<Device> devices) {
        if (devices.isEmpty()) {
            return Map.of();
        }
        List<String> seeks = new ArrayList<>();
        for (Device device : devices) {
            seeks.add(FIRST);
            seeks.add(LAST);
            if (device.kind() != Kind.ELECTRICITY) {
                seeks.add(PREVIOUS);
            }
        }
        Map<Integer, NavigableMap<Integer, QuarterRow>> rows = new HashMap<>();
        try (Connection connection = source.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("(" + String.join(") UNION ALL (", seeks) + ")")) {
            int parameter = 1;
            for (Device device : devices) {
                statement.setInt(parameter++, device.id());
                statement.setInt(parameter++, device.id());
                if (device.kind() != Kind.ELECTRICITY) {
                    statement.setInt(parameter++, device.id());
                    statement.setInt(parameter++, QuarterHours.of(meter.firstAtMilli()));
                }
            }
            collect(statement, rows);
        } catch (SQLException e) {
            throw new DatabaseFailure("the first and last quarter hours", e);
        }
        Map<Integer, Bounds> bounds = new HashMap<>();
        for (Device device : devices) {
            NavigableMap<Integer, QuarterRow> found = rows.get(device.id());
            if (found != null) {
                bounds.put(
                        device.id(),
                        device.kind() == Kind.ELECTRICITY ? Bounds.of(found) : Bounds.of(found, meter.firstAtMilli()));
            }
        }
        return bounds;
    }

    /**
     * For each device a series that knows its value at each of the edges, and nothing of what is between them.
     *
     * @param devices with their bounds
     * @param edges quarter numbers in any order
     */
    public Map<Integer, QuarterSeries> around(Map<Integer, Bounds> devices, Collection<Integer> edges) {
        Map<Integer, NavigableMap<Integer, QuarterRow>> rows = start(devices);
        NavigableSet<Integer> sorted = new TreeSet<>(edges);
        try (Connection connection = source.getConnection()) {
            List<Integer> all = new ArrayList<>(sorted);
            for (int i = 0; i < all.size() && !devices.isEmpty(); i += EDGES_A_STATEMENT) {
                seek(connection, devices.keySet(), all.subList(i, Math.min(all.size(), i + EDGES_A_STATEMENT)), rows);
            }
            for (Map.Entry<Integer, Bounds> device : devices.entrySet()) {
                fill(connection, device.getKey(), device.getValue(), sorted, rows.get(device.getKey()));
            }
        } catch (SQLException e) {
            throw new DatabaseFailure("quarter hours", e);
        }
        return series(devices, rows);
    }

    /**
     * For each device the series of every row from one edge to another, which also knows the value at both.
     *
     * @param devices with their bounds
     * @param from quarter number
     * @param to quarter number, more than {@code from}
     */
    public Map<Integer, QuarterSeries> between(Map<Integer, Bounds> devices, int from, int to) {
        Map<Integer, NavigableMap<Integer, QuarterRow>> rows = start(devices);
        if (devices.isEmpty()) {
            return Map.of();
        }
        String range = QuarterSql.SELECT + "WHERE device_id IN " + QuarterSql.placeholders(devices.size())
                + " AND quarter BETWEEN ? AND ?";
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(range)) {
            int parameter = 1;
            for (int id : devices.keySet()) {
                statement.setInt(parameter++, id);
            }
            statement.setInt(parameter++, from - 1);
            statement.setInt(parameter, to);
            collect(statement, rows);
            NavigableSet<Integer> ends = new TreeSet<>(List.of(from, to));
            for (Map.Entry<Integer, Bounds> device : devices.entrySet()) {
                fill(connection, device.getKey(), device.getValue(), ends, rows.get(device.getKey()));
            }
        } catch (SQLException e) {
            throw new DatabaseFailure("quarter hours", e);
        }
        return series(devices, rows);
    }

    private static Map<Integer, NavigableMap<Integer, QuarterRow>> start(Map<Integer, Bounds> devices) {
        Map<Integer, NavigableMap<Integer, QuarterRow>> rows = new HashMap<>();
        devices.forEach((id, bounds) -> {
            NavigableMap<Integer, QuarterRow> ends = new TreeMap<>();
            ends.put(bounds.first().quarter(), bounds.first());
            ends.put(bounds.last().quarter(), bounds.last());
            rows.put(id, ends);
        });
        return rows;
    }

    private static void seek(
            Connection connection,
            Collection<Integer> deviceIds,
            List<Integer> edges,
            Map<Integer, NavigableMap<Integer, QuarterRow>> rows)
            throws SQLException {
        NavigableSet<Integer> quarters = new TreeSet<>();
        for (int edge : edges) {
            quarters.add(edge - 1);
            quarters.add(edge);
        }
        String sql = QuarterSql.SELECT + "WHERE device_id IN " + QuarterSql.placeholders(deviceIds.size())
                + " AND quarter IN " + QuarterSql.placeholders(quarters.size());
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int parameter = 1;
            for (int id : deviceIds) {
                statement.setInt(parameter++, id);
            }
            for (int quarter : quarters) {
                statement.setInt(parameter++, quarter);
            }
            collect(statement, rows);
        }
    }

    /** Seeks, one by one, the neighbours of an edge whose own rows are missing: the edges that lie in a gap. */
    private static void fill(
            Connection connection,
            int deviceId,
            Bounds bounds,
            NavigableSet<Integer> edges,
            NavigableMap<Integer, QuarterRow> rows)
            throws SQLException {
        if (bounds.first().quarter() == bounds.last().quarter()) {
            return;
        }
        int next = Integer.MIN_VALUE;
        for (int edge :
                edges.subSet(bounds.first().quarter() + 1, true, bounds.last().quarter(), true)) {
            if (edge <= next) {
                continue; // in the same gap as the edge before
            }
            next = rows.containsKey(edge) ? edge : one(connection, NEXT, deviceId, edge + 1, rows);
            if (!rows.containsKey(edge - 1) && !isExact(rows.get(next), edge)) {
                one(connection, PREVIOUS, deviceId, edge - 1, rows);
            }
        }
    }

    /** An M-Bus device has one register: read exactly at the edge, nothing before it matters. */
    private static boolean isExact(QuarterRow row, int edge) {
        boolean oneRegister =
                row.first().get(Register.VOLUME_L) != null || row.first().get(Register.HEAT_MJ) != null;
        return oneRegister && row.firstAtMilli() == QuarterHours.startMilli(edge);
    }

    private static int one(
            Connection connection, String sql, int deviceId, int quarter, NavigableMap<Integer, QuarterRow> rows)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, deviceId);
            statement.setInt(2, quarter);
            try (ResultSet result = statement.executeQuery()) {
                if (!result.next()) {
                    throw new SQLException("a row of device " + deviceId + " next to quarter " + quarter + " is gone");
                }
                QuarterRow row = QuarterSql.row(result);
                rows.put(row.quarter(), row);
                return row.quarter();
            }
        }
    }

    private static void collect(PreparedStatement statement, Map<Integer, NavigableMap<Integer, QuarterRow>> rows)
            throws SQLException {
        try (ResultSet result = statement.executeQuery()) {
            while (result.next()) {
                QuarterRow row = QuarterSql.row(result);
                rows.computeIfAbsent(QuarterSql.deviceId(result), id -> new TreeMap<>())
                        .put(row.quarter(), row);
            }
        }
    }

    private static Map<Integer, QuarterSeries> series(
            Map<Integer, Bounds> devices, Map<Integer, NavigableMap<Integer, QuarterRow>> rows) {
        Map<Integer, QuarterSeries> series = new HashMap<>();
        rows.forEach((id, found) -> {
            devices.get(id).cut(found);
            series.put(id, new QuarterSeries(new ArrayList<>(found.values())));
        });
        return series;
    }
}
