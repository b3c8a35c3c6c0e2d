package energy.sem.history.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import energy.sem.p1.Register;

/**
 * What is kept for ever of a meter, a table each, as rows of cells: numbers as they are stored, instants as instants.
 *
 * @param name of the table as who leaves with it sees it, such as {@code quarter_hours}
 * @param header the names of its columns
 * @param cells what its columns are
 * @param sql what reads it, in order; with one parameter: the key of a device, or the name of a meter
 */
public record KeptTable(String name, List<String> header, List<Cell> cells, String sql) {

    /** What a cell is, as it is stored. */
    public enum Cell {
        /** A whole number, a word, a date. */
        PLAIN,
        /** Milliseconds since 1970. */
        INSTANT,
        /** The number of a quarter hour: its start. */
        QUARTER,
        /** The same, on the household's clock. */
        WALL
    }

    public KeptTable {
        header = List.copyOf(header);
        cells = List.copyOf(cells);
    }

    /** Of a device: its quarter hours with these registers, each first and last as it was read. */
    public static KeptTable quarterHours(Collection<Register> registers) {
        Columns columns = new Columns()
                .add("from", "quarter", Cell.QUARTER)
                .add("wall_time", "quarter", Cell.WALL)
                .add("first_at", "first_at", Cell.INSTANT)
                .add("last_at", "last_at", Cell.INSTANT);
        registers.forEach(register -> columns.plain("first_" + register.jsonName(), register.firstColumn()));
        registers.forEach(register -> columns.plain("last_" + register.jsonName(), register.lastColumn()));
        columns.plain("max_import_w", "max_import_w").plain("max_export_w", "max_export_w");
        for (int phase = 1; phase <= 3; phase++) {
            for (String end : List.of("min", "max")) {
                String voltage = end + "_voltage_l" + phase + "_dv";
                columns.plain(voltage, voltage);
            }
        }
        return columns.table("quarter_hours", " FROM quarter_hour WHERE device_id = ? ORDER BY quarter");
    }

    /** Of an electricity meter: the highest quarter hour of each day. */
    public static KeptTable days() {
        return new Columns()
                .plain("day", "day")
                .plain("peak_w", "peak_w")
                .add("peak_from", "peak_quarter", Cell.QUARTER)
                .plain("covered_s", "covered_s")
                .table("days", " FROM electricity_day WHERE device_id = ? ORDER BY day");
    }

    /** Of an electricity meter: its own month peaks. */
    public static KeptTable monthPeaks() {
        return new Columns()
                .plain("month", "month")
                .plain("running_w", "running_w")
                .add("running_at", "running_at", Cell.INSTANT)
                .plain("final_w", "final_w")
                .add("final_at", "final_at", Cell.INSTANT)
                .table("month_peaks", " FROM month_peak WHERE device_id = ? ORDER BY month");
    }

    /** Of a meter: what it and its devices said beside their counts. */
    public static KeptTable occurrences() {
        return new Columns()
                .add("at", "at", Cell.INSTANT)
                .plain("serial", "serial")
                .plain("kind", "kind")
                .plain("number", "number")
                .plain("value", "value")
                .plain("text", "text")
                .plain("seconds", "seconds")
                .table(
                        "events",
                        " FROM occurrence WHERE meter_id = (SELECT id FROM meter WHERE name = ?) ORDER BY at, serial, kind, number");
    }

    private static final class Columns {
        private final List<String> header = new ArrayList<>();
        private final List<String> names = new ArrayList<>();
        private final List<Cell> cells = new ArrayList<>();

        Columns plain(String title, String column) {
            return add(title, column, Cell.PLAIN);
        }

        Columns add(String title, String column, Cell cell) {
            header.add(title);
            names.add(column);
            cells.add(cell);
            return this;
        }

        KeptTable table(String name, String from) {
            return new KeptTable(name, header, cells, "SELECT " + String.join(", ", names) + from);
        }
    }
}
