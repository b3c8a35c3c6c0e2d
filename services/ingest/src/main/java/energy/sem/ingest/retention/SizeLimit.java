package energy.sem.ingest.retention;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.quarkus.runtime.configuration.MemorySize;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Keeps the tables below {@code sem.retention.max-size}: above it the oldest days of raw readings go before their time,
 * and it says so. Quarter hours stay, so no total changes; the last day is always kept.
 */
@ApplicationScoped
class SizeLimit {
    private static final Logger LOG = Logger.getLogger(SizeLimit.class);
    private static final long DAY_MILLI = Duration.ofDays(1).toMillis();

    private final TableSizes sizes;
    private final RawWindowTable window;
    private final Clock clock;
    private final long maxBytes;
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong keptMilli = new AtomicLong();

    SizeLimit(
            TableSizes sizes,
            RawWindowTable window,
            Clock clock,
            MeterRegistry registry,
            @ConfigProperty(name = "sem.retention.max-size", defaultValue = "8G") MemorySize maxSize) {
        this.sizes = sizes;
        this.window = window;
        this.clock = clock;
        this.maxBytes = maxSize.asLongValue();
        Gauge.builder("sem.ingest.database.bytes", bytes, AtomicLong::get)
                .description("Size of all tables as the server states it, before page compression")
                .register(registry);
        Gauge.builder("sem.ingest.database.max.bytes", () -> maxBytes)
                .description("sem.retention.max-size")
                .register(registry);
        TimeGauge.builder("sem.ingest.raw.kept", keptMilli, TimeUnit.MILLISECONDS, AtomicLong::get)
                .description("How far back raw readings are kept now")
                .register(registry);
    }

    /**
     * Drops the oldest raw days while the tables are too large.
     *
     * @param untilMilli the end of the window, which stays
     */
    void apply(long untilMilli) throws SQLException {
        long total = sizes.totalBytes();
        long left = total;
        long from = 0;
        long newestFrom = clock.millis() - DAY_MILLI;
        for (Map.Entry<Long, Long> day : sizes.rawBytesByEndOfDay().entrySet()) {
            if (left <= maxBytes || day.getKey() > newestFrom) {
                break;
            }
            left -= day.getValue();
            from = day.getKey();
        }
        if (from > 0) {
            window.move(from, untilMilli);
            LOG.warnf(
                    "the tables have %d MB, more than sem.retention.max-size (%d MB): raw readings before %s are"
                            + " dropped before their time; quarter hours stay",
                    total >> 20, maxBytes >> 20, Instant.ofEpochMilli(from));
        }
        if (left > maxBytes) {
            LOG.warnf(
                    "the tables have %d MB, more than sem.retention.max-size (%d MB), without raw readings that could"
                            + " be dropped: give them more room",
                    left >> 20, maxBytes >> 20);
        }
        bytes.set(left);
        keptMilli.set(Math.max(0, clock.millis() - window.read().fromMilli()));
    }
}
