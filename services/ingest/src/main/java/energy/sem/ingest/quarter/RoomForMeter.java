package energy.sem.ingest.quarter;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

import energy.sem.ingest.quarter.ImportedQuarter.Applied;
import energy.sem.p1.Register;
import energy.sem.quarter.QuarterRow;

/**
 * Imported quarter hours make room for what the meter itself says of them later (a backlog, a replay): the rows become what they
 * would be, had the meter been first ({@link Joins}).
 */
final class RoomForMeter {
    /** Quarter hours looked at in one go. */
    private static final int KEYS_AT_ONCE = 500;

    private final ImportTable table;
    private final Set<QuarterKey> changed = new TreeSet<>();

    private RoomForMeter(ImportTable table) {
        this.table = table;
    }

    /**
     * Prepares the rows for the meter's own readings, before they are merged into them.
     *
     * @return the rows that changed
     */
    static Set<QuarterKey> make(
            Connection connection, SortedMap<QuarterKey, QuarterChange> changes, Collection<Register> registers)
            throws SQLException {
        SortedMap<Integer, List<QuarterChange>> byDevice = new TreeMap<>();
        changes.forEach((key, change) -> byDevice.computeIfAbsent(key.deviceId(), id -> new ArrayList<>())
                .add(change));
        RoomForMeter room = new RoomForMeter(new ImportTable(connection, registers));
        for (Map.Entry<Integer, Integer> device :
                newestImported(connection, byDevice.keySet()).entrySet()) {
            List<QuarterChange> its = byDevice.get(device.getKey()).stream()
                    .filter(change -> change.key().quarter() <= device.getValue())
                    .toList();
            for (int start = 0; start < its.size(); start += KEYS_AT_ONCE) {
                room.make(device.getKey(), its.subList(start, Math.min(its.size(), start + KEYS_AT_ONCE)));
            }
        }
        return room.changed;
    }

    /** The newest imported quarter hour of each device that has one: the end of an index a device. */
    private static Map<Integer, Integer> newestImported(Connection connection, Collection<Integer> devices)
            throws SQLException {
        Map<Integer, Integer> newest = new TreeMap<>();
        try (PreparedStatement select =
                connection.prepareStatement("SELECT device_id, MAX(quarter) FROM import_quarter WHERE device_id IN ("
                        + String.join(",", Collections.nCopies(devices.size(), "?")) + ") GROUP BY device_id")) {
            int index = 0;
            for (int device : devices) {
                select.setInt(++index, device);
            }
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    newest.put(rows.getInt(1), rows.getInt(2));
                }
            }
        }
        return newest;
    }

    private void make(int deviceId, List<QuarterChange> changes) throws SQLException {
        Map<Integer, QuarterChange> byQuarter = new HashMap<>();
        TreeSet<Integer> looked = new TreeSet<>();
        for (QuarterChange change : changes) {
            byQuarter.put(change.key().quarter(), change);
            looked.add(change.key().quarter());
            looked.add(change.key().quarter() + 1);
        }
        NavigableMap<Integer, KnownQuarter> known = table.known(deviceId, looked.first() - 1, looked.last() + 1);
        for (int quarter : looked) {
            KnownQuarter is = known.get(quarter);
            if (is != null && is.imported() != null && is.imported().applied() != null) {
                KnownQuarter before = known.get(quarter - 1);
                boolean liveBefore = byQuarter.containsKey(quarter - 1) || (before != null && before.live() != null);
                settle(deviceId, is, byQuarter.get(quarter), liveBefore);
            }
        }
    }

    private void settle(int deviceId, KnownQuarter is, QuarterChange change, boolean liveBefore) throws SQLException {
        ImportedQuarter imported = is.imported();
        QuarterRow live = Joins.merge(is.live(), change == null ? null : change.row());
        Applied now = Joins.of(imported, live, liveBefore);
        boolean sameFirst = is.live() != null && is.live().onlyFirst().equals(live.onlyFirst());
        if (now == imported.applied() && (now == Applied.ROW || sameFirst)) {
            return;
        }
        int quarter = imported.quarter();
        if (imported.applied() == Applied.ROW) {
            table.overwrite(deviceId, List.of(new ImportedQuarter(change.row(), change.ranges(), 0, null)));
        }
        if (now == Applied.EDGE) {
            table.putBefore(deviceId, imported.row(), live);
        } else if (imported.applied() == Applied.EDGE) {
            table.setFirst(deviceId, quarter, live.firstAtMilli(), live.first());
        }
        table.setApplied(is.importId(), deviceId, quarter, now);
        changed.add(new QuarterKey(deviceId, quarter));
    }
}
