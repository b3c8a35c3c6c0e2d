package energy.sem.files.fluvius;

import java.io.IOException;
import java.util.List;

import energy.sem.files.FileBeginning;
import energy.sem.files.HistoryFormat;
import energy.sem.files.HistoryInput;
import energy.sem.files.HistoryRows;
import energy.sem.files.ReadingOptions;
import energy.sem.files.reading.CsvTable;
import energy.sem.files.reading.RowException;

/**
 * Fluvius' CSV of quarter hours, hours or days, of electricity or gas, Dutch or English, with the headers of 2024 to 2026. Wall
 * times without a zone; a row for the register that ran.
 */
public final class FluviusCsv implements HistoryFormat {

    @Override
    public String name() {
        return "Fluvius quarter hours, hours or days";
    }

    @Override
    public boolean recognises(FileBeginning beginning) {
        if (!beginning.isText()) {
            return false;
        }
        List<String> names = CsvTable.names(beginning.firstLine());
        return FluviusColumns.areIn(names);
    }

    @Override
    public void read(HistoryInput input, ReadingOptions options, HistoryRows rows) throws IOException {
        try (CsvTable table = CsvTable.open(input.open(), ';')) {
            FluviusColumns columns = FluviusColumns.of(table, rows);
            FluviusRows each = new FluviusRows(table, columns, options.zone(), rows);
            while (table.next()) {
                if (table.isCut(false)) {
                    continue;
                }
                try {
                    each.read();
                } catch (RowException e) {
                    rows.refused(table.line(), e.getMessage());
                }
            }
            each.finish();
            table.finish(rows);
        }
    }
}
