package energy.sem.ingest.kit;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import energy.sem.local.test.TestServices;
import energy.sem.p1.Register;

/** A look into the database as root. */
public final class Tables {
    /** Every table that ingest writes, but those that say nothing of meters: how far Kafka is read, who holds a meter's lock. */
    public static final List<String> ALL = List.of(
            "meter",
            "device",
            "device_event",
            "reading",
            "mbus_reading",
            "raw_window",
            "quarter_hour",
            "device_register",
            "electricity_day",
            "month_peak",
            "quarantine",
            "occurrence",
            "import_run",
            "import_device",
            "import_quarter",
            "import_turn",
            "spot_price",
            "price_source",
            "price_turn",
            "price_fault",
            "price_version",
            "page_contract");

    /** The quarter hours of the meter whose name is filled in, as {@link PlainModel#quarterHours} has them. */
    public static final String QUARTERS =
            """
            SELECT CONCAT(d.kind, ' ', d.serial) AS device, quarter, q.first_at, q.last_at,
              """
                    + registers(Register::firstColumn) + registers(Register::lastColumn)
                    + """
              max_import_w, max_export_w, min_voltage_l1_dv, max_voltage_l1_dv,
              min_voltage_l2_dv, max_voltage_l2_dv, min_voltage_l3_dv, max_voltage_l3_dv
            FROM quarter_hour q JOIN device d ON d.id = q.device_id JOIN meter m ON m.id = d.meter_id
            WHERE m.name = '%s' ORDER BY device, quarter
            """;

    private static String registers(Function<Register, String> column) {
        return Stream.of(Register.values()).map(column).map(name -> name + ", ").collect(Collectors.joining());
    }

    /** The days of the meter whose name is filled in, as {@link PlainModel#days} has them. */
    public static final String DAYS =
            """
            SELECT CONCAT(d.kind, ' ', d.serial) AS device, day, peak_w, peak_quarter, covered_s
            FROM electricity_day e JOIN device d ON d.id = e.device_id JOIN meter m ON m.id = d.meter_id
            WHERE m.name = '%s' ORDER BY device, day
            """;

    /** The rows of a query, each as a list of its columns' texts. */
    public static List<List<String>> rows(String sql) {
        try (Connection connection = TestServices.get().connect("root")) {
            return rows(connection, sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The same of another database. */
    public static List<List<String>> rows(Connection connection, String sql) {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            ResultSetMetaData columns = rows.getMetaData();
            List<List<String>> all = new ArrayList<>();
            while (rows.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= columns.getColumnCount(); i++) {
                    row.add(rows.getString(i));
                }
                all.add(row);
            }
            return all;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The rows of a query, each as its columns' texts with a space between. */
    public static List<String> lines(String sql) {
        return rows(sql).stream()
                .map(row -> row.stream().map(String::valueOf).collect(Collectors.joining(" ")))
                .toList();
    }

    /** The one row of a query by column name. */
    public static Map<String, String> row(String sql) {
        try (Connection connection = TestServices.get().connect("root");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            ResultSetMetaData columns = rows.getMetaData();
            if (!rows.next()) {
                throw new IllegalStateException("no row: " + sql);
            }
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                row.put(columns.getColumnLabel(i), rows.getString(i));
            }
            return row;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The number that a query gives. */
    public static long number(String sql) {
        return Long.parseLong(rows(sql).get(0).get(0));
    }

    /** The server's own checksum over all rows of each table. */
    public static Map<String, String> checksums() {
        Map<String, String> sums = new TreeMap<>();
        rows("CHECKSUM TABLE " + String.join(", ", ALL) + " EXTENDED").forEach(row -> sums.put(row.get(0), row.get(1)));
        return sums;
    }

    /**
     * Sums over what the tables say, with names in the place of the numbers that devices and meters get in their order of
     * appearance: the same for two databases that know the same. Without
     * {@code raw_window}, which the clock moves, and {@code import_run} and {@code import_turn}, which remember
     * what was taken out.
     */
    public static Map<String, String> contentSums() {
        Map<String, String> sums = new TreeMap<>();
        for (String table : ALL) {
            if (!Set.of("raw_window", "import_run", "import_turn").contains(table)) {
                sums.put(table, String.join(" rows, ", rows(contentSum(table)).get(0)));
            }
        }
        return sums;
    }

    private static String contentSum(String table) {
        List<String> columns = new ArrayList<>();
        String from = table + " t";
        for (List<String> column : rows("SELECT column_name FROM information_schema.columns"
                + " WHERE table_schema = 'sem' AND table_name = '" + table + "' ORDER BY ordinal_position")) {
            String name = column.get(0);
            switch (name) {
                case "id" -> {}
                case "device_id" -> {
                    from += " JOIN device d ON d.id = t.device_id JOIN meter m ON m.id = d.meter_id";
                    columns.addAll(List.of("m.name", "d.kind", "d.serial"));
                }
                case "meter_id" -> {
                    from += " JOIN meter m ON m.id = t.meter_id";
                    columns.add("m.name");
                }
                default -> columns.add("COALESCE(t." + name + ", '-')");
            }
        }
        // Summed as whole numbers: CONV gives text, which SUM adds as floating point, rounded by the order of the rows.
        return "SELECT COUNT(*), SUM(CAST(CONV(LEFT(MD5(CONCAT_WS('|', " + String.join(", ", columns)
                + ")), 12), 16, 10) AS UNSIGNED)) FROM " + from;
    }

    private Tables() {}
}
