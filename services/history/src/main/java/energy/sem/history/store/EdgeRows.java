package energy.sem.history.store;

import java.sql.SQLException;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;

import energy.sem.p1.Register;
import energy.sem.quarter.QuarterHours;
import energy.sem.quarter.QuarterRow;

/**
 * The rows of one device that its values at some edges rest on, of which most are there already: what is missing is sought
 * row by row. Not thread-safe.
 */
final class EdgeRows {
    private final RowQuery query;
    private final int deviceId;
    private final Bounds bounds;
    private final NavigableMap<Integer, QuarterRow> rows;

    /** @param rows those that are there: each at or before an edge that is, and the bounds; more are added to it */
    EdgeRows(RowQuery query, int deviceId, Bounds bounds, NavigableMap<Integer, QuarterRow> rows) {
        this.query = query;
        this.deviceId = deviceId;
        this.bounds = bounds;
        this.rows = rows;
    }

    /** Adds the rows around each edge, and around it those that have each register. */
    void fill(NavigableSet<Integer> edges) throws SQLException {
        int first = bounds.first().quarter();
        int last = bounds.last().quarter();
        if (first == last) {
            return;
        }
        neighbours(edges.subSet(first, false, last, true));
        for (Map.Entry<Register, Integer> register : bounds.registers().entrySet()) {
            if (register.getValue() > first && !rows.containsKey(register.getValue())) {
                add(query.next(deviceId, register.getValue()));
            }
            int since = Math.min(last, Math.max(first, register.getValue()));
            neighboursWith(register.getKey(), edges.subSet(since, false, last, true));
        }
    }

    /** The neighbours of an edge whose own rows are missing: the edges that lie in a gap. */
    private void neighbours(NavigableSet<Integer> edges) throws SQLException {
        int next = Integer.MIN_VALUE;
        for (int edge : edges) {
            if (edge <= next) {
                continue; // in the same gap as the edge before
            }
            next = rows.containsKey(edge) ? edge : add(query.next(deviceId, edge + 1));
            if (!rows.containsKey(edge - 1) && !isExact(rows.get(next), edge)) {
                add(query.previous(deviceId, edge - 1));
            }
        }
    }

    /** Where the rows beside an edge lack a register that the device has, the nearest ones that have it. */
    private void neighboursWith(Register register, NavigableSet<Integer> edges) throws SQLException {
        int known = Integer.MIN_VALUE;
        for (int edge : edges) {
            if (edge <= known) {
                continue; // between the same two rows as the edge before
            }
            Map.Entry<Integer, QuarterRow> after = rows.ceilingEntry(edge);
            if (after != null && !hasRegister(after.getValue(), register)) {
                QuarterRow next = query.next(deviceId, edge, register);
                known = next == null ? Integer.MAX_VALUE : add(next);
            }
            Map.Entry<Integer, QuarterRow> before = rows.lowerEntry(edge);
            if (before != null && !hasRegister(before.getValue(), register)) {
                QuarterRow previous = query.previous(deviceId, edge, register);
                if (previous != null) {
                    add(previous);
                }
            }
        }
    }

    private static boolean hasRegister(QuarterRow row, Register register) {
        return row.first().has(register) || row.last().has(register);
    }

    /** An M-Bus device has one register: read exactly at the edge, nothing before it matters. */
    private static boolean isExact(QuarterRow row, int edge) {
        boolean oneRegister = row.first().has(Register.VOLUME_L) || row.first().has(Register.HEAT_MJ);
        return oneRegister && row.firstAtMilli() == QuarterHours.startMilli(edge);
    }

    private int add(QuarterRow row) throws SQLException {
        if (row == null) {
            throw new SQLException("a row of device " + deviceId + " is gone while it is read");
        }
        rows.put(row.quarter(), row);
        return row.quarter();
    }
}
