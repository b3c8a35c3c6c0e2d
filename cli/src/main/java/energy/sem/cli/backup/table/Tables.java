package energy.sem.cli.backup.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;

import energy.sem.cli.StartFailure;
import energy.sem.cli.backup.archive.RowSum;
import energy.sem.cli.backup.archive.TableDefinition;
import energy.sem.cli.backup.archive.TableTotal;

/** The tables of one schema through one connection. Views and procedures are the migrations' business and not in a backup. */
public final class Tables {
    /** As text the server gives these, and takes them back, without loss. */
    private static final Set<String> AS_THEY_ARE = Set.of(
            "tinyint",
            "smallint",
            "mediumint",
            "int",
            "bigint",
            "decimal",
            "char",
            "varchar",
            "text",
            "mediumtext",
            "longtext",
            "enum",
            "set");

    /** Their text depends on the driver, unless the server makes it. */
    private static final Set<String> TIMES = Set.of("date", "datetime", "timestamp", "time");

    private static final int FETCHED_ROWS = 2000;
    private static final long TOLD_EVERY = 1000;

    private final Connection connection;
    private final String schema;

    /** @param schema of small letters, digits and underscores */
    public Tables(Connection connection, String schema) {
        this.connection = connection;
        this.schema = schema;
    }

    /**
     * What tables there are, in the order of their names.
     *
     * @throws StartFailure when a column's type is one that this version cannot back up
     */
    public List<TableDefinition> definitions() throws SQLException {
        List<TableDefinition> tables = new ArrayList<>();
        for (String name : strings("SELECT table_name FROM information_schema.tables WHERE table_schema = ?"
                + " AND table_type = 'BASE TABLE' ORDER BY table_name")) {
            try (Statement statement = connection.createStatement();
                    ResultSet made = statement.executeQuery("SHOW CREATE TABLE " + schema + "." + name)) {
                made.next();
                tables.add(new TableDefinition(name, columns(name), made.getString(2)));
            }
        }
        return tables;
    }

    /** How many rows the server believes there are; for a progress bar. */
    public long estimatedRows() throws SQLException {
        List<String> rows = strings("SELECT COALESCE(SUM(table_rows), 0) FROM information_schema.tables"
                + " WHERE table_schema = ? AND table_type = 'BASE TABLE'");
        return Long.parseLong(rows.get(0));
    }

    /** Whether there is any table. */
    public boolean isEmpty() throws SQLException {
        return strings("SELECT table_name FROM information_schema.tables WHERE table_schema = ?"
                        + " AND table_type = 'BASE TABLE' LIMIT 1")
                .isEmpty();
    }

    /**
     * Writes all rows of a table, each a line.
     *
     * @param read is told how many rows more there are, now and then
     */
    public void copy(TableDefinition table, OutputStream out, LongConsumer read) throws SQLException, IOException {
        Set<String> times = timesOf(table.name());
        String columns = table.columns().stream()
                .map(column -> times.contains(column) ? "CAST(`" + column + "` AS CHAR)" : "`" + column + "`")
                .collect(Collectors.joining(", "));
        try (Statement statement =
                connection.createStatement(ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY)) {
            statement.setFetchSize(FETCHED_ROWS);
            long untold = 0;
            try (ResultSet rows =
                    statement.executeQuery("SELECT " + columns + " FROM " + schema + "." + table.name())) {
                StringBuilder line = new StringBuilder(512);
                while (rows.next()) {
                    RowWriter.write(rows, table.columns().size(), line, out);
                    if (++untold == TOLD_EVERY) {
                        read.accept(untold);
                        untold = 0;
                    }
                }
            }
            read.accept(untold);
        }
    }

    /** Makes the table here. */
    public void create(TableDefinition table) throws SQLException {
        execute("USE " + schema);
        execute(table.definition());
    }

    /** Loads rows, each a line, into a table that is empty. Whether all of them are there only {@link #total} says. */
    public void load(TableDefinition table, InputStream rows) throws SQLException {
        String columns = table.columns().stream().map(each -> "`" + each + "`").collect(Collectors.joining(", "));
        try (Statement statement = connection.createStatement()) {
            statement.unwrap(org.mariadb.jdbc.Statement.class).setLocalInfileInputStream(rows);
            statement.execute("LOAD DATA LOCAL INFILE 'rows' INTO TABLE " + schema + "." + table.name()
                    + " CHARACTER SET utf8mb4 FIELDS TERMINATED BY '\\t' ENCLOSED BY '' ESCAPED BY '\\\\'"
                    + " LINES TERMINATED BY '\\n' (" + columns + ")");
        }
    }

    /** What the rows of a table add up to now. */
    public TableTotal total(TableDefinition table, LongConsumer read) throws SQLException {
        RowSum sum = new RowSum();
        try {
            copy(table, sum, read);
        } catch (IOException e) {
            throw new IllegalStateException("a sum has no file", e);
        }
        return sum.total(table.name());
    }

    private List<String> columns(String table) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT column_name, data_type FROM information_schema.columns WHERE table_schema = ? AND table_name = ?"
                        + " AND is_generated = 'NEVER' ORDER BY ordinal_position")) {
            statement.setString(1, schema);
            statement.setString(2, table);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    String type = rows.getString(2);
                    if (!AS_THEY_ARE.contains(type) && !TIMES.contains(type)) {
                        throw new StartFailure(
                                "the column " + rows.getString(1) + " of the table " + table + " is of type " + type
                                        + ", which this version cannot back up: use the version that made the table.");
                    }
                    columns.add(rows.getString(1));
                }
            }
        }
        return columns;
    }

    private Set<String> timesOf(String table) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT column_name, data_type FROM information_schema.columns WHERE table_schema = ? AND table_name = ?")) {
            statement.setString(1, schema);
            statement.setString(2, table);
            Set<String> times = new HashSet<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    if (TIMES.contains(rows.getString(2))) {
                        times.add(rows.getString(1));
                    }
                }
            }
            return times;
        }
    }

    private List<String> strings(String query) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, schema);
            List<String> values = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    values.add(rows.getString(1));
                }
            }
            return values;
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
