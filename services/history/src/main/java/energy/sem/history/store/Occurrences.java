package energy.sem.history.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

/** What meters said beside their counts. */
@ApplicationScoped
public class Occurrences {
    private static final String COLUMNS =
            "serial, kind, number, at, value, text, seconds, began_at, previous_value," + " previous_text, first_said";
    private static final String METER = "meter_id = (SELECT id FROM meter WHERE name = ?)";
    private static final String BETWEEN = "SELECT " + COLUMNS + " FROM occurrence_change WHERE " + METER
            + " AND at >= ? AND COALESCE(began_at, at) < ? ORDER BY at, kind, serial, number";
    private static final String HOLDING = "SELECT " + COLUMNS + " FROM (SELECT c.*, ROW_NUMBER() OVER"
            + " (PARTITION BY meter_id, serial, kind, number ORDER BY at DESC) AS newest"
            + " FROM occurrence_change c WHERE " + METER + " AND at < ? AND seconds IS NULL) s"
            + " WHERE newest = 1 ORDER BY kind, serial, number";

    private final DataSource source;

    public Occurrences(DataSource source) {
        this.source = source;
    }

    /** What changed, or went on, from one instant to before another, in order. */
    public List<OccurrenceChange> between(String meter, long fromMilli, long toMilli) {
        return read(BETWEEN, meter, fromMilli, toMilli);
    }

    /** The last change of each state and count before an instant: what holds then. */
    public List<OccurrenceChange> holding(String meter, long beforeMilli) {
        return read(HOLDING, meter, beforeMilli);
    }

    private List<OccurrenceChange> read(String sql, String meter, long... milli) {
        List<OccurrenceChange> changes = new ArrayList<>();
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, meter);
            for (int i = 0; i < milli.length; i++) {
                statement.setLong(i + 2, milli[i]);
            }
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    changes.add(change(result));
                }
            }
        } catch (SQLException e) {
            throw new DatabaseFailure("what a meter said", e);
        }
        return changes;
    }

    private static OccurrenceChange change(ResultSet result) throws SQLException {
        return new OccurrenceChange(
                result.getString(1),
                result.getString(2),
                result.getInt(3),
                result.getLong(4),
                Nullable.whole(result, 5),
                result.getString(6),
                Nullable.whole(result, 7),
                Nullable.whole(result, 8),
                Nullable.whole(result, 9),
                result.getString(10),
                result.getBoolean(11));
    }
}
