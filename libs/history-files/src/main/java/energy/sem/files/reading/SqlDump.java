package energy.sem.files.reading;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import energy.sem.files.HistoryRows;

/**
 * Reads the rows of a dump as text, without the database: {@code INSERT} and {@code REPLACE} of mariadb-dump, mysqldump, SQLite's
 * {@code .dump} and P1 Monitor, {@code COPY … FROM stdin} of pg_dump. Everything else is passed over. Streams. Not thread-safe.
 */
public final class SqlDump {
    private static final int MOST_OF_A_STATEMENT = 256 * 1024;
    private static final int MOST_OF_A_COMMENT = 400;
    private static final int MOST_COLUMNS = 1_000;

    /** Hears rows. */
    public interface Rows {
        /** The dump whose rows follow: what it says of itself before them can be asked while they are read. */
        default void begin(SqlDump dump) {}

        /** Whether the rows of a table (lower case) are wanted; columns are known only later. */
        boolean wants(String table);

        void row(SqlRow row) throws RowException;

        void refused(long line, String cause);
    }

    private final InputStream bytes;
    private final SqlCharacters text;
    private final SqlTokens tokens;
    private final Rows rows;
    private final Map<String, List<String>> columns = new HashMap<>();
    private final Map<String, Map<String, String>> types = new HashMap<>();
    private String endsEarly;

    private SqlDump(InputStream bytes, Rows rows) throws IOException {
        this.bytes = bytes;
        this.text = new SqlCharacters(Encoding.reader(bytes));
        this.tokens = new SqlTokens(text);
        this.rows = rows;
    }

    /** Reads all of it. */
    public static SqlDump read(InputStream bytes, Rows rows) throws IOException {
        try (bytes) {
            SqlDump dump = new SqlDump(bytes, rows);
            rows.begin(dump);
            dump.statements();
            return dump;
        }
    }

    /** Whether the dump sets the time zone to UTC, as mariadb-dump does, so that its TIMESTAMPs are UTC. */
    public boolean isUtc() {
        return tokens.isUtc();
    }

    /** The type of a column as CREATE TABLE says it, in lower case; empty where the dump does not say. */
    public String type(String table, String column) {
        return types.getOrDefault(table, Map.of()).getOrDefault(column, "");
    }

    /** Whether the dump ends before its end. */
    public boolean isCut() {
        if (bytes instanceof EndsEarly packed && packed.endsEarly()) {
            endsEarly = "the compressed file is cut off here: download or copy it again";
        } else if (endsEarly == null && tokens.isIncomplete()) {
            endsEarly = "the dump ends without the line that says it is complete: make it again";
        }
        return endsEarly != null;
    }

    /** Tells if the dump ends before its end. */
    public void finish(HistoryRows to) {
        if (isCut()) {
            to.endsEarly(text.line(), endsEarly);
        }
    }

    private void statements() throws IOException {
        while (true) {
            tokens.blanksAndComments();
            int c = text.peek();
            if (c < 0) {
                return;
            }
            if (c == '\\') {
                text.restOfLine(0);
                continue;
            }
            String word = tokens.word();
            boolean whole =
                    switch (word) {
                        case "INSERT", "REPLACE" -> insert();
                        case "CREATE" -> create();
                        case "COPY" -> copy();
                        case "" -> tokens.skipOne();
                        default -> {
                            StringBuilder statement = new StringBuilder();
                            boolean ended = tokens.rest(statement, MOST_OF_A_COMMENT);
                            tokens.noteZone(statement);
                            yield ended;
                        }
                    };
            if (!whole) {
                endsEarly = "the dump ends in the middle of a statement: make it again";
                return;
            }
        }
    }

    // INSERT INTO `t` (`a`, `b`) VALUES (1,'x'),(2,NULL);
    private boolean insert() throws IOException {
        String table = null;
        List<String> names = null;
        while (true) {
            tokens.blanksAndComments();
            int c = text.peek();
            if (c < 0) {
                return false;
            }
            if (c == ';') {
                text.next();
                return true;
            }
            if (c == '(') {
                text.next();
                names = tokens.names();
                if (names == null) {
                    return false;
                }
                continue;
            }
            String word = tokens.name();
            if (word.isEmpty()) {
                text.next();
            } else if (word.equalsIgnoreCase("VALUES")) {
                return values(table == null ? "" : table, names);
            } else if (!word.equalsIgnoreCase("INTO")
                    && !word.equalsIgnoreCase("IGNORE")
                    && !word.equalsIgnoreCase("OR")) {
                table = word.toLowerCase(Locale.ROOT);
            }
        }
    }

    private boolean values(String table, List<String> names) throws IOException {
        List<String> known = names != null ? names : columns.get(table);
        boolean wanted = rows.wants(table);
        List<String> values = new ArrayList<>();
        while (true) {
            tokens.blanksAndComments();
            int c = text.next();
            if (c < 0) {
                return false;
            }
            if (c == ';') {
                return true;
            }
            if (c == '(') {
                long line = text.line();
                values.clear();
                if (!tokens.tuple(values)) {
                    return false;
                }
                if (wanted) {
                    tell(table, known, values, line);
                }
            } else if (c == '\'' || c == '"' || c == '`') {
                if (!tokens.quoted(c, null, true)) {
                    return false;
                }
            }
        }
    }

    private void tell(String table, List<String> known, List<String> values, long line) {
        if (known == null) {
            rows.refused(line, "the dump does not say what the columns of " + table + " are");
        } else if (known.size() != values.size()) {
            rows.refused(line, "the row has " + values.size() + " values for " + known.size() + " columns");
        } else {
            try {
                rows.row(new SqlRow(table, known, values, line));
            } catch (RowException e) {
                rows.refused(line, e.getMessage());
            }
        }
    }

    private boolean create() throws IOException {
        StringBuilder statement = new StringBuilder();
        boolean whole = tokens.rest(statement, MOST_OF_A_STATEMENT);
        SqlColumns made = SqlColumns.of(statement.toString());
        if (made != null) {
            columns.put(made.table(), List.copyOf(made.types().keySet()));
            types.put(made.table(), made.types());
        }
        return whole;
    }

    // COPY public.t (a, b) FROM stdin; then lines of values with tabs between, then \.
    private boolean copy() throws IOException {
        StringBuilder statement = new StringBuilder();
        if (!tokens.rest(statement, MOST_OF_A_STATEMENT)) {
            return false;
        }
        SqlColumns copied = SqlColumns.ofCopy(statement.toString());
        if (copied == null) {
            return true;
        }
        text.restOfLine(0);
        boolean wanted = rows.wants(copied.table());
        List<String> names = List.copyOf(copied.types().keySet());
        List<String> values = new ArrayList<>();
        while (true) {
            long line = text.line();
            String row = text.restOfLine(MOST_OF_A_STATEMENT);
            if (row == null || (text.peek() < 0 && !text.endedWithLine())) {
                endsEarly = "the dump ends in the middle of a table: make it again";
                return row != null && row.equals("\\.");
            }
            if (row.equals("\\.")) {
                return true;
            }
            if (wanted) {
                split(row, values);
                tell(copied.table(), names, values, line);
            }
        }
    }

    private static void split(String row, List<String> values) {
        values.clear();
        int from = 0;
        while (from <= row.length() && values.size() <= MOST_COLUMNS) {
            int tab = row.indexOf('\t', from);
            int to = tab < 0 ? row.length() : tab;
            String value = row.substring(from, to);
            values.add(value.equals("\\N") ? null : value);
            from = to + 1;
        }
    }
}
