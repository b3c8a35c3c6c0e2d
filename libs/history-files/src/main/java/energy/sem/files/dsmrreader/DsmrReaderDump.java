package energy.sem.files.dsmrreader;

import java.io.IOException;
import java.util.regex.Pattern;

import energy.sem.files.FileBeginning;
import energy.sem.files.HistoryFileException;
import energy.sem.files.HistoryFormat;
import energy.sem.files.HistoryInput;
import energy.sem.files.HistoryRows;
import energy.sem.files.ReadingOptions;
import energy.sem.files.reading.RowException;
import energy.sem.files.reading.SqlDump;
import energy.sem.files.reading.SqlRow;

/**
 * DSMR-reader's backup: a dump of its PostgreSQL (or MariaDB), mostly in {@code .sql.gz}. Best are the readings, of which it keeps two
 * an hour for ever; where there are none, the readings of each day, and sums last.
 */
public final class DsmrReaderDump implements HistoryFormat {
    private static final Pattern TABLE = Pattern.compile(
            "(?i)(COPY|INSERT\\s+INTO|CREATE\\s+TABLE)\\s+(IF NOT EXISTS\\s+)?[`\"]?(public[`\"]?\\.[`\"]?)?dsmr_[a-z]+_");

    @Override
    public String name() {
        return "DSMR-reader's backup";
    }

    @Override
    public boolean recognises(FileBeginning beginning) {
        return beginning.isText() && (TABLE.matcher(beginning.text()).find() || isDumpOfDjango(beginning.text()));
    }

    /** A dump of PostgreSQL begins with the tables of others, in the order of the alphabet. */
    private static boolean isDumpOfDjango(String text) {
        return text.contains("PostgreSQL database dump") && text.contains("dsmr");
    }

    @Override
    public void read(HistoryInput input, ReadingOptions options, HistoryRows rows) throws IOException {
        DsmrReaderContents contents = new DsmrReaderContents(options.zone());
        SqlDump.read(input.open(), contents);
        if (contents.isEmpty()) {
            throw new HistoryFileException(
                    "This dump has no readings of DSMR-reader in it. Give the backup that is made each day,"
                            + " not the partial one.");
        }
        DsmrReaderRows each = new DsmrReaderRows(contents, options.zone(), rows);
        SqlDump dump = SqlDump.read(input.open(), new SqlDump.Rows() {
            @Override
            public boolean wants(String table) {
                return contents.isTold(table);
            }

            @Override
            public void row(SqlRow row) throws RowException {
                each.read(new DumpedRow(row));
            }

            @Override
            public void refused(long line, String cause) {
                rows.refused(line, cause);
            }
        });
        each.finish();
        dump.finish(rows);
    }
}
