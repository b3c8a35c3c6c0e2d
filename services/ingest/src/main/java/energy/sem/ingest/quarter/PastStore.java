package energy.sem.ingest.quarter;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import energy.sem.ingest.quarter.ImportedQuarter.Applied;
import energy.sem.ingest.statement.Statements;
import energy.sem.p1.Register;
import energy.sem.quarter.QuarterRow;

/**
 * Writes and takes out imported quarter hours of one device, and what follows from them: which registers it has, its days. The caller
 * has the turn of who changes the meter's past (docs/decisions/import.md), and holds the meter's lock where the meter itself may be
 * writing: what is younger than two days. Not thread-safe.
 */
public final class PastStore {
    /** What a row is marked with that goes with an import: no such quarter hour will ever be. */
    private static final long GONE = 4294967295L;

    private static final int QUARTERS_AT_ONCE = 20_000;
    private static final int KEYS_A_STATEMENT = 500;

    /** So that of each day there is one. */
    private static final int LESS_THAN_A_DAY = 90;

    private final Connection connection;
    private final int deviceId;
    private final ZoneId zone;
    private final DeviceRegisters registers;
    private final Set<Register> columns;
    private final ImportTable table;

    /** @param more registers that the device may not have had yet */
    public PastStore(Connection connection, int deviceId, ZoneId zone, Set<Register> more) throws SQLException {
        this.connection = connection;
        this.deviceId = deviceId;
        this.zone = zone;
        this.registers = DeviceRegisters.read(connection, List.of(deviceId));
        this.columns = EnumSet.noneOf(Register.class);
        columns.addAll(registers.registers());
        columns.addAll(more);
        this.table = new ImportTable(connection, columns);
    }

    /**
     * Writes what an import says.
     *
     * @param live the meter's own rows of those quarter hours that it has
     */
    public void write(int importId, List<ImportedQuarter> rows, Map<Integer, QuarterRow> live) throws SQLException {
        registers.learn(rows.stream()
                .filter(each -> each.applied() != null)
                .map(each -> new QuarterChange(new QuarterKey(deviceId, each.quarter()), each.row(), each.ranges()))
                .toList());
        table.write(importId, deviceId, rows, live);
    }

    /** Takes an import's rows out, so that those are there that were before it. The import is marked as undone already. */
    public void takeOut(int importId, int fromQuarter, int toQuarter) throws SQLException {
        for (int from = fromQuarter; from <= toQuarter; from += QUARTERS_AT_ONCE) {
            int to = Math.min(toQuarter, from + QUARTERS_AT_ONCE - 1);
            List<Integer> earlier = Statements.list(
                    connection,
                    "SELECT DISTINCT o.quarter FROM import_quarter c JOIN import_quarter o"
                            + " ON o.device_id = c.device_id AND o.quarter = c.quarter AND o.import_id NOT IN (0, c.import_id)"
                            + " WHERE c.device_id = ? AND c.quarter BETWEEN ? AND ? AND c.import_id = ? ORDER BY o.quarter",
                    row -> row.getInt(1),
                    deviceId,
                    from,
                    to,
                    importId);
            Statements.run(connection, "CALL undo_import(?, ?, ?, ?)", importId, deviceId, from, to);
            for (int start = 0; start < earlier.size(); start += KEYS_A_STATEMENT) {
                putBack(earlier.subList(start, Math.min(earlier.size(), start + KEYS_A_STATEMENT)));
            }
        }
    }

    /** What earlier imports say of these quarter hours counts again. */
    private void putBack(List<Integer> quarters) throws SQLException {
        Statements.run(
                connection,
                "UPDATE import_quarter SET applied = NULL WHERE device_id = ? AND import_id > 0 AND quarter IN ("
                        + quarters.stream().map(String::valueOf).collect(Collectors.joining(",")) + ")",
                deviceId);
        NavigableMap<Integer, KnownQuarter> known =
                table.known(deviceId, quarters.get(0) - 1, quarters.get(quarters.size() - 1) + 1);
        Map<Integer, List<ImportedQuarter>> byImport = new HashMap<>();
        Map<Integer, QuarterRow> live = new HashMap<>();
        for (int quarter : quarters) {
            KnownQuarter is = known.get(quarter);
            KnownQuarter before = known.get(quarter - 1);
            Applied applied = Joins.of(is.imported(), is.live(), before != null && before.live() != null);
            byImport.computeIfAbsent(is.importId(), id -> new ArrayList<>())
                    .add(is.imported().as(applied));
            live.put(quarter, is.live());
        }
        for (Map.Entry<Integer, List<ImportedQuarter>> each : byImport.entrySet()) {
            table.write(each.getKey(), deviceId, each.getValue(), live);
        }
    }

