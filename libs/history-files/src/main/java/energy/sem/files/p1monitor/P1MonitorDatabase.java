package energy.sem.files.p1monitor;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import energy.sem.files.FileBeginning;
import energy.sem.files.HistoryFormat;
import energy.sem.files.HistoryInput;
import energy.sem.files.HistoryRows;
import energy.sem.files.ReadingOptions;
import energy.sem.files.reading.RowException;
import energy.sem.files.reading.SqliteFile;

/** P1 Monitor's own database, {@code e_historie.db}. */
public final class P1MonitorDatabase implements HistoryFormat {

    @Override
    public String name() {
        return "P1 Monitor's database";
    }

    @Override
    public boolean recognises(FileBeginning beginning) {
        return beginning.hasTable("e_history_uur", "timestamp", "verbr_kwh_181", "verbr_kwh_182");
    }

    @Override
    public void read(HistoryInput input, ReadingOptions options, HistoryRows rows) throws IOException {
        P1MonitorRows each = new P1MonitorRows(options.zone());
        Map<String, Set<String>> tables = SqliteFile.tables(input.onDisk());
        try (SqliteFile database = SqliteFile.open(input.onDisk())) {
            for (String table : tables.keySet()) {
                if (P1MonitorRows.wants(table)) {
                    long[] line = {0};
                    database.query("SELECT * FROM " + table, row -> {
                        line[0]++;
                        try {
                            each.add(table, line[0], values(row)::get);
                        } catch (RowException e) {
                            rows.refused(line[0], table + ": " + e.getMessage());
                        }
                    });
                }
            }
        }
        each.finish(rows);
    }

    private static Map<String, String> values(ResultSet row) throws SQLException {
        Map<String, String> values = new HashMap<>();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            values.put(row.getMetaData().getColumnName(i).toLowerCase(Locale.ROOT), row.getString(i));
        }
        return values;
    }
}
