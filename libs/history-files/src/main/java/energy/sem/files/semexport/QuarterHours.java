package energy.sem.files.semexport;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import energy.sem.files.ExtremesOf;
import energy.sem.files.FileDevice;
import energy.sem.files.HistoryFileException;
import energy.sem.files.HistoryRows;
import energy.sem.files.RegisterAt;
import energy.sem.files.reading.CsvTable;
import energy.sem.files.reading.Decimals;
import energy.sem.files.reading.RowException;
import energy.sem.p1.Register;

/** {@code quarter_hours.csv}: the first and last registers of each quarter hour with their times, and its extremes. */
final class QuarterHours implements SemExport.Rows {
    private static final List<String> EXTREMES = List.of(
            "max_import_w",
            "max_export_w",
            "min_voltage_l1_dv",
            "max_voltage_l1_dv",
            "min_voltage_l2_dv",
            "max_voltage_l2_dv",
            "min_voltage_l3_dv",
            "max_voltage_l3_dv");

    private record Columns(int first, int last) {}

    private final Map<Register, Columns> registers = new EnumMap<>(Register.class);
    private final Map<String, Integer> extremes = new LinkedHashMap<>();
    private final Map<String, FileDevice> devices;
    private final HistoryRows rows;
    private int device;
    private int from;
    private int firstAt;
    private int lastAt;

    QuarterHours(Map<String, FileDevice> devices, HistoryRows rows) {
        this.devices = devices;
        this.rows = rows;
    }

    @Override
    public void begin(CsvTable table) throws HistoryFileException {
        List<String> header = table.header();
        device = header.indexOf("device");
        from = header.indexOf("from");
        firstAt = header.indexOf("first_at");
        lastAt = header.indexOf("last_at");
        if (device < 0 || from < 0 || firstAt < 0 || lastAt < 0) {
            throw new HistoryFileException("The export's quarter hours lack a column: export them again.");
        }
        for (Register register : Register.values()) {
            int first = header.indexOf("first_" + register.jsonName());
            int last = header.indexOf("last_" + register.jsonName());
            if (first >= 0 && last >= 0) {
                registers.put(register, new Columns(first, last));
            }
        }
        for (String extreme : EXTREMES) {
            if (header.contains(extreme)) {
                extremes.put(extreme, header.indexOf(extreme));
            }
        }
        long unknown = header.stream()
                .filter(name -> name.startsWith("first_") && !name.equals("first_at"))
                .filter(name -> Register.ofJsonName(name.substring("first_".length())) == null)
                .count();
        if (unknown > 0) {
            throw new HistoryFileException(
                    "The export has registers that this SEM does not know: update SEM, then import again.");
        }
    }

    @Override
    public void read(CsvTable table) throws RowException {
        FileDevice of = devices.get(table.field(device));
        if (of == null) {
            throw new RowException("the device is not in " + SemExport.DEVICES);
        }
        Instant quarter = instant(table.field(from), "from");
        Instant first = instant(table.field(firstAt), "first_at");
        Instant last = instant(table.field(lastAt), "last_at");
        if (last.isBefore(first) || first.isBefore(quarter)) {
            throw new RowException("its times are not in order");
        }
        for (Map.Entry<Register, Columns> register : registers.entrySet()) {
            tell(table, of, register.getKey(), first, register.getValue().first());
            if (!last.equals(first)) {
                tell(table, of, register.getKey(), last, register.getValue().last());
            }
        }
        tellExtremes(table, of, quarter);
    }

    private void tell(CsvTable table, FileDevice of, Register register, Instant at, int column) throws RowException {
        String value = table.field(column);
        if (!value.isEmpty()) {
            rows.register(new RegisterAt(
                    table.line(),
                    of,
                    register,
                    at,
                    Decimals.register(value, 0, table.header().get(column))));
        }
    }

    private void tellExtremes(CsvTable table, FileDevice of, Instant quarter) throws RowException {
        Map<String, Integer> values = new LinkedHashMap<>();
        for (Map.Entry<String, Integer> extreme : extremes.entrySet()) {
            Integer value = MonthPeaks.whole(table.field(extreme.getValue()), extreme.getKey());
            if (value != null) {
                values.put(extreme.getKey(), value);
            }
        }
        if (!values.isEmpty()) {
            rows.extremes(new ExtremesOf(table.line(), of, quarter, values));
        }
    }

    static Instant instant(String text, String field) throws RowException {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new RowException(field + " is no time");
        }
    }
}
