package energy.sem.history.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

/** The highest powers and the range of the voltages of each bucket, from every quarter hour of it. */
@ApplicationScoped
public class Extremes {
    private static final int PHASES = 3;

    private final DataSource source;

    public Extremes(DataSource source) {
        this.source = source;
    }

    /**
     * Of one bucket; {@code null} where no reading said any.
     *
     * @param maxImportW highest power from the grid, W
     * @param maxExportW highest power to the grid, W
     * @param voltages of phases 1, 2 and 3
     */
    public record Range(Integer maxImportW, Integer maxExportW, List<Voltage> voltages) {
        private static final Voltage SILENT = new Voltage(null, null);
        private static final Range NONE = new Range(null, null, List.of(SILENT, SILENT, SILENT));

        public Range {
            voltages = List.copyOf(voltages);
        }
    }

    /**
     * The range of one phase, tenths of a volt; {@code null} where no reading said any.
     *
     * @param minDeciV the lowest
     * @param maxDeciV the highest
     */
    public record Voltage(Integer minDeciV, Integer maxDeciV) {}

    /** The range of each bucket between one edge and the next, of all the devices together. */
    public Range[] of(Collection<Integer> deviceIds, int[] edges) {
        Range[] ranges = new Range[edges.length - 1];
        Arrays.fill(ranges, Range.NONE);
        if (deviceIds.isEmpty()) {
            return ranges;
        }
        String sql = "SELECT quarter, max_import_w, max_export_w, min_voltage_l1_dv, max_voltage_l1_dv,"
                + " min_voltage_l2_dv, max_voltage_l2_dv, min_voltage_l3_dv, max_voltage_l3_dv FROM quarter_hour"
                + " WHERE device_id IN " + QuarterSql.placeholders(deviceIds.size())
                + " AND quarter >= ? AND quarter < ?";
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            int parameter = 1;
            for (int id : deviceIds) {
                statement.setInt(parameter++, id);
            }
            statement.setInt(parameter++, edges[0]);
            statement.setInt(parameter, edges[edges.length - 1]);
            // Row by row: a year has 35,040 quarter hours and none of them is needed twice.
            statement.setFetchSize(1000);
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    int found = Arrays.binarySearch(edges, result.getInt(1));
                    int bucket = found >= 0 ? found : -found - 2;
                    ranges[bucket] = wider(ranges[bucket], result);
                }
            }
        } catch (SQLException e) {
            throw new DatabaseFailure("extremes of quarter hours", e);
        }
        return ranges;
    }

    private static Range wider(Range range, ResultSet row) throws SQLException {
        List<Voltage> voltages = new ArrayList<>();
        for (int phase = 0; phase < PHASES; phase++) {
            Voltage old = range.voltages.get(phase);
            voltages.add(new Voltage(
                    lower(old.minDeciV, Nullable.integer(row, 4 + 2 * phase)),
                    higher(old.maxDeciV, Nullable.integer(row, 5 + 2 * phase))));
        }
        return new Range(
                higher(range.maxImportW, Nullable.integer(row, 2)),
                higher(range.maxExportW, Nullable.integer(row, 3)),
                voltages);
    }

    private static Integer higher(Integer one, Integer other) {
        return one == null ? other : other == null ? one : Integer.valueOf(Math.max(one, other));
    }

    private static Integer lower(Integer one, Integer other) {
        return one == null ? other : other == null ? one : Integer.valueOf(Math.min(one, other));
    }
}
