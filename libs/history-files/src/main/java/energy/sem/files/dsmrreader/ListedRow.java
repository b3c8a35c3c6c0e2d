package energy.sem.files.dsmrreader;

import java.time.ZoneOffset;
import java.util.List;

/**
 * A row whose columns are known by their place: of an export, whose headers are translated and not even different from each other.
 *
 * @param table which table it is of
 * @param line where it stands
 * @param columns their names in the database
 * @param values as many; empty ones are absent
 */
record ListedRow(String table, long line, List<String> columns, List<String> values) implements DsmrRow {

    @Override
    public String find(String column) {
        int at = columns.indexOf(column);
        return at < 0 || at >= values.size() || values.get(at).isBlank() ? null : values.get(at);
    }

    /** Exports were of UTC once and of wall time later: one that does not say which is not believed. */
    @Override
    public ZoneOffset assumedOffset() {
        return null;
    }
}
