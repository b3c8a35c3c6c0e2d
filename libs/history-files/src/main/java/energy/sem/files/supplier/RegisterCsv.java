package energy.sem.files.supplier;

import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import energy.sem.files.FileDeviceKind;
import energy.sem.files.HistoryInput;
import energy.sem.files.HistoryRows;
import energy.sem.files.ReadingOptions;
import energy.sem.files.Trust;
import energy.sem.files.reading.CsvTable;
import energy.sem.files.reading.Decimals;
import energy.sem.files.reading.RegisterSeries;
import energy.sem.files.reading.RowException;
import energy.sem.files.reading.WallTimes;
import energy.sem.p1.Register;
import energy.sem.p1.RegisterValues;

/** Reads a table of one date and some registers a row, each the register at the beginning of that day. */
final class RegisterCsv {

    private RegisterCsv() {}

    /**
     * Tells all rows.
     *
     * @param date the normalised name of the column of the date
     * @param columns the register of each column by its normalised name
     */
    static void read(
            HistoryInput input,
            char separator,
            String date,
            Map<String, Register> columns,
            ReadingOptions options,
            HistoryRows rows)
            throws IOException {
        WallTimes times = new WallTimes(options.zone());
        RegisterSeries series = new RegisterSeries(FileDeviceKind.ELECTRICITY);
        try (CsvTable table = CsvTable.open(input.open(), separator)) {
            Map<Integer, Register> places = new LinkedHashMap<>();
            columns.forEach((name, register) -> {
                if (table.column(name) >= 0) {
                    places.put(table.column(name), register);
                }
            });
            while (table.next()) {
                if (table.isCut(true)) {
                    continue;
                }
                try {
                    Instant at = times.first(WallTimes.dateTime(table.field(table.column(date)), date)
                            .toLocalDate()
                            .atStartOfDay());
                    series.add(table.line(), at.plus(options.shift()), values(table, places), Trust.ESTIMATED);
                } catch (RowException e) {
                    rows.refused(table.line(), e.getMessage());
                }
            }
            rows.note("The file has days and no times: each register is taken as that of the beginning of its day.");
            series.tell(rows);
            table.finish(rows);
        }
    }

    private static RegisterValues values(CsvTable table, Map<Integer, Register> places) throws RowException {
        RegisterValues.Builder values = RegisterValues.builder();
        for (Map.Entry<Integer, Register> place : places.entrySet()) {
            String text = table.field(place.getKey());
            if (!text.isBlank()) {
                values.set(
                        place.getValue(),
                        Decimals.register(text, 3, table.header().get(place.getKey())));
            }
        }
        return values.build();
    }
}
