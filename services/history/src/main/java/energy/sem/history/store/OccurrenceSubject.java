package energy.sem.history.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Of what something is said: a device's breaker, the sags of a phase.
 *
 * @param number the phase or relay; 0 is neither
 */
record OccurrenceSubject(int meterId, String serial, String kind, int number) {
    private static final String METER = "SELECT id FROM meter WHERE name = ?";

    /** The one after another: three places sought, of which the first that there is counts. A DISTINCT reads every row. */
    private static final String NEXT = "SELECT * FROM ("
            + "(SELECT 1 AS place, serial, kind, number FROM occurrence WHERE meter_id = ? AND serial = ? AND kind = ?"
            + " AND number > ? ORDER BY number LIMIT 1) UNION ALL"
            + " (SELECT 2, serial, kind, number FROM occurrence WHERE meter_id = ? AND serial = ? AND kind > ?"
            + " ORDER BY kind, number LIMIT 1) UNION ALL"
            + " (SELECT 3, serial, kind, number FROM occurrence WHERE meter_id = ? AND serial > ?"
            + " ORDER BY serial, kind, number LIMIT 1)) next ORDER BY place LIMIT 1";

    /** All of a meter, by kind. */
    static List<OccurrenceSubject> of(Connection connection, String meter) throws SQLException {
        List<OccurrenceSubject> subjects = new ArrayList<>();
        try (PreparedStatement named = connection.prepareStatement(METER);
                PreparedStatement next = connection.prepareStatement(NEXT)) {
            named.setString(1, meter);
            OccurrenceSubject before = null;
            try (ResultSet result = named.executeQuery()) {
                if (result.next()) {
                    before = new OccurrenceSubject(result.getInt(1), "", "", -1);
                }
            }
            while (before != null) {
                before = after(before, next);
                if (before != null) {
                    subjects.add(before);
                }
            }
        }
        subjects.sort(Comparator.comparing(OccurrenceSubject::kind));
        return subjects;
    }

    private static OccurrenceSubject after(OccurrenceSubject before, PreparedStatement next) throws SQLException {
        int place = before.bind(next, 1);
        next.setInt(place, before.meterId);
        next.setString(place + 1, before.serial);
        next.setString(place + 2, before.kind);
        next.setInt(place + 3, before.meterId);
        next.setString(place + 4, before.serial);
        try (ResultSet result = next.executeQuery()) {
            return result.next()
                    ? new OccurrenceSubject(before.meterId, result.getString(2), result.getString(3), result.getInt(4))
                    : null;
        }
    }

    /** Sets the four parts of the key from a parameter on; the number of the parameter behind them. */
    int bind(PreparedStatement statement, int from) throws SQLException {
        statement.setInt(from, meterId);
        statement.setString(from + 1, serial);
        statement.setString(from + 2, kind);
        statement.setInt(from + 3, number);
        return from + 4;
    }
}
