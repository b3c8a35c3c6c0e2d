package energy.sem.history.api;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.function.IntFunction;

import energy.sem.local.test.TestServices;

/** Writes day-ahead prices as ingest does: each quarter hour once, and that the area has others now. */
final class SpotPrices {
    private static final Instant FETCHED = Instant.parse("2026-10-24T11:05:00Z");

    private SpotPrices() {}

    /** One of each quarter hour from the first to before the end, in EUR/MWh. */
    static void write(String area, String source, int first, int end, IntFunction<String> eurMwh) throws SQLException {
        try (Connection connection = TestServices.get().connect("sem_ingest");
                PreparedStatement insert =
                        connection.prepareStatement("INSERT IGNORE INTO spot_price VALUES (?, ?, ?, ?, ?)");
                PreparedStatement changed = connection.prepareStatement(
                        "INSERT INTO price_version VALUES (?, 1) ON DUPLICATE KEY UPDATE version = version + 1")) {
            connection.setAutoCommit(false);
            for (int quarter = first; quarter < end; quarter++) {
                insert.setString(1, area);
                insert.setInt(2, quarter);
                insert.setBigDecimal(3, new BigDecimal(eurMwh.apply(quarter)));
                insert.setString(4, source);
                insert.setLong(5, FETCHED.toEpochMilli());
                insert.addBatch();
            }
            insert.executeBatch();
            changed.setString(1, area);
            changed.executeUpdate();
            connection.commit();
        }
    }
}
