package energy.sem.files.originalsem;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.regex.Pattern;

import energy.sem.files.FileBeginning;
import energy.sem.files.HistoryFormat;
import energy.sem.files.HistoryInput;
import energy.sem.files.HistoryRows;
import energy.sem.files.ReadingOptions;
import energy.sem.files.reading.Notes;
import energy.sem.files.reading.RowException;
import energy.sem.files.reading.SqlDump;
import energy.sem.files.reading.SqlRow;
import energy.sem.files.reading.WallTimes;

/**
 * A dump of the first SEM's database by mariadb-dump or mysqldump. A {@code reading_time} that is a TIMESTAMP stands in UTC in it; one
 * that is a DATETIME is the wall time of the container, which the user must say ({@link ReadingOptions#clock}).
 */
public final class FluviusMeterDump implements HistoryFormat {
    static final String TABLE = "fluviusmeter";
    private static final Pattern NAMED =
            Pattern.compile("(?i)(INSERT\\s+INTO|CREATE\\s+TABLE)\\s+(IF NOT EXISTS\\s+)?[`\"]?FluviusMeter[`\"]?");

    @Override
    public String name() {
        return "the original SEM's table FluviusMeter";
    }

    @Override
    public boolean recognises(FileBeginning beginning) {
        return beginning.isText() && NAMED.matcher(beginning.text()).find();
    }

    @Override
    public void read(HistoryInput input, ReadingOptions options, HistoryRows rows) throws IOException {
        Dumped each = new Dumped(options, rows);
        SqlDump dump = SqlDump.read(input.open(), each);
        each.registers.tell(rows);
        dump.finish(rows);
    }

    private static final class Dumped implements SqlDump.Rows {
        private final FluviusMeterRow registers = new FluviusMeterRow();
        private final Notes notes;
        private final HistoryRows rows;
        private final ZoneId clock;
        private final WallTimes wall;
        private SqlDump dump;

        Dumped(ReadingOptions options, HistoryRows rows) {
            this.rows = rows;
            notes = new Notes(rows);
            clock = options.clock();
            wall = new WallTimes(clock);
        }

        @Override
        public void begin(SqlDump begun) {
            dump = begun;
        }

        @Override
        public boolean wants(String table) {
            return table.equals(TABLE);
        }

        @Override
        public void row(SqlRow row) throws RowException {
            registers.add(
                    row.line(),
                    at(row.get("reading_time")),
                    row.find("pch"),
                    row.find("pcl"),
                    row.find("ppl"),
                    row.find("pph"),
                    row.find("vg"),
                    row.find("vw"));
        }

        @Override
        public void refused(long line, String cause) {
            rows.refused(line, cause);
        }

        private Instant at(String text) throws RowException {
            if (text == null) {
                throw new RowException("reading_time is missing");
            }
            LocalDateTime time = WallTimes.dateTime(text, "reading_time");
            if (dump.type(TABLE, "reading_time").equals("timestamp") && dump.isUtc()) {
                notes.tell("reading_time is a TIMESTAMP: its times are UTC.");
                return time.toInstant(ZoneOffset.UTC);
            }
            notes.tell("reading_time does not say its zone: its times are taken as those of a clock in " + clock
                    + ". If that is not the zone of the computer that wrote them, say which is.");
            if (wall.isMissing(time)) {
                throw new RowException("the clock jumped over this time in March");
            }
            if (wall.isDoubled(time)) {
                throw new RowException("October's doubled hour: which of the two it is is not known");
            }
            return wall.first(time);
        }
    }
}
