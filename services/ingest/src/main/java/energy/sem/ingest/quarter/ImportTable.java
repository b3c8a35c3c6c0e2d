package energy.sem.ingest.quarter;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

import energy.sem.ingest.quarter.ImportedQuarter.Applied;
import energy.sem.ingest.statement.Binder;
import energy.sem.ingest.statement.Statements;
import energy.sem.p1.Register;
import energy.sem.p1.RegisterValues;
import energy.sem.quarter.QuarterColumns;
import energy.sem.quarter.QuarterRow;

/**
 * The rows of {@code import_quarter} and those of {@code quarter_hour} that are made from them, on one connection. Who
 * writes has the turn of the meter's past, or the meter's lock. Not thread-safe.
 */
public final class ImportTable {
    private static final int ROWS_A_STATEMENT = 500;
    private static final int LIVE = 0;
    private static final String RANGES = "max_import_w, max_export_w, min_voltage_l1_dv, max_voltage_l1_dv,"
            + " min_voltage_l2_dv, max_voltage_l2_dv, min_voltage_l3_dv, max_voltage_l3_dv";

    private final Connection connection;
    private final QuarterColumns columns;

    /** @param registers all that any row in question may have */
    public ImportTable(Connection connection, Collection<Register> registers) {
        this.connection = connection;
        this.columns = QuarterColumns.of(registers);
    }

    /** What is known of a device's quarter hours from one to before another; those of which nothing is known are left out. */
    public NavigableMap<Integer, KnownQuarter> known(int deviceId, int fromQuarter, int toQuarter) throws SQLException {
        NavigableMap<Integer, QuarterRow> rows = new TreeMap<>();
        String range = " WHERE device_id = ? AND quarter >= ? AND quarter < ?";
        try (PreparedStatement select =
                connection.prepareStatement("SELECT " + columns.list() + " FROM quarter_hour" + range)) {
            new Binder(select)
                    .set((Integer) deviceId)
                    .set((Integer) fromQuarter)
                    .set((Integer) toQuarter);
            try (ResultSet result = select.executeQuery()) {
                while (result.next()) {
                    QuarterRow row = columns.read(result, 1);
                    rows.put(row.quarter(), row);
                }
            }
        }
        NavigableMap<Integer, KnownQuarter> known = new TreeMap<>();
        Map<Integer, QuarterRow> ownFirst = new HashMap<>();
        rows.forEach((quarter, row) -> known.put(quarter, new KnownQuarter(row, null, 0)));
        try (PreparedStatement select = connection.prepareStatement("SELECT import_id, trust, applied, " + RANGES + ", "
                + columns.list() + " FROM import_quarter" + range + " ORDER BY quarter, import_id")) {
            new Binder(select)
                    .set((Integer) deviceId)
                    .set((Integer) fromQuarter)
                    .set((Integer) toQuarter);
            try (ResultSet result = select.executeQuery()) {
                while (result.next()) {
                    QuarterRow row = columns.read(result, 12);
                    if (result.getInt(1) == LIVE) {
                        ownFirst.put(row.quarter(), row);
                    } else {
                        ImportedQuarter imported = new ImportedQuarter(
                                row, ranges(result, 4), result.getInt(2), Applied.of(result.getString(3)));
                        known.put(
                                row.quarter(),
                                new KnownQuarter(
                                        live(rows.get(row.quarter()), imported, ownFirst.get(row.quarter())),
                                        imported,
                                        result.getInt(1)));
                    }
                }
            }
        }
        return known;
    }

    private static QuarterRow live(QuarterRow row, ImportedQuarter imported, QuarterRow ownFirst) {
        if (row == null || imported.applied() == Applied.ROW) {
            return null;
        }
        return imported.applied() == Applied.EDGE
                ? new QuarterRow(
                        row.quarter(), ownFirst.firstAtMilli(), row.lastAtMilli(), ownFirst.first(), row.last())
                : row;
    }

