package energy.sem.ingest.occurrence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import energy.sem.ingest.statement.Binder;

/** The rows of {@code occurrence}: only added, the same in whatever order and however often they come. */
@ApplicationScoped
public class Occurrences {
    private static final int ROWS_A_STATEMENT = 500;

    private static final String INSERT =
            "INSERT INTO occurrence (meter_id, serial, kind, number, at, value, text, seconds, import_id)" + " VALUES ";

    private static final String ROW = "(?,?,?,?,?,?,?,?,?)";

    /** No gateway says two things of one subject at one time; should two of them, the greater one stays. */
    private static final String TAIL = " ON DUPLICATE KEY UPDATE " + greater("value") + ", " + greater("text") + ", "
            + greater("seconds") + ", import_id = NULL";

    private static final String KEEP = " ON DUPLICATE KEY UPDATE meter_id = VALUES(meter_id)";

    /** Adds those that are not there yet; the caller holds the locks of the meters. */
    public void store(Connection connection, Collection<OccurrenceRow> rows) throws SQLException {
        insert(connection, rows, null, TAIL);
    }

    /** Adds those of an import that are not there yet; what is there stays as it is. The caller holds the meter's lock. */
    public void storeImported(Connection connection, Collection<OccurrenceRow> rows, int importId) throws SQLException {
        insert(connection, rows, importId, KEEP);
    }

    private static void insert(Connection connection, Collection<OccurrenceRow> rows, Integer importId, String tail)
            throws SQLException {
        List<OccurrenceRow> sorted =
                rows.stream().distinct().sorted(OccurrenceRow.BY_KEY).toList();
        for (int start = 0; start < sorted.size(); start += ROWS_A_STATEMENT) {
            List<OccurrenceRow> some = sorted.subList(start, Math.min(sorted.size(), start + ROWS_A_STATEMENT));
            insertSome(connection, some, importId, tail);
        }
    }

    private static void insertSome(Connection connection, List<OccurrenceRow> rows, Integer importId, String tail)
            throws SQLException {
        String sql = INSERT + rows.stream().map(row -> ROW).collect(Collectors.joining(",")) + tail;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            Binder binder = new Binder(statement);
            for (OccurrenceRow row : rows) {
                binder.set((Integer) row.meterId()).set(row.serial()).set(row.kind());
                binder.set((Integer) row.number()).set((Long) row.atMilli());
                binder.set(row.value()).set(row.text()).set(row.seconds()).set(importId);
            }
            statement.executeUpdate();
        }
    }

    /** With plain GREATEST a NULL would win. */
    private static String greater(String column) {
        return "%1$s = GREATEST(COALESCE(%1$s, VALUES(%1$s)), COALESCE(VALUES(%1$s), %1$s))".formatted(column);
    }
}
