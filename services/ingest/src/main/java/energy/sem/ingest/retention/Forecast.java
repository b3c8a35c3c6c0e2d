package energy.sem.ingest.retention;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How much disk each meter will take: its raw readings once the retention is reached, and what a year of its quarter
 * hours adds. From the pace of its last hour and day, and the bytes a row that the tables have now; before page
 * compression. Devices that were silent for a day do not count.
 */
@ApplicationScoped
class Forecast {
    private static final int DAYS_A_YEAR = 365;

    private static final String PACE =
            """
            SELECT m.name,
              SUM((SELECT COUNT(*) FROM reading r
                   WHERE r.device_id = d.id AND r.at > q.last_at - 3600000 AND r.at <= q.last_at)),
              SUM((SELECT COUNT(*) FROM mbus_reading b
                   WHERE b.device_id = d.id AND b.at > q.last_at - 3600000 AND b.at <= q.last_at)),
              SUM((SELECT COUNT(*) FROM quarter_hour h
                   WHERE h.device_id = d.id AND h.quarter > q.quarter - 96 AND h.quarter <= q.quarter))
            FROM (SELECT device_id, MAX(quarter) AS quarter FROM quarter_hour GROUP BY device_id) newest
            JOIN quarter_hour q ON q.device_id = newest.device_id AND q.quarter = newest.quarter
            JOIN device d ON d.id = q.device_id
            JOIN meter m ON m.id = d.meter_id
            WHERE q.last_at > ?
            GROUP BY m.name
            """;

    /** Small tables have whole pages for few rows: what a row takes in large ones stands in for them. */
    private static final String BYTES_A_ROW =
            """
            SELECT
              MAX(CASE WHEN table_name = 'reading' AND table_rows > 10000 THEN avg_row_length END),
              MAX(CASE WHEN table_name = 'mbus_reading' AND table_rows > 10000 THEN avg_row_length END),
              MAX(CASE WHEN table_name = 'quarter_hour' AND table_rows > 10000 THEN avg_row_length END)
            FROM information_schema.tables WHERE table_schema = DATABASE()
            """;

    private static final long[] USUAL_BYTES_A_ROW = {150, 50, 110};

    private final DataSource dataSource;
    private final Clock clock;
    private final Duration raw;
    private final MultiGauge rawBytes;
    private final MultiGauge yearBytes;

    Forecast(
            DataSource dataSource,
            Clock clock,
            MeterRegistry registry,
            @ConfigProperty(name = "sem.retention.raw", defaultValue = "P14D") Duration raw) {
        this.dataSource = dataSource;
        this.clock = clock;
        this.raw = raw;
        this.rawBytes = MultiGauge.builder("sem.ingest.forecast.raw.bytes")
                .description("Raw readings of a meter once sem.retention.raw is reached")
                .register(registry);
        this.yearBytes = MultiGauge.builder("sem.ingest.forecast.year.bytes")
                .description("What a year of a meter's quarter hours adds")
                .register(registry);
    }

    /** Looks at the tables and sets the metrics anew. */
    void update() throws SQLException {
        List<Row<?>> raws = new ArrayList<>();
        List<Row<?>> years = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement pace = connection.prepareStatement(PACE)) {
            long[] bytesARow = bytesARow(connection);
            pace.setLong(1, clock.millis() - Duration.ofDays(1).toMillis());
            try (ResultSet rows = pace.executeQuery()) {
                while (rows.next()) {
                    Tags meter = Tags.of("meter", rows.getString(1));
                    long bytesAnHour = rows.getLong(2) * bytesARow[0] + rows.getLong(3) * bytesARow[1];
                    raws.add(Row.of(meter, bytesAnHour * (double) raw.toSeconds() / 3600));
                    years.add(Row.of(meter, rows.getLong(4) * bytesARow[2] * (double) DAYS_A_YEAR));
                }
            }
        }
        rawBytes.register(raws, true);
        yearBytes.register(years, true);
    }

    private static long[] bytesARow(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(BYTES_A_ROW);
                ResultSet row = statement.executeQuery()) {
            row.next();
            long[] bytes = USUAL_BYTES_A_ROW.clone();
            for (int i = 0; i < bytes.length; i++) {
                long measured = row.getLong(i + 1);
                bytes[i] = row.wasNull() ? bytes[i] : measured;
            }
            return bytes;
        }
    }
}
