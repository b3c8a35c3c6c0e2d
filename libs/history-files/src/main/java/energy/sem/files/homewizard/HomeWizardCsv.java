package energy.sem.files.homewizard;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import energy.sem.files.FileBeginning;
import energy.sem.files.FileDeviceKind;
import energy.sem.files.HistoryFormat;
import energy.sem.files.HistoryInput;
import energy.sem.files.HistoryRows;
import energy.sem.files.ReadingOptions;
import energy.sem.files.Trust;
import energy.sem.files.reading.CsvTable;
import energy.sem.files.reading.Decimals;
import energy.sem.files.reading.DoubledHour;
import energy.sem.files.reading.RegisterSeries;
import energy.sem.files.reading.RowException;
import energy.sem.files.reading.WallTimes;
import energy.sem.p1.Register;
import energy.sem.p1.RegisterValues;

/**
 * HomeWizard's CSV: registers in kWh and m³ at wall times. Whether a row is of its time or of a quarter hour later is disputed among its
 * users: {@link ReadingOptions#shift} says it, the overlap with live readings shows it. Water counts from the beginning of the file.
 */
public final class HomeWizardCsv implements HistoryFormat {

    private record Column(int place, FileDeviceKind kind, Register register, int power) {}

    /** Columns by their normalised name; the power of ten makes Wh or litres of the value. */
    private static final Map<String, Column> COLUMNS = columns();

    private static Map<String, Column> columns() {
        Map<String, Column> columns = new LinkedHashMap<>();
        columns.put("importt1kwh", new Column(0, FileDeviceKind.ELECTRICITY, Register.IMPORT_T1_WH, 3));
        columns.put("importt2kwh", new Column(0, FileDeviceKind.ELECTRICITY, Register.IMPORT_T2_WH, 3));
        columns.put("exportt1kwh", new Column(0, FileDeviceKind.ELECTRICITY, Register.EXPORT_T1_WH, 3));
        columns.put("exportt2kwh", new Column(0, FileDeviceKind.ELECTRICITY, Register.EXPORT_T2_WH, 3));
        columns.put("importkwh", new Column(0, FileDeviceKind.SUBMETER, Register.IMPORT_WH, 3));
        columns.put("exportkwh", new Column(0, FileDeviceKind.SUBMETER, Register.EXPORT_WH, 3));
        columns.put("totalgasused", new Column(0, FileDeviceKind.GAS, Register.VOLUME_L, 3));
        columns.put("waterusagedl", new Column(0, FileDeviceKind.WATER, Register.VOLUME_L, -1));
        columns.put("waterusagel", new Column(0, FileDeviceKind.WATER, Register.VOLUME_L, 0));
        columns.put("waterusagem3", new Column(0, FileDeviceKind.WATER, Register.VOLUME_L, 3));
        return columns;
    }

    @Override
    public String name() {
        return "HomeWizard's export";
    }

    @Override
    public boolean recognises(FileBeginning beginning) {
        List<String> names = CsvTable.names(beginning.firstLine());
        return beginning.isText()
                && names.size() >= 2
                && names.get(0).equals("time")
                && names.stream().anyMatch(COLUMNS::containsKey);
    }

    @Override
    public void read(HistoryInput input, ReadingOptions options, HistoryRows rows) throws IOException {
        try (CsvTable table = CsvTable.open(input.open(), ',')) {
            Reader reader = new Reader(table, options, rows);
            while (table.next()) {
                if (table.isCut(true)) {
                    continue;
                }
                try {
                    reader.row();
                } catch (RowException e) {
                    rows.refused(table.line(), e.getMessage());
                }
            }
            reader.finish();
            table.finish(rows);
        }
    }

    private static final class Reader {
        private final Map<FileDeviceKind, RegisterSeries> series = new LinkedHashMap<>();
        private final List<Column> columns;
        private final CsvTable table;
        private final ReadingOptions options;
        private final HistoryRows rows;
        private final DoubledHour doubled;

        Reader(CsvTable table, ReadingOptions options, HistoryRows rows) {
            this.table = table;
            this.options = options;
            this.rows = rows;
            doubled = new DoubledHour(new WallTimes(options.zone()));
            columns = COLUMNS.entrySet().stream()
                    .filter(named -> table.column(named.getKey()) >= 0)
                    .map(named -> new Column(
                            table.column(named.getKey()),
                            named.getValue().kind(),
                            named.getValue().register(),
                            named.getValue().power()))
                    .toList();
        }

        void row() throws RowException {
            LocalDateTime wall = WallTimes.dateTime(table.field(0), "time");
            Map<FileDeviceKind, RegisterValues> values = new LinkedHashMap<>();
            long sum = 0;
            for (Column column : columns) {
                String text = table.field(column.place());
                if (!text.isBlank()) {
                    long value = Decimals.register(
                            text, column.power(), table.header().get(column.place()));
                    values.merge(
                            column.kind(),
                            RegisterValues.of(column.register(), value),
                            (known, one) -> known.with(column.register(), value));
                    sum += value;
                }
            }
            if (values.isEmpty()) {
                return;
            }
            long line = table.line();
            doubled.add(
                    "row", wall, line, sum, at -> values.forEach((kind, registers) -> add(line, kind, at, registers)));
        }

        private void add(long line, FileDeviceKind kind, Instant at, RegisterValues values) {
            try {
                series.computeIfAbsent(kind, RegisterSeries::new)
                        .add(line, at.plus(options.shift()), values, Trust.REGISTER);
            } catch (RowException e) {
                rows.refused(line, e.getMessage());
            }
        }

        void finish() {
            doubled.finish(rows);
            if (series.containsKey(FileDeviceKind.WATER)) {
                rows.note("Water counts from the beginning of the file: its level is not the meter's, its use is.");
            }
            rows.note("Each row is taken as the register "
                    + (options.shift().isZero()
                            ? "at its time"
                            : options.shift().toMinutes() + " minutes after its time")
                    + "; some versions of the app mean a quarter hour later: see which fits the live readings.");
            series.values().forEach(each -> each.tell(rows));
        }
    }
}
