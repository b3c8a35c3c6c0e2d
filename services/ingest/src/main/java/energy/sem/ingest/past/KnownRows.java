package energy.sem.ingest.past;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;

import energy.sem.ingest.quarter.ImportTable;
import energy.sem.ingest.quarter.KnownQuarter;
import energy.sem.quarter.QuarterHours;
import energy.sem.quarter.QuarterRow;

/**
 * What the tables know of one device, quarter hour by quarter hour, read in windows: a walk from one end to the other reads
 * everything once and holds little. Not thread-safe.
 */
final class KnownRows {
    private static final KnownQuarter NOTHING = new KnownQuarter(null, null, 0);
    private static final int WINDOW_BITS = 10;
    private static final int WINDOWS_HELD = 4;

    private final Connection connection;
    private final ImportTable table;
    /** {@code null}: a device that is not there yet. */
    private final Integer deviceId;

    private final Map<Integer, NavigableMap<Integer, KnownQuarter>> windows = new LinkedHashMap<>();

    KnownRows(Connection connection, ImportTable table, Integer deviceId) {
        this.connection = connection;
        this.table = table;
        this.deviceId = deviceId;
    }

    /** What is known of a quarter hour; never {@code null}. */
    KnownQuarter at(int quarter) throws SQLException {
        if (deviceId == null) {
            return NOTHING;
        }
        int number = quarter >> WINDOW_BITS;
        NavigableMap<Integer, KnownQuarter> window = windows.get(number);
        if (window == null) {
            if (windows.size() == WINDOWS_HELD) {
                windows.remove(windows.keySet().iterator().next());
            }
            window = table.known(deviceId, number << WINDOW_BITS, (number + 1) << WINDOW_BITS);
            windows.put(number, window);
        }
        return window.getOrDefault(quarter, NOTHING);
    }

    /** The meter's own readings of a quarter hour, or {@code null}. */
    QuarterRow live(int quarter) throws SQLException {
        return at(quarter).live();
    }

    /** The first quarter hour of earlier imports; -1 without any. */
    int firstImported() throws SQLException {
        return quarter(
                "SELECT MIN(quarter) FROM import_quarter WHERE device_id = ? AND import_id > 0 AND quarter >= ?", 0);
    }

    /** The last quarter hour of earlier imports; -1 without any. */
    int lastImported() throws SQLException {
        return quarter(
                "SELECT MAX(quarter) FROM import_quarter WHERE device_id = ? AND import_id > 0 AND quarter >= ?", 0);
    }

    /** The first quarter hour from this one on in which there is a reading; -1 without any. */
    int firstFrom(int quarter) throws SQLException {
        return quarter("SELECT MIN(quarter) FROM quarter_hour WHERE device_id = ? AND quarter >= ?", quarter);
    }

    /** The first quarter hour in which the meter itself said something; -1 without any. */
    int firstLive() throws SQLException {
        return quarter(LIVE.formatted("MIN"), 0);
    }

    /** The last quarter hour before this one in which the meter itself said something; -1 without any. */
    int lastLiveBefore(int quarter) throws SQLException {
        return quarter(LIVE.formatted("MAX").replace(">= ?", "< ?"), quarter);
    }

    private static final String LIVE =
            "SELECT %s(q.quarter) FROM quarter_hour q WHERE q.device_id = ? AND q.quarter >= ?"
                    + " AND NOT EXISTS (SELECT 1 FROM import_quarter c WHERE c.device_id = q.device_id AND c.quarter = q.quarter"
                    + " AND c.applied = 'row')";

    private int quarter(String sql, int from) throws SQLException {
        if (deviceId == null) {
            return -1;
        }
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setInt(1, deviceId);
            select.setInt(2, from);
            try (ResultSet rows = select.executeQuery()) {
                rows.next();
                int quarter = rows.getInt(1);
                return rows.wasNull() ? -1 : quarter;
            }
        }
    }

    /** The time of a reading that stands for an edge whose following quarter hour is unknown: the last moment before it. */
    static long beforeEdgeMilli(int edge) {
        return QuarterHours.startMilli(edge) - 1;
    }
}
