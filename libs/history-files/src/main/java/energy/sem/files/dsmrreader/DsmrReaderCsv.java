package energy.sem.files.dsmrreader;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import energy.sem.files.FileBeginning;
import energy.sem.files.HistoryFormat;
import energy.sem.files.HistoryInput;
import energy.sem.files.HistoryRows;
import energy.sem.files.ReadingOptions;
import energy.sem.files.reading.CsvTable;
import energy.sem.files.reading.RowException;

/**
 * DSMR-reader's export of hours or days. Its headers are translated, changed over the versions, and in the file of days two pairs
 * are equal: what a column is is known by its place.
 */
public final class DsmrReaderCsv implements HistoryFormat {
    private static final List<String> HOUR = List.of(
            "hour_start", "electricity1", "electricity2", "electricity1_returned", "electricity2_returned", "gas");

    private static final List<String> DAY = List.of(
            "day",
            "electricity1",
            "electricity2",
            "electricity1_returned",
            "electricity2_returned",
            "gas",
            "electricity1_cost",
            "electricity2_cost",
            "gas_cost",
            "fixed_cost",
            "total_cost",
            "electricity_reading_timestamp",
            "electricity1_reading",
            "electricity2_reading",
            "electricity1_returned_reading",
            "electricity2_returned_reading",
            "gas_reading_timestamp",
            "gas_reading");

    private static final Pattern HOUR_ROW =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:00:00(Z|[+-]\\d\\d:?\\d\\d)(,(\\d+\\.\\d+)?){5}");
    private static final Pattern DAY_ROW = Pattern.compile("(\\d{4}-\\d\\d-\\d\\d|\\d\\d-\\d\\d-\\d{4})(,[^,\"]*){17}");

    @Override
    public String name() {
        return "DSMR-reader's export of hours or days";
    }

    @Override
    public boolean recognises(FileBeginning beginning) {
        if (!beginning.isText()) {
            return false;
        }
        List<String> lines = beginning.text().lines().limit(2).toList();
        return lines.size() == 2
                && !Character.isDigit(
                        lines.get(0).isEmpty() ? '0' : lines.get(0).charAt(0))
                && (HOUR_ROW.matcher(lines.get(1)).matches()
                        || DAY_ROW.matcher(lines.get(1)).matches());
    }

    @Override
    public void read(HistoryInput input, ReadingOptions options, HistoryRows rows) throws IOException {
        DsmrReaderRows each = new DsmrReaderRows(new DsmrReaderContents(options.zone()), options.zone(), rows);
        try (CsvTable table = CsvTable.open(input.open(), ',')) {
            boolean days = table.header().size() == DAY.size();
            while (table.next()) {
                if (table.isCut(true)) {
                    continue;
                }
                try {
                    each.read(row(table, days));
                } catch (RowException e) {
                    rows.refused(table.line(), e.getMessage());
                }
            }
            each.finish();
            table.finish(rows);
        }
    }

    private static DsmrRow row(CsvTable table, boolean days) throws RowException {
        List<String> columns = days ? DAY : HOUR;
        if (table.fields() != columns.size()) {
            throw new RowException("the row has " + table.fields() + " fields, not " + columns.size());
        }
        List<String> values = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            values.add(table.field(i));
        }
        return new ListedRow(days ? DsmrTables.DAY : DsmrTables.HOUR, table.line(), columns, values);
    }
}
