package energy.sem.files.semexport;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Map;

import energy.sem.files.FileDevice;
import energy.sem.files.HistoryRows;
import energy.sem.files.StatedMonthPeak;
import energy.sem.files.reading.CsvTable;
import energy.sem.files.reading.Decimals;
import energy.sem.files.reading.RowException;

/** {@code month_peaks.csv}: {@code device,month,running_w,running_at,final_w,final_at}. */
final class MonthPeaks implements SemExport.Rows {
    private final Map<String, FileDevice> devices;
    private final HistoryRows rows;

    MonthPeaks(Map<String, FileDevice> devices, HistoryRows rows) {
        this.devices = devices;
        this.rows = rows;
    }

    @Override
    public void begin(CsvTable table) {
        // Columns that are missing are empty.
    }

    @Override
    public void read(CsvTable table) throws RowException {
        FileDevice of = devices.get(table.field(table.column("device")));
        if (of == null) {
            throw new RowException("the device is not in " + SemExport.DEVICES);
        }
        rows.monthPeak(new StatedMonthPeak(
                table.line(),
                of,
                month(table.field(table.column("month"))),
                whole(table.field(table.column("runningw")), "running_w"),
                instant(table.field(table.column("runningat")), "running_at"),
                whole(table.field(table.column("finalw")), "final_w"),
                instant(table.field(table.column("finalat")), "final_at")));
    }

    private static YearMonth month(String text) throws RowException {
        try {
            return YearMonth.parse(text.length() > 7 ? text.substring(0, 7) : text);
        } catch (DateTimeException e) {
            throw new RowException("month is no month");
        }
    }

    private static Instant instant(String text, String field) throws RowException {
        return text.isEmpty() ? null : QuarterHours.instant(text, field);
    }

    /** A whole number that fits a column of the tables; null for an empty text. */
    static Integer whole(String text, String field) throws RowException {
        if (text.isEmpty()) {
            return null;
        }
        long value = Decimals.register(text, 0, field);
        if (value > Integer.MAX_VALUE) {
            throw new RowException(field + " is too large");
        }
        return (int) value;
    }
}
