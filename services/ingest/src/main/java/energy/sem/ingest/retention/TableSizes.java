package energy.sem.ingest.retention;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.SortedMap;
import java.util.TreeMap;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * The sizes of the tables as the server states them in {@code information_schema}: whole pages, indexes included, before
 * page compression, so that the disk holds no more than this.
 */
@ApplicationScoped
class TableSizes {
    private final DataSource dataSource;

    TableSizes(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** All tables together, bytes. */
    long totalBytes() throws SQLException {
        String sql = "SELECT COALESCE(SUM(data_length + index_length), 0) FROM information_schema.tables"
                + " WHERE table_schema = DATABASE()";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /** The raw readings by day: the end of the day, milliseconds since 1970 in UTC, and its bytes. */
    SortedMap<Long, Long> rawBytesByEndOfDay() throws SQLException {
        String sql = "SELECT CAST(partition_description AS SIGNED), SUM(data_length + index_length)"
                + " FROM information_schema.partitions WHERE table_schema = DATABASE()"
                + " AND table_name IN ('reading', 'mbus_reading') AND CAST(partition_description AS SIGNED) > 0"
                + " GROUP BY 1";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            SortedMap<Long, Long> days = new TreeMap<>();
            while (rows.next()) {
                days.put(rows.getLong(1), rows.getLong(2));
            }
            return days;
        }
    }
}
