package energy.sem.history.store;

import java.sql.SQLException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

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
        for (int start : new TreeSet<>(bounds.registers().values())) {
            if (start > first && !rows.containsKey(start)) {
                add(query.next(deviceId, start));
            }
        }
        registersBeside(edges.subSet(first, false, last, true));
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

    /** Where the rows beside an edge lack registers that the device has, the nearest ones that have them. */
    private void registersBeside(NavigableSet<Integer> edges) throws SQLException {
        Map<Register, Integer> known = new EnumMap<>(Register.class);
        for (int edge : edges) {
            Set<Register> looked = EnumSet.noneOf(Register.class);
            bounds.registers().forEach((register, start) -> {
                // Else the edge lies between the same two rows as the one before.
                if (start < edge && edge > known.getOrDefault(register, Integer.MIN_VALUE)) {
                    looked.add(register);
                }
            });
            nextWith(lacking(looked, rows.ceilingEntry(edge)), edge, known);
            previousWith(lacking(looked, rows.lowerEntry(edge)), edge);
        }
    }

    private static Set<Register> lacking(Set<Register> looked, Map.Entry<Integer, QuarterRow> row) {
        Set<Register> lacking = EnumSet.noneOf(Register.class);
        if (row != null) {
            looked.stream()
                    .filter(register -> !hasRegister(row.getValue(), register))
                    .forEach(lacking::add);
        }
        return lacking;
    }

    /** As a rule one row has all of them; where it has some only, the search goes on for the others. */
    private void nextWith(Set<Register> lacking, int edge, Map<Register, Integer> known) throws SQLException {
        Set<Register> wanted = lacking;
        int from = edge;
        while (!wanted.isEmpty()) {
            QuarterRow row = query.next(deviceId, from, wanted);
            if (row == null) {
                wanted.forEach(register -> known.put(register, Integer.MAX_VALUE));
                return;
            }
            from = add(row) + 1;
            Set<Register> found = EnumSet.copyOf(wanted);
            found.removeIf(register -> !hasRegister(row, register));
            found.forEach(register -> known.put(register, row.quarter()));
            wanted.removeAll(found);
        }
    }

    private void previousWith(Set<Register> lacking, int edge) throws SQLException {
        int before = edge;
        while (!lacking.isEmpty()) {
            QuarterRow row = query.previous(deviceId, before, lacking);
            if (row == null) {
                return;
            }
            before = add(row);
            lacking.removeIf(register -> hasRegister(row, register));
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
