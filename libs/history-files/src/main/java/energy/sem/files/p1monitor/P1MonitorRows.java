package energy.sem.files.p1monitor;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

import energy.sem.files.FileDeviceKind;
import energy.sem.files.HistoryRows;
import energy.sem.files.Trust;
import energy.sem.files.reading.Decimals;
import energy.sem.files.reading.RegisterSeries;
import energy.sem.files.reading.RowException;
import energy.sem.files.reading.WallTimes;
import energy.sem.p1.Register;
import energy.sem.p1.RegisterValues;

/**
 * Rows of P1 Monitor's tables. {@code TIMESTAMP} is the wall time at which a period began, but the registers are those of its end: they
 * belong there. It is unique, so of October's doubled hour only the second is left. The period that ran when the file was made has not
 * ended: its row is left out. Not thread-safe.
 */
final class P1MonitorRows {
    private static final Map<String, Duration> ELECTRICITY = Map.of(
            "e_history_min", Duration.ofMinutes(1),
            "e_history_uur", Duration.ofHours(1),
            "e_history_dag", Duration.ofDays(1));

    /** {@code TIMEPERIOD_ID} of the water meter: 11 a minute, 12 an hour, 13 a day. */
    private static final Map<String, Duration> WATER =
            Map.of("11", Duration.ofMinutes(1), "12", Duration.ofHours(1), "13", Duration.ofDays(1));

    private static final String WATER_TABLE = "watermeter";

    private static final Map<String, Register> COLUMNS = Map.of(
            "verbr_kwh_181", Register.IMPORT_T1_WH,
            "verbr_kwh_182", Register.IMPORT_T2_WH,
            "gelvr_kwh_281", Register.EXPORT_T1_WH,
            "gelvr_kwh_282", Register.EXPORT_T2_WH);

    /** A value of a column by its name in lower case; null if there is none. */
    interface Values {
        String find(String column);
    }

    private record Waiting(long line, LocalDateTime begins, Instant ends, Values values) {}

    private final RegisterSeries electricity = new RegisterSeries(FileDeviceKind.ELECTRICITY);
    private final RegisterSeries gas = new RegisterSeries(FileDeviceKind.GAS);
    private final RegisterSeries water = new RegisterSeries(FileDeviceKind.WATER);
    private final Map<String, Waiting> newest = new HashMap<>();
    private final WallTimes times;
    private Instant lastMinute = Instant.MIN;

    P1MonitorRows(ZoneId zone) {
        times = new WallTimes(zone);
    }

    static boolean wants(String table) {
        return ELECTRICITY.containsKey(table) || table.equals(WATER_TABLE);
    }

    void add(String table, long line, Values values) throws RowException {
        String period = table.equals(WATER_TABLE) ? text(values, "timeperiod_id") : "";
        Duration length = table.equals(WATER_TABLE) ? WATER.get(period) : ELECTRICITY.get(table);
        if (length == null) {
            return;
        }
        LocalDateTime begins = WallTimes.dateTime(text(values, "timestamp"), "TIMESTAMP");
        if (times.isMissing(begins)) {
            throw new RowException("the clock jumped over this time in March");
        }
        Instant ends = length.toDays() > 0
                ? times.first(begins.toLocalDate().plusDays(1).atStartOfDay())
                : times.second(begins).plus(length);
        if (table.equals("e_history_min") && ends.isAfter(lastMinute)) {
            lastMinute = ends;
        }
        // The newest row of each table waits until it is known whether its period has ended.
        String series = table + period;
        Waiting before = newest.get(series);
        Waiting row = new Waiting(line, begins, ends, values);
        if (before == null || !ends.isBefore(before.ends)) {
            newest.put(series, row);
            row = before;
        }
        if (row != null) {
            tell(table, row);
        }
    }

    private static String text(Values values, String column) throws RowException {
        String text = values.find(column);
        if (text == null) {
            throw new RowException("the table has no " + column.toUpperCase(java.util.Locale.ROOT));
        }
        return text;
    }

    private void tell(String table, Waiting row) throws RowException {
        if (table.equals(WATER_TABLE)) {
            add(water, row, "verbr_in_m3_totaal");
            return;
        }
        RegisterValues.Builder values = RegisterValues.builder();
        for (Map.Entry<String, Register> column : COLUMNS.entrySet()) {
            String value = row.values.find(column.getKey());
            if (value != null && !value.isBlank()) {
                values.set(column.getValue(), Decimals.amount(value, 3, column.getKey()));
            }
        }
        electricity.add(row.line, row.ends, values.build(), Trust.REGISTER);
        add(gas, row, "verbr_gas_2421");
    }

    private static void add(RegisterSeries series, Waiting row, String column) throws RowException {
        String value = row.values.find(column);
        if (value != null && !value.isBlank()) {
            series.add(
                    row.line,
                    row.ends,
                    RegisterValues.of(Register.VOLUME_L, Decimals.amount(value, 3, column)),
                    Trust.REGISTER);
        }
    }

    void finish(HistoryRows rows) {
        newest.forEach((series, row) -> {
            boolean ended = !row.ends.isAfter(lastMinute) && !series.equals("e_history_min");
            if (ended) {
                try {
                    tell(series.startsWith(WATER_TABLE) ? WATER_TABLE : series, row);
                } catch (RowException e) {
                    rows.refused(row.line, e.getMessage());
                }
            }
        });
        rows.note(
                "The registers of a row are taken as those of the end of its period, whose beginning P1 Monitor writes."
                        + " Of each table the newest row is left out where its period had not ended.");
        if (gas.isEmpty() && electricity.isEmpty()) {
            rows.note("There are no registers in it.");
        }
        electricity.tell(rows);
        gas.tell(rows);
        water.tell(rows);
    }
}
