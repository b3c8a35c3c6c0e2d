package energy.sem.history.store;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;

import energy.sem.quarter.PackedRows;
import energy.sem.quarter.QuarterRow;
import energy.sem.quarter.QuarterSeries;

/** All rows of one device from one edge to another, held as plain numbers: bills need a year of them and more. Not thread-safe. */
final class Stretch {
    private final RowQuery query;
    private final int deviceId;
    private final Bounds bounds;

    Stretch(RowQuery query, int deviceId, Bounds bounds) {
        this.query = query;
        this.deviceId = deviceId;
        this.bounds = bounds;
    }

    /** The series, which also knows the value at both edges. */
    QuarterSeries series(int from, int to) throws SQLException {
        NavigableMap<Integer, QuarterRow> beside = beside(from, to);
        int expected = Math.min(to, bounds.last().quarter())
                - Math.max(from - 1, bounds.first().quarter())
                + 1;
        PackedRows.Builder rows = new PackedRows.Builder(query.registers(), Math.max(0, expected) + beside.size());
        query.between(deviceId, from - 1, to, row -> {
            if (row.quarter() >= bounds.first().quarter()) {
                while (!beside.isEmpty() && beside.firstKey() < row.quarter()) {
                    rows.add(beside.pollFirstEntry().getValue());
                }
                beside.remove(row.quarter());
                rows.add(bounds.begun(row));
            }
        });
        beside.values().forEach(rows::add);
        return new QuarterSeries(rows.build());
    }

    /** The rows that the values at both edges rest on, wherever they are. */
    private NavigableMap<Integer, QuarterRow> beside(int from, int to) throws SQLException {
        NavigableMap<Integer, QuarterRow> rows = new TreeMap<>();
        rows.put(bounds.first().quarter(), bounds.first());
        rows.put(bounds.last().quarter(), bounds.last());
        query.beside(List.of(deviceId), List.of(from, to), new HashMap<>(Map.of(deviceId, rows)));
        new EdgeRows(query, deviceId, bounds, rows).fill(new TreeSet<>(List.of(from, to)));
        bounds.cut(rows);
        return rows;
    }
}
