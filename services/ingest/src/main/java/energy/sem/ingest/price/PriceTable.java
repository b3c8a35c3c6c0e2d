package energy.sem.ingest.price;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import energy.sem.bill.price.DayPrices;
import energy.sem.bill.price.DeliveryDay;
import energy.sem.bill.price.PriceArea;
import energy.sem.ingest.statement.Bulk;
import energy.sem.ingest.statement.Statements;

/** The table spot_price. A price that was fetched later replaces one that was fetched earlier, in whatever order they arrive. */
@ApplicationScoped
class PriceTable {
    private static final String UPSERT =
            """
            INSERT INTO spot_price (area, quarter, eur_mwh, source, fetched_at) VALUES (?, ?, ?, ?, ?)
            ON DUPLICATE KEY UPDATE
              eur_mwh = IF(VALUES(fetched_at) >= fetched_at, VALUES(eur_mwh), eur_mwh),
              source = IF(VALUES(fetched_at) >= fetched_at, VALUES(source), source),
              fetched_at = GREATEST(fetched_at, VALUES(fetched_at))""";

    /** A day begins at 22:00 or 23:00 in UTC: the parts between are within one day, in winter and in summer. */
    private static final String COUNTS =
            """
            SELECT MIN(quarter), COUNT(*), MIN(fetched_at) FROM spot_price
            WHERE area = ? AND quarter >= ? AND quarter < ?
            GROUP BY (quarter + 8) DIV 96, (quarter + 4) DIV 96""";

    private final DataSource dataSource;

    PriceTable(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * What is known of a day.
     *
     * @param count quarter hours with a price
     * @param fetched when the oldest of them was fetched; {@code null} without any
     */
    record Known(int count, Instant fetched) {
        static final Known NOTHING = new Known(0, null);

        boolean isComplete(DeliveryDay day) {
            return count == day.quarters();
        }

        private Known plus(Known other) {
            Instant older = fetched.isBefore(other.fetched) ? fetched : other.fetched;
            return new Known(count + other.count, older);
        }
    }

    /** What is known of a day. */
    Known known(PriceArea area, DeliveryDay day) throws SQLException {
        return known(area, day, day).getOrDefault(day, Known.NOTHING);
    }

    /** What is known of each day from one to another, both included; days of which nothing is are left out. */
    Map<DeliveryDay, Known> known(PriceArea area, DeliveryDay first, DeliveryDay last) throws SQLException {
        Map<DeliveryDay, Known> days = new HashMap<>();
        try (Connection connection = dataSource.getConnection()) {
            Statements.list(
                    connection,
                    COUNTS,
                    row -> days.merge(
                            DeliveryDay.of(row.getInt(1)),
                            new Known(row.getInt(2), Instant.ofEpochMilli(row.getLong(3))),
                            Known::plus),
                    area.name(),
                    first.from(),
                    last.to());
        }
        return days;
    }

    /** Stores the prices of a day. */
    void store(DayPrices day) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                store(connection, day);
                connection.commit();
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    private static void store(Connection connection, DayPrices day) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(UPSERT)) {
            for (int quarter = day.day().from(); quarter < day.day().to(); quarter++) {
                if (day.prices().get(quarter) != null) {
                    statement.setString(1, day.area().name());
                    statement.setInt(2, quarter);
                    statement.setBigDecimal(3, day.prices().get(quarter));
                    statement.setString(4, day.source());
                    statement.setLong(5, day.fetchedAt().toEpochMilli());
                    statement.addBatch();
                }
            }
            Bulk.execute(statement);
        }
        Statements.run(
                connection,
                "INSERT INTO price_version VALUES (?, 1) ON DUPLICATE KEY UPDATE version = version + 1",
                day.area().name());
        Statements.run(
                connection,
                "INSERT INTO price_source VALUES (?, ?, ?) ON DUPLICATE KEY UPDATE terms = VALUES(terms)",
                day.area().name(),
                day.source(),
                day.terms());
    }
}
