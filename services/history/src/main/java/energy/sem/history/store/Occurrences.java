package energy.sem.history.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * What meters said beside their counts. Each subject (a device's breaker, the sags of a phase) is sought by itself: only the
 * rows of the range are read, and the one before.
 */
@ApplicationScoped
public class Occurrences {
    private static final String OF_SUBJECT =
            " FROM occurrence WHERE meter_id = ? AND serial = ? AND kind = ? AND number = ?";
    private static final String ROWS = "(SELECT at, value, text, seconds" + OF_SUBJECT
            + " AND at < ? ORDER BY at DESC LIMIT 1) UNION ALL (SELECT at, value, text, seconds" + OF_SUBJECT
            + " AND at >= ? AND (at < ? OR seconds IS NOT NULL))";

    /** The end of the time in which something else was said. */
    private static final String BEFORE_THAT =
            "SELECT at" + OF_SUBJECT + " AND at < ? AND NOT (value <=> ? AND text <=> ?) ORDER BY at DESC LIMIT 1";

    private static final String FIRST_AFTER = "SELECT MIN(at)" + OF_SUBJECT + " AND at > ?";

    /** What a log tells cannot have begun before clocks of meters do. */
    private static final long YEAR_2000_MILLI = 946_681_200_000L;

    private final DataSource source;

    public Occurrences(DataSource source) {
        this.source = source;
    }

    /**
     * What a meter said.
     *
     * @param changes what changed, or went on, in the range, in order
     * @param holding each state and count at the end of the range, with the time of its last change
     */
    public record Told(List<OccurrenceChange> changes, List<OccurrenceChange> holding) {}

    /** What a meter said from one instant to before another. */
    public Told told(String meter, long fromMilli, long toMilli) {
        List<OccurrenceChange> changes = new ArrayList<>();
        List<OccurrenceChange> holding = new ArrayList<>();
        try (Connection connection = source.getConnection()) {
            for (OccurrenceSubject subject : OccurrenceSubject.of(connection, meter)) {
                Row before = null;
                OccurrenceChange last = null;
                for (Row row : rows(connection, subject, fromMilli, toMilli)) {
                    OccurrenceChange change = change(subject, row, before);
                    if (row.seconds == null && row.isNewsAfter(before) && row.atMilli >= fromMilli) {
                        changes.add(change);
                        last = change;
                    } else if (row.seconds != null && row.isWithin(fromMilli, toMilli)) {
                        changes.add(change);
                    }
                    before = row;
                }
                if (last == null && before != null && before.seconds == null) {
                    last = change(subject, before.at(since(connection, subject, before)), null);
                }
                if (last != null) {
                    holding.add(last);
                }
            }
        } catch (SQLException e) {
            throw new DatabaseFailure("what a meter said", e);
        }
        changes.sort(Comparator.comparingLong(OccurrenceChange::atMilli).thenComparing(OccurrenceChange::kind));
        return new Told(changes, holding);
    }

    /** The row before the range and those of it, in order. */
    private static List<Row> rows(Connection connection, OccurrenceSubject subject, long fromMilli, long toMilli)
            throws SQLException {
        List<Row> rows = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(ROWS)) {
            int next = subject.bind(statement, 1);
            statement.setLong(next, fromMilli);
            next = subject.bind(statement, next + 1);
            statement.setLong(next, fromMilli);
            statement.setLong(next + 1, toMilli);
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(new Row(
                            result.getLong(1),
                            Nullable.whole(result, 2),
                            result.getString(3),
                            Nullable.whole(result, 4)));
                }
            }
        }
        rows.sort(Comparator.comparingLong(Row::atMilli));
        return rows;
    }

    /** Since when what a row says is so: a gateway that starts says it anew. */
    private static long since(Connection connection, OccurrenceSubject subject, Row row) throws SQLException {
        long otherMilli = Long.MIN_VALUE;
        try (PreparedStatement statement = connection.prepareStatement(BEFORE_THAT)) {
            int next = subject.bind(statement, 1);
            statement.setLong(next, row.atMilli);
            statement.setObject(next + 1, row.value);
            statement.setString(next + 2, row.text);
            try (ResultSet result = statement.executeQuery()) {
                otherMilli = result.next() ? result.getLong(1) : otherMilli;
            }
        }
        try (PreparedStatement statement = connection.prepareStatement(FIRST_AFTER)) {
            statement.setLong(subject.bind(statement, 1), otherMilli);
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        }
    }

    private static OccurrenceChange change(OccurrenceSubject subject, Row row, Row before) {
        return new OccurrenceChange(
                subject.serial(),
                subject.kind(),
                subject.number(),
                row.atMilli,
                row.value,
                row.text,
                row.seconds,
                row.beganMilli(),
                before == null ? null : before.value,
                before == null ? null : before.text,
                before == null);
    }

    private record Row(long atMilli, Long value, String text, Long seconds) {
        boolean isNewsAfter(Row before) {
            return before == null || !Objects.equals(value, before.value) || !Objects.equals(text, before.text);
        }

        Long beganMilli() {
            return seconds == null || seconds > (atMilli - YEAR_2000_MILLI) / 1000 ? null : atMilli - 1000 * seconds;
        }

        boolean isWithin(long fromMilli, long toMilli) {
            return atMilli >= fromMilli && (beganMilli() == null ? atMilli : beganMilli()) < toMilli;
        }

        Row at(long otherMilli) {
            return new Row(otherMilli, value, text, seconds);
        }
    }
}
