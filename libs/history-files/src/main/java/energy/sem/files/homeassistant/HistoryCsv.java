package energy.sem.files.homeassistant;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import energy.sem.files.FileBeginning;
import energy.sem.files.HistoryFormat;
import energy.sem.files.HistoryInput;
import energy.sem.files.HistoryRows;
import energy.sem.files.ReadingOptions;
import energy.sem.files.reading.CsvTable;
import energy.sem.files.reading.OffsetTimes;
import energy.sem.files.reading.RowException;

/** The CSV of Home Assistant's history panel: {@code entity_id,state,last_changed}, a row a change, times in UTC, no units. */
public final class HistoryCsv implements HistoryFormat {
    private static final int MOST_SENSORS = 20_000;

    @Override
    public String name() {
        return "Home Assistant's history as CSV";
    }

    @Override
    public boolean recognises(FileBeginning beginning) {
        return beginning.isText()
                && CsvTable.names(beginning.firstLine()).containsAll(List.of("entityid", "state", "lastchanged"));
    }

    @Override
    public void read(HistoryInput input, ReadingOptions options, HistoryRows rows) throws IOException {
        Map<String, String> units = new HashMap<>();
        try (CsvTable table = CsvTable.open(input.open(), ',')) {
            int sensor = table.column("entityid");
            int state = table.column("state");
            while (table.next()) {
                if (units.size() < MOST_SENSORS && isNumber(table.field(state))) {
                    units.putIfAbsent(table.field(sensor).strip(), "");
                }
            }
        }
        Map<String, Sensors.Chosen> chosen = Sensors.choose(units, options, rows);
        rows.note("The file has no units: kWh and m³ are assumed.");
        SensorRegisters registers = new SensorRegisters();
        try (CsvTable table = CsvTable.open(input.open(), ',')) {
            int sensor = table.column("entityid");
            int state = table.column("state");
            int at = table.column("lastchanged");
            while (table.next()) {
                Sensors.Chosen one = chosen.get(table.field(sensor).strip());
                if (table.isCut(false) || one == null || !isNumber(table.field(state))) {
                    continue;
                }
                try {
                    registers.add(
                            table.line(),
                            one,
                            OffsetTimes.instant(table.field(at), null, "last_changed"),
                            table.field(state));
                } catch (RowException e) {
                    rows.refused(table.line(), e.getMessage());
                }
            }
            registers.tell(rows);
            table.finish(rows);
        }
    }

    /** A sensor that is not there is {@code unavailable} or {@code unknown}. */
    private static boolean isNumber(String state) {
        return !state.isBlank() && Character.isDigit(state.strip().charAt(0));
    }
}
