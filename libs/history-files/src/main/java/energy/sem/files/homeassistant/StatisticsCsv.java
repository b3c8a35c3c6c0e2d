package energy.sem.files.homeassistant;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

import energy.sem.files.FileBeginning;
import energy.sem.files.FileDevice;
import energy.sem.files.HistoryFileException;
import energy.sem.files.HistoryFormat;
import energy.sem.files.HistoryInput;
import energy.sem.files.HistoryRows;
import energy.sem.files.ReadingOptions;
import energy.sem.files.Trust;
import energy.sem.files.VolumeOf;
import energy.sem.files.reading.CsvTable;
import energy.sem.files.reading.Decimals;
import energy.sem.files.reading.DoubledHour;
import energy.sem.files.reading.RowException;
import energy.sem.files.reading.SeenPeriods;
import energy.sem.files.reading.WallTimes;

/**
 * The CSV or TSV of the integration "Import statistics": {@code statistic_id, unit, start, state, sum}, or {@code delta} instead of the
 * last two. Full hours; {@code start} is the beginning, the state belongs to the end. Wall times, of the zone that was exported in.
 */
public final class StatisticsCsv implements HistoryFormat {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int MOST_SENSORS = 20_000;

    @Override
    public String name() {
        return "Home Assistant's statistics as CSV";
    }

    @Override
    public boolean recognises(FileBeginning beginning) {
        List<String> names = CsvTable.names(beginning.firstLine());
        return beginning.isText()
                && names.contains("statisticid")
                && names.contains("start")
                && (names.contains("state") || names.contains("delta"));
    }

    @Override
    public void read(HistoryInput input, ReadingOptions options, HistoryRows rows) throws IOException {
        Map<String, String> units = new HashMap<>();
        try (CsvTable table = open(input)) {
            int sensor = table.column("statisticid");
            int unit = table.column("unit", "unitofmeasurement");
            while (table.next()) {
                if (units.size() < MOST_SENSORS) {
                    units.putIfAbsent(
                            table.field(sensor).strip(), table.field(unit).strip());
                }
            }
        }
        Reader reader = new Reader(Sensors.choose(units, options, rows), options, rows);
        try (CsvTable table = open(input)) {
            while (table.next()) {
                if (table.isCut(true)) {
                    continue;
                }
                try {
                    reader.row(table);
                } catch (RowException e) {
                    rows.refused(table.line(), e.getMessage());
                }
            }
            reader.finish();
            table.finish(rows);
        }
    }

    private static CsvTable open(HistoryInput input) throws IOException {
        String header;
        try (java.io.InputStream bytes = input.open()) {
            header = new FileBeginning(bytes.readNBytes(FileBeginning.MOST_BYTES), Map.of(), List.of()).firstLine();
        }
        return CsvTable.open(input.open(), CsvTable.separator(header));
    }

    private static final class Reader {
        private final SensorRegisters registers = new SensorRegisters();
        private final SeenPeriods seen = new SeenPeriods();
        private final Map<String, Sensors.Chosen> chosen;
        private final DoubledHour doubled;
        private final HistoryRows rows;

        Reader(Map<String, Sensors.Chosen> chosen, ReadingOptions options, HistoryRows rows)
                throws HistoryFileException {
            this.chosen = chosen;
            this.rows = rows;
            doubled = new DoubledHour(new WallTimes(options.clock()));
        }

        void row(CsvTable table) throws RowException {
            String name = table.field(table.column("statisticid")).strip();
            Sensors.Chosen sensor = chosen.get(name);
            if (sensor == null) {
                return;
            }
            String state = table.field(table.column("state")).strip();
            String delta = table.field(table.column("delta")).strip();
            String value = state.isEmpty() ? delta : state;
            if (value.isEmpty()) {
                throw new RowException("it has neither a state nor a delta");
            }
            long amount = Decimals.amount(value, sensor.unit().power(), state.isEmpty() ? "delta" : "state");
            long line = table.line();
            doubled.add(
                    name,
                    WallTimes.dateTime(table.field(table.column("start")), "start"),
                    line,
                    state.isEmpty() ? 0 : amount,
                    from -> tell(line, sensor, from, value, !state.isEmpty(), amount));
        }

        private void tell(long line, Sensors.Chosen sensor, Instant from, String value, boolean register, long amount) {
            try {
                if (register) {
                    registers.add(line, sensor, from.plus(HOUR), value);
                } else {
                    seen.add(sensor.meaning(), from);
                    rows.volume(new VolumeOf(
                            line,
                            FileDevice.of(sensor.meaning().kind()),
                            sensor.meaning().register(),
                            from,
                            from.plus(HOUR),
                            OptionalLong.of(amount),
                            Trust.SUM));
                }
            } catch (RowException e) {
                rows.refused(line, e.getMessage());
            }
        }

        void finish() {
            doubled.finish(rows);
            registers.tell(rows);
        }
    }
}
