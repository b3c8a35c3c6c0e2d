package energy.sem.history.store;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

/** The day-ahead prices that ingest keeps. */
@ApplicationScoped
public class SpotPrices {
    private static final String PRICES = "SELECT quarter, eur_mwh, source, fetched_at FROM spot_price"
            + " WHERE area = ? AND quarter >= ? AND quarter < ? ORDER BY quarter";
    private static final String ENDS = "SELECT MIN(quarter), MAX(quarter) FROM spot_price WHERE area = ?";
    private static final String ALL = "SELECT quarter, eur_mwh FROM spot_price WHERE area = ? ORDER BY quarter";
    private static final String VERSION = "SELECT version FROM price_version WHERE area = ?";
    private static final String TERMS = "SELECT terms FROM price_source WHERE area = ? AND source = ?";

    /** Areas that are kept at once: a household has one or two. */
    private static final int MOST_AREAS = 8;

    private final DataSource source;
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();

    public SpotPrices(DataSource source) {
        this.source = source;
    }

    /**
     * A known price.
     *
     * @param quarter number of its quarter hour
     * @param eurMwh EUR/MWh, without VAT
     * @param source who said it
     * @param fetched when
     */
    public record SpotPrice(int quarter, BigDecimal eurMwh, String source, Instant fetched) {}

    /** What was read of an area, and which version that was. */
    private record Kept(long version, AreaPrices prices) {}

    /** All known prices of an area. They are read again only when they have changed: one row tells. */
    public AreaPrices all(String area) {
        try (Connection connection = source.getConnection()) {
            long version = version(connection, area);
            Kept known = kept.get(area);
            if (known == null || known.version() != version) {
                known = new Kept(version, read(connection, area));
                if (kept.size() < MOST_AREAS || kept.containsKey(area)) {
                    kept.put(area, known);
                }
            }
            return known.prices();
        } catch (SQLException e) {
            throw new DatabaseFailure("day-ahead prices", e);
        }
    }

    private static long version(Connection connection, String area) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(VERSION)) {
            statement.setString(1, area);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? rows.getLong(1) : 0;
            }
        }
    }

    private static AreaPrices read(Connection connection, String area) throws SQLException {
        AreaPrices.Builder prices = null;
        try (PreparedStatement ends = connection.prepareStatement(ENDS)) {
            ends.setString(1, area);
            try (ResultSet rows = ends.executeQuery()) {
                rows.next();
                int first = rows.getInt(1);
                prices = rows.wasNull() ? null : new AreaPrices.Builder(first, rows.getInt(2));
            }
        }
        if (prices == null) {
            return AreaPrices.NONE;
        }
        try (PreparedStatement all = connection.prepareStatement(ALL)) {
            all.setString(1, area);
            try (ResultSet rows = all.executeQuery()) {
                while (rows.next()) {
                    prices.put(rows.getInt(1), rows.getBigDecimal(2));
                }
            }
        }
        return prices.build();
    }

    /** The known prices of an area between two edges, in order of time. */
    public List<SpotPrice> of(String area, int from, int to) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(PRICES)) {
            statement.setString(1, area);
            statement.setInt(2, from);
            statement.setInt(3, to);
            List<SpotPrice> prices = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    prices.add(new SpotPrice(
                            rows.getInt(1),
                            rows.getBigDecimal(2),
                            rows.getString(3),
                            Instant.ofEpochMilli(rows.getLong(4))));
                }
            }
            return prices;
        } catch (SQLException e) {
            throw new DatabaseFailure("day-ahead prices", e);
        }
    }

    /** Under which terms a source gives them; {@code null} when it says none. */
    public String terms(String area, String name) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(TERMS)) {
            statement.setString(1, area);
            statement.setString(2, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? rows.getString(1) : null;
            }
        } catch (SQLException e) {
            throw new DatabaseFailure("terms of prices", e);
        }
    }
}
