package energy.sem.files.homeassistant;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

import energy.sem.files.FileBeginning;
import energy.sem.files.HistoryFormat;
import energy.sem.files.HistoryInput;
import energy.sem.files.HistoryRows;
import energy.sem.files.ReadingOptions;
import energy.sem.files.reading.RowException;
import energy.sem.files.reading.SqlDump;
import energy.sem.files.reading.SqlRow;

/**
 * A dump of Home Assistant's tables {@code statistics} and {@code statistics_meta}, of MariaDB, MySQL or PostgreSQL. Read twice: what the
 * sensors are stands behind their rows.
 */
public final class StatisticsDump implements HistoryFormat {
    private static final Pattern TABLE = Pattern.compile(
            "(?i)(INSERT\\s+INTO|CREATE\\s+TABLE|COPY)\\s+(IF NOT EXISTS\\s+)?[`\"]?(public[`\"]?\\.)?[`\"]?(statistics(_meta|_short_term|_runs)?|event_data|state_attributes|states_meta)[`\"]?[\\s(]");
    private static final String META = "statistics_meta";
    private static final String HOURS = "statistics";
    private static final String SHORT = "statistics_short_term";

    @Override
    public String name() {
        return "a dump of Home Assistant's statistics";
    }

    @Override
    public boolean recognises(FileBeginning beginning) {
        return beginning.isText() && TABLE.matcher(beginning.text()).find();
    }

    @Override
    public void read(HistoryInput input, ReadingOptions options, HistoryRows rows) throws IOException {
        Meta meta = new Meta();
        SqlDump.read(input.open(), meta);
        Map<String, Sensors.Chosen> chosen = Sensors.choose(meta.units, options, rows);
        Map<String, Sensors.Chosen> byId = new HashMap<>();
        chosen.forEach((sensor, one) -> byId.put(meta.ids.get(sensor), one));
        Statistics statistics = new Statistics(byId, rows);
        SqlDump dump = SqlDump.read(input.open(), statistics);
        statistics.registers.tell(rows);
        dump.finish(rows);
    }

    private static final class Meta implements SqlDump.Rows {
        private static final int MOST = 20_000;

        private final Map<String, String> units = new HashMap<>();
        private final Map<String, String> ids = new HashMap<>();

        @Override
        public boolean wants(String table) {
            return table.equals(META);
        }

        @Override
        public void row(SqlRow row) throws RowException {
            String sensor = row.get("statistic_id");
            String unit = row.get("unit_of_measurement");
            if (sensor != null && unit != null && units.size() < MOST) {
                units.put(sensor, unit);
                ids.put(sensor, row.get("id"));
            }
        }

        @Override
        public void refused(long line, String cause) {
            // A sensor that cannot be read is none.
        }
    }

    private static final class Statistics implements SqlDump.Rows {
        private final SensorRegisters registers = new SensorRegisters();
        private final Map<String, Sensors.Chosen> byId;
        private final HistoryRows rows;

        Statistics(Map<String, Sensors.Chosen> byId, HistoryRows rows) {
            this.byId = byId;
            this.rows = rows;
        }

        @Override
        public boolean wants(String table) {
            return table.equals(HOURS) || table.equals(SHORT);
        }

        @Override
        public void row(SqlRow row) throws RowException {
            Sensors.Chosen sensor = byId.get(row.get("metadata_id"));
            String state = row.get("state");
            String start = row.get("start_ts");
            if (sensor == null || state == null || start == null) {
                return;
            }
            long seconds = row.table().equals(HOURS) ? StatisticsDatabase.HOUR_S : StatisticsDatabase.SHORT_S;
            registers.add(row.line(), sensor, StatisticsDatabase.end(number(start), seconds), state);
        }

        private static double number(String text) throws RowException {
            try {
                return Double.parseDouble(text);
            } catch (NumberFormatException e) {
                throw new RowException("start_ts is no time");
            }
        }

        @Override
        public void refused(long line, String cause) {
            rows.refused(line, cause);
        }
    }
}
