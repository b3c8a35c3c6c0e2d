package energy.sem.files.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A row of a table in an SQL dump. Valid until the next one is read. */
public final class SqlRow {
    private final String table;
    private final List<String> columns;
    private final List<String> values;
    private final long line;

    SqlRow(String table, List<String> columns, List<String> values, long line) {
        this.table = table;
        this.columns = columns;
        this.values = values;
        this.line = line;
    }

    /** The table's name in lower case, without its schema. */
    public String table() {
        return table;
    }

    /** The line on which it stands, from 1. */
    public long line() {
        return line;
    }

    /** Whether the table has the column. */
    public boolean has(String column) {
        return columns.contains(column);
    }

    /**
     * The value of a column as the dump writes it, or null for NULL.
     *
     * @throws RowException if the table has no such column
     */
    public String get(String column) throws RowException {
        int at = columns.indexOf(column);
        if (at < 0) {
            throw new RowException("the table has no column " + column);
        }
        return values.get(at);
    }

    /** The value of a column that may not be there; null then, and for NULL. */
    public String find(String column) {
        int at = columns.indexOf(column);
        return at < 0 ? null : values.get(at);
    }

    /** All values by their column. */
    public Map<String, String> values() {
        Map<String, String> all = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            all.put(columns.get(i), values.get(i));
        }
        return all;
    }
}
