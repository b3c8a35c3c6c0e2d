package energy.sem.files.semexport;

import java.util.regex.Pattern;

import energy.sem.files.EventOf;
import energy.sem.files.HistoryFileException;
import energy.sem.files.HistoryRows;
import energy.sem.files.reading.CsvTable;
import energy.sem.files.reading.Decimals;
import energy.sem.files.reading.RowException;

/** {@code events.csv}: {@code at,serial,kind,number,value,text,seconds}. */
final class Events implements SemExport.Rows {
    /** What the export puts an apostrophe before, so that no spreadsheet takes it for a formula. */
    private static final Pattern MARKED = Pattern.compile("(?s)'\\h*[=+\\-@\\t\\r\\n\uFF1D\uFF0B\uFF0D\uFF20].*");

    private static final int MOST_NUMBER = 255;

    private final HistoryRows rows;

    Events(HistoryRows rows) {
        this.rows = rows;
    }

    @Override
    public void begin(CsvTable table) throws HistoryFileException {
        for (String name : new String[] {"at", "serial", "kind", "number", "value", "text", "seconds"}) {
            if (table.column(name) < 0) {
                throw new HistoryFileException("The export's events lack a column: export them again.");
            }
        }
    }

    @Override
    public void read(CsvTable table) throws RowException {
        Long number = whole(field(table, "number"), "number");
        if (number != null && number > MOST_NUMBER) {
            throw new RowException("number is too large");
        }
        String text = field(table, "text");
        rows.event(new EventOf(
                table.line(),
                unmarked(field(table, "serial")),
                field(table, "kind"),
                number == null ? 0 : number.intValue(),
                QuarterHours.instant(field(table, "at"), "at"),
                whole(field(table, "value"), "value"),
                text.isEmpty() ? null : unmarked(text),
                whole(field(table, "seconds"), "seconds")));
    }

    private static String field(CsvTable table, String name) throws RowException {
        return table.field(table.column(name));
    }

    private static String unmarked(String text) {
        return MARKED.matcher(text).matches() ? text.substring(1) : text;
    }

    private static Long whole(String text, String field) throws RowException {
        return text.isEmpty() ? null : Long.valueOf(Decimals.register(text, 0, field));
    }
}
