package energy.sem.files.reading;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteLimits;

import energy.sem.files.HistoryFileException;

/**
 * An SQLite database that somebody else made: opened for reading only, and only its tables, since a view or a trigger may hold any
 * statement. Not thread-safe.
 */
public final class SqliteFile implements Closeable {
    private static final int MOST_TABLES = 500;

    /** Of a text, a blob or a row: a generated column can make one of a gigabyte from nothing. Readings are a few dozen. */
    private static final int MOST_VALUE_BYTES = 1_000_000;

    /** Reads a row. */
    public interface Row {
        void read(ResultSet row) throws SQLException, IOException;
    }

    private final Connection connection;

    private SqliteFile(Connection connection) {
        this.connection = connection;
    }

    /**
     * Opens it.
     *
     * @throws HistoryFileException if it cannot be read
     */
    public static SqliteFile open(Path file) throws IOException {
        // A database in use has its newest rows in a second file; without it nothing may be written, not even a lock.
        Path log = file.resolveSibling(file.getFileName() + "-wal");
        boolean inUse = Files.exists(log) && Files.size(log) > 0;
        String address = "jdbc:sqlite:file:" + file.toUri().getRawPath() + "?mode=ro" + (inUse ? "" : "&immutable=1");
        try {
            Connection connection = DriverManager.getConnection(address);
            try (Statement statement = connection.createStatement()) {
                connection.unwrap(SQLiteConnection.class).setLimit(SQLiteLimits.SQLITE_LIMIT_LENGTH, MOST_VALUE_BYTES);
                statement.execute("PRAGMA trusted_schema = OFF");
                statement.execute("PRAGMA query_only = ON");
                statement.execute("PRAGMA cell_size_check = ON");
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
            return new SqliteFile(connection);
        } catch (SQLException e) {
            throw damaged(e);
        }
    }

    /** The tables and their columns, in lower case. */
    public static Map<String, Set<String>> tables(Path file) throws IOException {
        try (SqliteFile opened = open(file)) {
            Map<String, Set<String>> tables = new LinkedHashMap<>();
            opened.query(
                    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' LIMIT "
                            + MOST_TABLES,
                    row -> tables.put(row.getString(1), new LinkedHashSet<>()));
            Map<String, Set<String>> lowered = new LinkedHashMap<>();
            for (String table : tables.keySet()) {
                Set<String> columns = new LinkedHashSet<>();
                opened.query(
                        "SELECT name FROM pragma_table_info(?)",
                        row -> columns.add(row.getString(1).toLowerCase(Locale.ROOT)),
                        table);
                lowered.put(table.toLowerCase(Locale.ROOT), columns);
            }
            return lowered;
        }
    }

    /** Reads each row of a query; {@code ?} stand for the parameters. */
    public void query(String sql, Row each, Object... parameters) throws IOException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    each.read(rows);
                }
            }
        } catch (SQLException e) {
            throw damaged(e);
        }
    }

    private static HistoryFileException damaged(SQLException e) {
        return new HistoryFileException(
                "The SQLite database cannot be read (" + e.getErrorCode()
                        + "): copy it again, with the system that writes it stopped.",
                e);
    }

    @Override
    public void close() throws IOException {
        try {
            connection.close();
        } catch (SQLException e) {
            throw damaged(e);
        }
    }
}
