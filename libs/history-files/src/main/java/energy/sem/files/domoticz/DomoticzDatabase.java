package energy.sem.files.domoticz;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

import energy.sem.files.FileBeginning;
import energy.sem.files.FileDeviceKind;
import energy.sem.files.HistoryFileException;
import energy.sem.files.HistoryFormat;
import energy.sem.files.HistoryInput;
import energy.sem.files.HistoryRows;
import energy.sem.files.ReadingOptions;
import energy.sem.files.Trust;
import energy.sem.files.reading.RegisterSeries;
import energy.sem.files.reading.RowException;
import energy.sem.files.reading.SqliteFile;
import energy.sem.files.reading.WallTimes;
import energy.sem.p1.Register;
import energy.sem.p1.RegisterValues;

/**
 * Domoticz' database, {@code domoticz.db}: of its P1 meters (device types 250 and 251) the registers every five minutes of the last day
 * or days, and for ever those at the end of each day. In whole Wh and litres; 0 in old rows says nothing.
 */
public final class DomoticzDatabase implements HistoryFormat {
    private static final int ELECTRICITY = 250;
    private static final int GAS = 251;

    private static final Register[] REGISTERS = {
        Register.IMPORT_T1_WH, Register.IMPORT_T2_WH, Register.EXPORT_T1_WH, Register.EXPORT_T2_WH
    };

    /** The calendar numbers them otherwise: 1 and 3 are imported, 2 and 4 exported. */
    private static final String OF_DAY =
            "SELECT Date, Counter1, Counter3, Counter2, Counter4 FROM MultiMeter_Calendar WHERE DeviceRowID = ?";

    private static final String OF_MINUTES =
            "SELECT Date, Value1, Value5, Value2, Value6 FROM MultiMeter WHERE DeviceRowID = ?";
    private static final String GAS_OF_DAY = "SELECT Date, Counter FROM Meter_Calendar WHERE DeviceRowID = ?";
    private static final String GAS_OF_MINUTES = "SELECT Date, Value FROM Meter WHERE DeviceRowID = ?";

    @Override
    public String name() {
        return "Domoticz' database";
    }

    @Override
    public boolean recognises(FileBeginning beginning) {
        return beginning.hasTable("devicestatus", "id", "type")
                && beginning.hasTable("multimeter_calendar", "devicerowid", "date", "counter1", "counter4");
    }

    @Override
    public void read(HistoryInput input, ReadingOptions options, HistoryRows rows) throws IOException {
        WallTimes times = new WallTimes(options.zone());
        try (SqliteFile database = SqliteFile.open(input.onDisk())) {
            long meter = device(database, ELECTRICITY);
            long gasMeter = device(database, GAS);
            if (meter < 0 && gasMeter < 0) {
                throw new HistoryFileException("This Domoticz has no P1 meter.");
            }
            Series electricity = new Series(database, FileDeviceKind.ELECTRICITY, times, rows, REGISTERS);
            electricity.read(OF_DAY, true, meter);
            electricity.read(OF_MINUTES, false, meter);
            Series gas = new Series(database, FileDeviceKind.GAS, times, rows, Register.VOLUME_L);
            gas.read(GAS_OF_DAY, true, gasMeter);
            gas.read(GAS_OF_MINUTES, false, gasMeter);
            electricity.registers.tell(rows);
            gas.registers.tell(rows);
        }
    }

    /** The row of the only device of a type; -1 if there is none. */
    private static long device(SqliteFile database, int type) throws IOException {
        List<Long> found = new ArrayList<>();
        database.query(
                "SELECT ID FROM DeviceStatus WHERE Type = ? ORDER BY ID", row -> found.add(row.getLong(1)), type);
        if (found.size() > 1) {
            throw new HistoryFileException("This Domoticz has " + found.size()
                    + " meters of the same kind: delete those that are not this household's from a copy of the file.");
        }
        return found.isEmpty() ? -1 : found.get(0);
    }

    private static final class Series {
        private final SqliteFile database;
        private final RegisterSeries registers;
        private final WallTimes times;
        private final HistoryRows rows;
        private final Register[] columns;

        Series(SqliteFile database, FileDeviceKind kind, WallTimes times, HistoryRows rows, Register... columns) {
            this.database = database;
            this.registers = new RegisterSeries(kind);
            this.times = times;
            this.rows = rows;
            this.columns = columns;
        }

        void read(String query, boolean days, long device) throws IOException {
            long[] line = {0};
            database.query(
                    query,
                    row -> {
                        line[0]++;
                        try {
                            add(line[0], row, days);
                        } catch (RowException e) {
                            rows.refused(line[0], e.getMessage());
                        }
                    },
                    device);
        }

        private void add(long line, ResultSet row, boolean days) throws SQLException, RowException {
            String text = row.getString(1);
            LocalDateTime wall = WallTimes.dateTime(text == null ? "" : text, "Date");
            if (!days && (times.isDoubled(wall) || times.isMissing(wall))) {
                throw new RowException("the clock was changed then, and the file does not say which hour it is");
            }
            Instant at = days ? times.first(wall.toLocalDate().plusDays(1).atStartOfDay()) : times.first(wall);
            RegisterValues.Builder values = RegisterValues.builder();
            for (int i = 0; i < columns.length; i++) {
                long value = row.getLong(i + 2);
                if (value < 0) {
                    throw new RowException("a register is negative");
                }
                if (value > 0) {
                    values.set(columns[i], value);
                }
            }
            registers.add(line, at, values.build(), Trust.REGISTER);
        }
    }
}
