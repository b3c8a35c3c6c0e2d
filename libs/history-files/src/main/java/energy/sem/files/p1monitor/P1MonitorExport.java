package energy.sem.files.p1monitor;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import energy.sem.files.FileBeginning;
import energy.sem.files.HistoryFormat;
import energy.sem.files.HistoryInput;
import energy.sem.files.HistoryRows;
import energy.sem.files.ReadingOptions;
import energy.sem.files.reading.Json;
import energy.sem.files.reading.RowException;
import energy.sem.files.reading.SqlDump;
import energy.sem.files.reading.SqlRow;

/** P1 Monitor's export, {@code p1mon-sql-export….zip}: texts of {@code replace into} statements, and a manifest that counts them. */
public final class P1MonitorExport implements HistoryFormat {
    private static final Pattern HISTORY = Pattern.compile("(.*/)?[0-9_]*historie[^/]*");
    private static final Pattern NO_SQL = Pattern.compile(".*\\.(json|db|xlsx|txt|log)");

    @Override
    public String name() {
        return "P1 Monitor's export";
    }

    @Override
    public boolean recognises(FileBeginning beginning) {
        return beginning.members().stream()
                .anyMatch(name -> HISTORY.matcher(name).matches());
    }

    @Override
    public void read(HistoryInput input, ReadingOptions options, HistoryRows rows) throws IOException {
        P1MonitorRows each = new P1MonitorRows(options.zone());
        Statements statements = new Statements(each, rows);
        SqlDump cut = null;
        for (String member : input.members()) {
            if (!NO_SQL.matcher(member.toLowerCase(Locale.ROOT)).matches()) {
                SqlDump dump = SqlDump.read(input.open(member), statements);
                cut = dump.isCut() && cut == null ? dump : cut;
            }
        }
        each.finish(rows);
        long promised = promised(input);
        if (cut != null) {
            cut.finish(rows);
        } else if (statements.count < promised) {
            rows.endsEarly(
                    0, "the export promises " + promised + " rows and has " + statements.count + ": make it again");
        }
    }

    /** How many rows the manifest promises; 0 if there is none. */
    private static long promised(HistoryInput input) throws IOException {
        List<String> manifests = input.members().stream()
                .filter(name -> name.endsWith("manifest.json"))
                .toList();
        if (manifests.isEmpty()) {
            return 0;
        }
        try (InputStream bytes = input.open(manifests.get(0))) {
            String count = Json.text(Json.object(bytes), "record_count");
            return count.matches("[0-9]{1,12}") ? Long.parseLong(count) : 0;
        } catch (Json.InvalidJsonException e) {
            return 0;
        }
    }

    private static final class Statements implements SqlDump.Rows {
        private final P1MonitorRows each;
        private final HistoryRows rows;
        private long count;

        Statements(P1MonitorRows each, HistoryRows rows) {
            this.each = each;
            this.rows = rows;
        }

        @Override
        public boolean wants(String table) {
            return true;
        }

        @Override
        public void row(SqlRow row) throws RowException {
            count++;
            if (P1MonitorRows.wants(row.table())) {
                Map<String, String> values = row.values();
                each.add(row.table(), row.line(), values::get);
            }
        }

        @Override
        public void refused(long line, String cause) {
            rows.refused(line, cause);
        }
    }
}
