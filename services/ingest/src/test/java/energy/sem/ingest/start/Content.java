package energy.sem.ingest.start;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import energy.sem.ingest.kit.Tables;
import energy.sem.local.mariadb.DatabaseUser;
import energy.sem.local.mariadb.LocalMariaDb;

/** What the tables say and what the views answer. A later version may say more: only what was there is compared. */
final class Content {
    private final LocalMariaDb database;

    /** The columns of each table and view. */
    private final Map<String, List<String>> columns = new TreeMap<>();

    private Content(LocalMariaDb database) {
        this.database = database;
    }

    /** Every column that every table and view has now. */
    static Content now(LocalMariaDb database) throws SQLException {
        Content content = new Content(database);
        String known = Tables.ALL.stream().collect(Collectors.joining("','", "('", "')"));
        for (List<String> column : content.query("SELECT CONCAT(table_schema, '.', table_name), column_name"
                + " FROM information_schema.columns WHERE table_schema = 'sem_views' OR table_name = 'device_change'"
                + " OR (table_schema = 'sem' AND table_name IN " + known + ") ORDER BY 1, ordinal_position")) {
            content.columns
                    .computeIfAbsent(column.get(0), table -> new ArrayList<>())
                    .add(column.get(1));
        }
        return content;
    }

    /** The rows of these columns, each as its texts with a space between, in an order of their own. */
    Map<String, List<String>> rows() throws SQLException {
        Map<String, List<String>> rows = new TreeMap<>();
        for (Map.Entry<String, List<String>> table : columns.entrySet()) {
            List<String> lines = new ArrayList<>();
            for (List<String> row :
                    query("SELECT `" + String.join("`, `", table.getValue()) + "` FROM " + table.getKey())) {
                lines.add(row.stream().map(String::valueOf).collect(Collectors.joining(" ")));
            }
            Collections.sort(lines);
            rows.put(table.getKey(), lines);
        }
        return rows;
    }

    /** The columns in which no row says anything. */
    List<String> empty() throws SQLException {
        List<String> empty = new ArrayList<>();
        for (Map.Entry<String, List<String>> table : columns.entrySet()) {
            for (String column : table.getValue()) {
                if (query("SELECT 1 FROM " + table.getKey() + " WHERE `" + column + "` IS NOT NULL LIMIT 1")
                        .isEmpty()) {
                    empty.add(table.getKey() + "." + column);
                }
            }
        }
        return empty;
    }

    private List<List<String>> query(String sql) throws SQLException {
        try (Connection root = database.connect(DatabaseUser.ROOT);
                Statement statement = root.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            int count = rows.getMetaData().getColumnCount();
            List<List<String>> all = new ArrayList<>();
            while (rows.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= count; i++) {
                    row.add(rows.getString(i));
                }
                all.add(row);
            }
            return all;
        }
    }
}
