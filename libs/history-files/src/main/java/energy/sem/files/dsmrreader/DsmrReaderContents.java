package energy.sem.files.dsmrreader;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import energy.sem.files.reading.RowException;
import energy.sem.files.reading.SqlDump;
import energy.sem.files.reading.SqlRow;
import energy.sem.files.reading.WallTimes;

/**
 * What a dump has, found in a first pass: the same registers stand in it up to three times, and the best of them is wanted. Not
 * thread-safe.
 */
final class DsmrReaderContents implements SqlDump.Rows {
    private static final Set<String> KNOWN =
            Set.of(DsmrTables.READING, DsmrTables.ELECTRICITY, DsmrTables.GAS, DsmrTables.HOUR, DsmrTables.DAY);

    private final Map<String, Integer> rowsOfTable = new HashMap<>();
    private final BitSet daysWithReadings = new BitSet();
    private final BitSet daysWithConsumption = new BitSet();
    private final BitSet daysWithHours = new BitSet();
    private final WallTimes times;
    private boolean gasInReadings;

    DsmrReaderContents(ZoneId zone) {
        times = new WallTimes(zone);
    }

    @Override
    public boolean wants(String table) {
        return KNOWN.contains(table);
    }

    @Override
    public void row(SqlRow row) throws RowException {
        see(new DumpedRow(row));
    }

    void see(DsmrRow row) throws RowException {
        rowsOfTable.merge(row.table(), 1, Integer::sum);
        switch (row.table()) {
            case DsmrTables.READING -> {
                see(daysWithReadings, row, "timestamp");
                gasInReadings |=
                        row.find("extra_device_delivered") != null && row.find("extra_device_timestamp") != null;
            }
            case DsmrTables.ELECTRICITY -> see(daysWithConsumption, row, "read_at");
            case DsmrTables.HOUR -> see(daysWithHours, row, "hour_start");
            default -> {
                // Only counted.
            }
        }
    }

    private void see(BitSet days, DsmrRow row, String column) throws RowException {
        days.set(number(times.at(DsmrTables.instant(row, column)).toLocalDate()));
    }

    private static int number(LocalDate day) {
        return (int) Math.max(0, day.toEpochDay());
    }

    @Override
    public void refused(long line, String cause) {
        // Told in the second pass.
    }

    boolean isEmpty() {
        return rowsOfTable.isEmpty();
    }

    private boolean has(String table) {
        return rowsOfTable.getOrDefault(table, 0) > 0;
    }

    /** Whether the rows of a table say what no better one says. */
    boolean isTold(String table) {
        return switch (table) {
            case DsmrTables.ELECTRICITY -> !has(DsmrTables.READING);
            case DsmrTables.GAS -> !gasInReadings;
            default -> KNOWN.contains(table);
        };
    }

    /** Whether registers of this day are in the readings. */
    boolean hasReadings(LocalDate day) {
        return (has(DsmrTables.READING) ? daysWithReadings : daysWithConsumption).get(number(day));
    }

    boolean hasHours(LocalDate day) {
        return daysWithHours.get(number(day));
    }
}
