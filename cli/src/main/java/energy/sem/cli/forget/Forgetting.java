package energy.sem.cli.forget;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongConsumer;

/**
 * Takes all that is stored of a meter out of a schema, whichever tables have something of it: those with its number, with its
 * devices' numbers or with its name. As the user who owns the tables: no service may delete. Whatever ends it in the middle, it is
 * done by doing it again. Not thread-safe.
 */
public final class Forgetting {
    private static final String TABLE = "forgotten_meter";
    private static final int ROWS_AT_ONCE = 10_000;

    private final Connection connection;
    private final String schema;

    /** @param schema of small letters, digits and underscores */
    public Forgetting(Connection connection, String schema) {
        this.connection = connection;
        this.schema = schema;
    }

    /** The meters that were forgotten, and when; none in tables of a version that did not know of it. */
    public Map<String, Instant> known() throws SQLException {
        Map<String, Instant> known = new TreeMap<>();
        if (!tablesWith("at").contains(TABLE)) {
            return known;
        }
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT name, at FROM " + schema + "." + TABLE)) {
            while (rows.next()) {
                known.put(rows.getString(1), Instant.ofEpochMilli(rows.getLong(2)));
            }
        }
        return known;
    }

    /** Writes down that what was received of the meter by then is not to be stored; ingest obeys it from its next batch on. */
    public void note(String meter, Instant at) throws SQLException {
        // As V17__forgotten_meters.sql has it: tables that are being restored may be older.
        execute("CREATE TABLE IF NOT EXISTS " + schema + "." + TABLE
                + " (name VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,"
                + " at BIGINT NOT NULL COMMENT 'epoch ms UTC') ENGINE = InnoDB");
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO " + schema + "." + TABLE
                + " (name, at) VALUES (?, ?) ON DUPLICATE KEY UPDATE at = GREATEST(at, VALUES(at))")) {
            insert.setString(1, meter);
            insert.setLong(2, at.toEpochMilli());
            insert.executeUpdate();
        }
    }

    /** How many rows the tables have of the meter; 0 when they do not know it. */
    public long rows(String meter) throws SQLException {
        long rows = 0;
        for (long device : devices(meter)) {
            for (String table : tablesWith("device_id")) {
                rows += number("SELECT COUNT(*) FROM " + schema + "." + table + " WHERE device_id = ?", device);
            }
        }
        for (long id : ids(meter)) {
            for (String table : tablesWith("meter_id")) {
                rows += number("SELECT COUNT(*) FROM " + schema + "." + table + " WHERE meter_id = ?", id);
            }
            rows++;
        }
        for (String table : tablesWith("meter")) {
            rows += number("SELECT COUNT(*) FROM " + schema + "." + table + " WHERE meter = ?", meter);
        }
        return rows;
    }

    /**
     * Takes all of it out.
     *
     * @param done is told how many rows more are out
     */
    public void delete(String meter, LongConsumer done) throws SQLException {
        connection.setAutoCommit(true);
        // A piece at a time: ten years are millions of rows, and one transaction of all would hold up the server.
        for (long device : devices(meter)) {
            for (String table : tablesWith("device_id")) {
                deletePieces(table, device, done);
            }
        }
        connection.setAutoCommit(false);
        try {
            deleteRest(meter, done);
            connection.commit();
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private void deletePieces(String table, long device, LongConsumer done) throws SQLException {
        long piece;
        do {
            piece = delete(table, "device_id", device, " LIMIT " + ROWS_AT_ONCE);
            done.accept(piece);
        } while (piece == ROWS_AT_ONCE);
    }

    // Under the meter's lock: a batch of ingest that was under way has added its rows by then, or finds that there is
    // no such meter.
    private void deleteRest(String meter, LongConsumer done) throws SQLException {
        for (long id : numbers("SELECT id FROM " + schema + ".meter WHERE name = ? FOR UPDATE", meter)) {
            for (long device : devices(meter)) {
                for (String table : tablesWith("device_id")) {
                    done.accept(delete(table, "device_id", device, ""));
                }
            }
            List<String> ofMeter = tablesWith("meter_id");
            // Rows of others refer to those of device.
            ofMeter.remove("device");
            ofMeter.add("device");
            for (String table : ofMeter) {
                done.accept(delete(table, "meter_id", id, ""));
            }
            done.accept(delete("meter", "id", id, ""));
        }
        for (String table : tablesWith("meter")) {
            done.accept(delete(table, "meter", meter, ""));
        }
    }

    private long delete(String table, String column, Object value, String most) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(
                "DELETE FROM " + schema + "." + table + " WHERE " + column + " = ?" + most)) {
            delete.setObject(1, value);
            return delete.executeUpdate();
        }
    }

    private List<Long> ids(String meter) throws SQLException {
        return numbers("SELECT id FROM " + schema + ".meter WHERE name = ?", meter);
    }

    private List<Long> devices(String meter) throws SQLException {
        return numbers(
                "SELECT d.id FROM " + schema + ".device d JOIN " + schema
                        + ".meter m ON m.id = d.meter_id WHERE m.name = ? ORDER BY d.id",
                meter);
    }

    private List<String> tablesWith(String column) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (PreparedStatement select =
                connection.prepareStatement("SELECT t.table_name FROM information_schema.tables t"
                        + " JOIN information_schema.columns c ON c.table_schema = t.table_schema AND c.table_name = t.table_name"
                        + " WHERE t.table_schema = ? AND t.table_type = 'BASE TABLE' AND c.column_name = ?"
                        + " ORDER BY t.table_name")) {
            select.setString(1, schema);
            select.setString(2, column);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
        }
        return tables;
    }

    private long number(String query, Object value) throws SQLException {
        return numbers(query, value).get(0);
    }

    private List<Long> numbers(String query, Object value) throws SQLException {
        List<Long> numbers = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(query)) {
            select.setObject(1, value);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    numbers.add(rows.getLong(1));
                }
            }
        }
        return numbers;
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