    /**
     * Writes down what an import says, and puts into {@code quarter_hour} what of it is to stand there.
     *
     * @param live the meter's own rows of those quarter hours in which the import's is {@link Applied#EDGE}
     */
    public void write(int importId, int deviceId, List<ImportedQuarter> rows, Map<Integer, QuarterRow> live)
            throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        insert(importId, deviceId, rows);
        copy(importId, deviceId, rows);
        for (ImportedQuarter each : rows) {
            if (each.applied() == Applied.EDGE) {
                putBefore(deviceId, each.row(), live.get(each.quarter()));
            }
        }
    }

    private void insert(int importId, int deviceId, List<ImportedQuarter> rows) throws SQLException {
        List<String> names = new ArrayList<>(List.of("import_id", "trust", "applied"));
        names.addAll(rowColumns());
        inPieces(rows, names, "import_quarter", (binder, each) -> {
            binder.set((Integer) importId).set((Integer) each.trust());
            binder.set(each.applied() == null ? null : each.applied().word());
            bind(binder, deviceId, each.row(), each.ranges());
        });
    }

    /** What the server has in one table it need not be told for the other; at most some hundred rows. */
    private void copy(int importId, int deviceId, List<ImportedQuarter> rows) throws SQLException {
        String quarters = rows.stream()
                .filter(row -> row.applied() == Applied.ROW)
                .map(row -> String.valueOf(row.quarter()))
                .collect(Collectors.joining(","));
        if (quarters.isEmpty()) {
            return;
        }
        List<String> names = rowColumns();
        String list = String.join(", ", names);
        Statements.run(
                connection,
                "INSERT INTO quarter_hour (" + list + ") SELECT " + list + " FROM import_quarter c WHERE device_id = ?"
                        + " AND import_id = ? AND quarter IN (" + quarters + ") ON DUPLICATE KEY UPDATE "
                        + names.stream().map(name -> name + " = c." + name).collect(Collectors.joining(", ")),
                deviceId,
                importId);
    }

    /** Makes rows of {@code quarter_hour} be these, whatever they were. */
    void overwrite(int deviceId, List<ImportedQuarter> rows) throws SQLException {
        inPieces(
                rows,
                rowColumns(),
                "quarter_hour",
                (binder, each) -> bind(binder, deviceId, each.row(), each.ranges()));
    }

    /** Puts an imported first reading before the meter's own, which is kept aside. */
    void putBefore(int deviceId, QuarterRow imported, QuarterRow live) throws SQLException {
        insert(LIVE, deviceId, List.of(new ImportedQuarter(live.onlyFirst(), Ranges.NONE, 0, null)));
        setFirst(deviceId, live.quarter(), imported.firstAtMilli(), Joins.complete(imported.first(), live.first()));
    }

    /** Makes this a row's first reading. */
    void setFirst(int deviceId, int quarter, long firstAtMilli, RegisterValues first) throws SQLException {
        String sets = columns.registers().stream()
                .map(register -> ", " + register.firstColumn() + " = ?")
                .collect(Collectors.joining());
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE quarter_hour SET first_at = ?" + sets + " WHERE device_id = ? AND quarter = ?")) {
            Binder binder = new Binder(update).set((Long) firstAtMilli);
            for (Register register : columns.registers()) {
                binder.set(first.get(register));
            }
            binder.set((Integer) deviceId).set((Integer) quarter);
            update.executeUpdate();
        }
    }

    /** Says what of an import's row stands in {@code quarter_hour} now. */
    void setApplied(int importId, int deviceId, int quarter, Applied applied) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE import_quarter SET applied = ? WHERE device_id = ? AND quarter = ? AND import_id = ?")) {
            new Binder(update)
                    .set(applied == null ? null : applied.word())
                    .set((Integer) deviceId)
                    .set((Integer) quarter)
                    .set((Integer) importId);
            update.executeUpdate();
        }
    }

    private List<String> rowColumns() {
        List<String> names = new ArrayList<>(List.of("device_id", "quarter", "first_at", "last_at"));
        columns.registers().forEach(register -> names.add(register.firstColumn()));
        columns.registers().forEach(register -> names.add(register.lastColumn()));
        Collections.addAll(names, RANGES.split(", "));
        return names;
    }

    private void bind(Binder to, int deviceId, QuarterRow row, Ranges ranges) throws SQLException {
        to.set((Integer) deviceId).set((Integer) row.quarter());
        to.set((Long) row.firstAtMilli()).set((Long) row.lastAtMilli());
        for (Register register : columns.registers()) {
            to.set(row.first().get(register));
        }
        for (Register register : columns.registers()) {
            to.set(row.last().get(register));
        }
        to.set(ranges.maxImportW()).set(ranges.maxExportW());
        to.set(ranges.minVoltageL1Dv()).set(ranges.maxVoltageL1Dv());
        to.set(ranges.minVoltageL2Dv()).set(ranges.maxVoltageL2Dv());
        to.set(ranges.minVoltageL3Dv()).set(ranges.maxVoltageL3Dv());
    }

    private static Ranges ranges(ResultSet result, int column) throws SQLException {
        Integer[] values = new Integer[8];
        for (int i = 0; i < values.length; i++) {
            int value = result.getInt(column + i);
            values[i] = result.wasNull() ? null : value;
        }
        return new Ranges(values[0], values[1], values[2], values[3], values[4], values[5], values[6], values[7]);
    }

    /** Multi-row statements: what is there under the same key becomes what is written. */
    private void inPieces(List<ImportedQuarter> rows, List<String> names, String table, Binding binding)
            throws SQLException {
        String row = "(" + String.join(",", Collections.nCopies(names.size(), "?")) + ")";
        String head = "INSERT INTO " + table + " (" + String.join(", ", names) + ") VALUES ";
        String tail = " ON DUPLICATE KEY UPDATE "
                + names.stream().map(name -> name + " = VALUES(" + name + ")").collect(Collectors.joining(", "));
        for (int start = 0; start < rows.size(); start += ROWS_A_STATEMENT) {
            List<ImportedQuarter> piece = rows.subList(start, Math.min(rows.size(), start + ROWS_A_STATEMENT));
            try (PreparedStatement insert = connection.prepareStatement(
                    head + String.join(",", Collections.nCopies(piece.size(), row)) + tail)) {
                Binder binder = new Binder(insert);
                for (ImportedQuarter each : piece) {
                    binding.bind(binder, each);
                }
                insert.executeUpdate();
            }
        }
    }

    private interface Binding {
        void bind(Binder binder, ImportedQuarter row) throws SQLException;
    }
}
