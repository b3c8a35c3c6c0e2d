package energy.sem.ingest.retention;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Decides how far back raw readings stay and how far ahead there is room for them. */
@ApplicationScoped
public class Retention {
    private static final Logger LOG = Logger.getLogger(Retention.class);
    private static final long DAY_MILLI = Duration.ofDays(1).toMillis();

    /** Partitions are made this far ahead, so that a database that is away for a while is not in the way. */
    private static final long AHEAD_MILLI = 3 * DAY_MILLI;

    /** A reading further ahead than this has a wrong time: it gets no partition and counts in its quarter hour only. */
    private static final long CLOCK_TOLERANCE_MILLI = 2 * DAY_MILLI;

    private final RawWindowTable table;
    private final DataSource dataSource;
    private final Clock clock;
    private final SizeLimit sizeLimit;
    private final Forecast forecast;
    private final Duration raw;

    Retention(
            RawWindowTable table,
            DataSource dataSource,
            Clock clock,
            SizeLimit sizeLimit,
            Forecast forecast,
            @ConfigProperty(name = "sem.retention.raw", defaultValue = "P14D") Duration raw) {
        this.table = table;
        this.dataSource = dataSource;
        this.clock = clock;
        this.sizeLimit = sizeLimit;
        this.forecast = forecast;
        this.raw = raw;
    }

    /**
     * Drops what is older than the retention and makes partitions ahead. The retention counts from the newest reading or
     * from now, whichever is earlier: neither a clock that ran ahead nor a meter that was silent for long costs readings.
     */
    public void apply() throws SQLException {
        long now = clock.millis();
        long newest = newestReading().orElse(now);
        RawWindow before = table.read();
        table.move(Math.min(now, newest) - Math.max(raw.toMillis(), DAY_MILLI), now + AHEAD_MILLI);
        RawWindow after = table.read();
        if (!after.equals(before)) {
            LOG.infof(
                    "raw readings are kept from %s, there is room until %s",
                    Instant.ofEpochMilli(after.fromMilli()), Instant.ofEpochMilli(after.untilMilli()));
        }
        sizeLimit.apply(after.untilMilli());
        forecast.update();
    }

    /** True when the reading is after the window's end for no other reason than that nobody has moved it. */
    public boolean wantsRoom(long atMilli, RawWindow window) {
        return atMilli >= window.untilMilli() && atMilli < clock.millis() + CLOCK_TOLERANCE_MILLI;
    }

    private OptionalLong newestReading() throws SQLException {
        String sql = "SELECT MAX(q.last_at) FROM quarter_hour q JOIN"
                + " (SELECT device_id, MAX(quarter) AS quarter FROM quarter_hour GROUP BY device_id) newest"
                + " ON newest.device_id = q.device_id AND newest.quarter = q.quarter";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            row.next();
            long newest = row.getLong(1);
            return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(newest);
        }
    }
}
