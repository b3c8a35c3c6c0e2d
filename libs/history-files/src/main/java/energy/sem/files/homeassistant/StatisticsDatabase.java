package energy.sem.files.homeassistant;

import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import energy.sem.files.FileBeginning;
import energy.sem.files.HistoryFormat;
import energy.sem.files.HistoryInput;
import energy.sem.files.HistoryRows;
import energy.sem.files.ReadingOptions;
import energy.sem.files.reading.RowException;
import energy.sem.files.reading.SqliteFile;

/**
 * Home Assistant's own database, {@code home-assistant_v2.db}: the long-term statistics, an hour each for ever, and the short-term ones,
 * five minutes each of the last days. {@code state} is the register as last seen in the period: it belongs to its end.
 */
public final class StatisticsDatabase implements HistoryFormat {
    static final long HOUR_S = 3_600;
    static final long SHORT_S = 300;

    @Override
    public String name() {
        return "Home Assistant's database";
    }

    @Override
    public boolean recognises(FileBeginning beginning) {
        return beginning.hasTable("statistics_meta", "id", "statistic_id", "unit_of_measurement")
                && beginning.hasTable("statistics", "metadata_id", "start_ts", "state");
    }

    @Override
    public void read(HistoryInput input, ReadingOptions options, HistoryRows rows) throws IOException {
        try (SqliteFile database = SqliteFile.open(input.onDisk())) {
            Map<String, String> units = new HashMap<>();
            Map<String, Long> ids = new HashMap<>();
            database.query("SELECT id, statistic_id, unit_of_measurement FROM statistics_meta WHERE has_sum", row -> {
                String unit = row.getString(3);
                if (row.getString(2) != null && unit != null) {
                    units.put(row.getString(2), unit);
                    ids.put(row.getString(2), row.getLong(1));
                }
            });
            Map<String, Sensors.Chosen> chosen = Sensors.choose(units, options, rows);
            SensorRegisters registers = new SensorRegisters();
            for (Map.Entry<String, Sensors.Chosen> sensor : chosen.entrySet()) {
                long id = ids.get(sensor.getKey());
                read(database, "statistics", HOUR_S, id, sensor.getValue(), registers, rows);
                read(database, "statistics_short_term", SHORT_S, id, sensor.getValue(), registers, rows);
            }
            registers.tell(rows);
        }
    }

    private static void read(
            SqliteFile database,
            String table,
            long seconds,
            long id,
            Sensors.Chosen sensor,
            SensorRegisters registers,
            HistoryRows rows)
            throws IOException {
        boolean[] exists = {false};
        database.query("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?", row -> exists[0] = true, table);
        if (!exists[0]) {
            return;
        }
        long[] line = {0};
        database.query(
                "SELECT start_ts, state FROM " + table
                        + " WHERE metadata_id = ? AND state IS NOT NULL AND start_ts IS NOT NULL ORDER BY start_ts",
                row -> {
                    line[0]++;
                    try {
                        registers.add(line[0], sensor, end(row.getDouble(1), seconds), row.getDouble(2));
                    } catch (RowException e) {
                        rows.refused(line[0], table + ": " + e.getMessage());
                    }
                },
                id);
    }

    /** The end of a period by its beginning, epoch seconds. */
    static Instant end(double start, long seconds) throws RowException {
        if (!(start >= 0 && start < 1e10)) {
            throw new RowException("start_ts is no time");
        }
        return Instant.ofEpochSecond(Math.round(start) + seconds);
    }
}