    /** The days that a change of quarter hours from one to another one may have changed. */
    public NavigableSet<LocalDate> daysOf(int fromQuarter, int toQuarter) throws SQLException {
        TreeSet<Integer> oneADay = new TreeSet<>(List.of(fromQuarter, toQuarter));
        for (int quarter = fromQuarter; quarter < toQuarter; quarter += LESS_THAN_A_DAY) {
            oneADay.add(quarter);
        }
        return days().affectedBy(deviceId, oneADay);
    }

    /** The day in which a quarter hour begins. */
    public LocalDate dayOf(int quarter) {
        return days().day(quarter);
    }

    /** The day of the last quarter hour before one. */
    public Optional<LocalDate> dayBefore(int quarter) throws SQLException {
        return Statements.list(
                        connection,
                        "SELECT quarter FROM quarter_hour WHERE device_id = ? AND quarter < ? ORDER BY quarter DESC LIMIT 1",
                        row -> dayOf(row.getInt(1)),
                        deviceId,
                        quarter)
                .stream()
                .findFirst();
    }

    /** Computes days anew, each of which has a quarter hour. */
    public void recompute(NavigableSet<LocalDate> days) throws SQLException {
        ElectricityDays all = days();
        all.write(
                connection,
                all.of(deviceId, days).stream()
                        .filter(DayFigures::hasQuarterHours)
                        .toList());
    }

    /**
     * Computes days anew from which quarter hours were taken out; those without any are marked. They are found first: to ask around
     * each of them would read over all that was taken out each time.
     */
    public void recomputeLeft(NavigableSet<LocalDate> days) throws SQLException {
        if (days.isEmpty()) {
            return;
        }
        NavigableSet<LocalDate> left = new TreeSet<>();
        for (int quarter : Statements.list(
                connection,
                "SELECT quarter FROM quarter_hour WHERE device_id = ? AND quarter >= ? AND quarter < ?",
                row -> row.getInt(1),
                deviceId,
                days().startOf(days.first()),
                days().startOf(days.last().plusDays(1)))) {
            left.add(dayOf(quarter));
        }
        left.retainAll(days);
        recompute(left);
        List<LocalDate> gone = days.stream().filter(day -> !left.contains(day)).toList();
        for (int start = 0; start < gone.size(); start += KEYS_A_STATEMENT) {
            Statements.run(
                    connection,
                    "UPDATE electricity_day SET peak_quarter = ? WHERE device_id = ? AND day IN ("
                            + gone.subList(start, Math.min(gone.size(), start + KEYS_A_STATEMENT)).stream()
                                    .map(day -> "'" + day + "'")
                                    .collect(Collectors.joining(","))
                            + ")",
                    GONE,
                    deviceId);
        }
    }

    private ElectricityDays days() {
        return new ElectricityDays(new QuarterTable(connection, columns), zone);
    }

    /** Says anew in which quarter hour each register was there first; those that are nowhere any more are marked. */
    public void recomputeRegisters() throws SQLException {
        for (Register register : columns) {
            List<Long> first = Statements.list(
                    connection,
                    "SELECT MIN(quarter) FROM quarter_hour WHERE device_id = ? AND COALESCE(" + register.firstColumn()
                            + ", " + register.lastColumn() + ") IS NOT NULL",
                    row -> {
                        long quarter = row.getLong(1);
                        return row.wasNull() ? GONE : quarter;
                    },
                    deviceId);
            Statements.run(
                    connection,
                    "UPDATE device_register SET first_quarter = ? WHERE device_id = ? AND register = ?",
                    first.get(0),
                    deviceId,
                    register.column());
        }
    }
}
