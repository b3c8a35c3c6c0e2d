package energy.sem.files.semexport;

import java.io.IOException;
import java.util.Map;

import energy.sem.files.FileBeginning;
import energy.sem.files.FileDevice;
import energy.sem.files.HistoryFileException;
import energy.sem.files.HistoryFormat;
import energy.sem.files.HistoryInput;
import energy.sem.files.HistoryRows;
import energy.sem.files.ReadingOptions;
import energy.sem.files.reading.CsvTable;
import energy.sem.files.reading.RowException;

/**
 * The zip of {@code sem export}: a manifest with a checksum a file, devices, the first and last registers of each quarter hour with
 * its extremes, the meter's month peaks, and what it said beside its counts. Its days are not read: they follow from the quarter hours.
 */
public final class SemExport implements HistoryFormat {
    static final String QUARTER_HOURS = "quarter_hours.csv";
    static final String MONTH_PEAKS = "month_peaks.csv";
    static final String EVENTS = "events.csv";
    static final String DEVICES = "devices.csv";

    @Override
    public String name() {
        return "SEM's export";
    }

    @Override
    public boolean recognises(FileBeginning beginning) {
        return !beginning.members().isEmpty() && beginning.text().contains("\"sem-export\"");
    }

    @Override
    public void read(HistoryInput input, ReadingOptions options, HistoryRows rows) throws IOException {
        Manifest manifest = Manifest.of(input);
        manifest.check(input);
        Map<String, FileDevice> devices = ExportDevices.read(input, manifest);
        read(input, manifest, QUARTER_HOURS, rows, new QuarterHours(devices, rows));
        if (manifest.has(MONTH_PEAKS)) {
            read(input, manifest, MONTH_PEAKS, rows, new MonthPeaks(devices, rows));
        }
        if (manifest.has(EVENTS)) {
            read(input, manifest, EVENTS, rows, new Events(rows));
        }
    }

    /** Reads the rows of one file. */
    interface Rows {
        void begin(CsvTable table) throws HistoryFileException;

        void read(CsvTable table) throws RowException;
    }

    private static void read(HistoryInput input, Manifest manifest, String file, HistoryRows rows, Rows each)
            throws IOException {
        try (CsvTable table = CsvTable.open(input.open(manifest.member(file)), ',')) {
            each.begin(table);
            while (table.next()) {
                try {
                    each.read(table);
                } catch (RowException e) {
                    rows.refused(table.line(), file + ": " + e.getMessage());
                }
            }
            table.finish(rows);
        }
    }
}
