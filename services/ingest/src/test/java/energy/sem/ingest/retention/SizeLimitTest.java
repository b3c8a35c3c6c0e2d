package energy.sem.ingest.retention;

import java.math.BigInteger;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Inject;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.configuration.MemorySize;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import energy.sem.event.TelegramEvent;
import energy.sem.ingest.kit.Events;
import energy.sem.ingest.kit.IngestTest;
import energy.sem.ingest.kit.Sql;
import energy.sem.ingest.kit.Tables;
import energy.sem.ingest.start.Database;
import energy.sem.ingest.store.Storing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Tables that become too large lose raw days before their time, and the metrics say what each meter will take. */
@IngestTest
class SizeLimitTest {
    private static final long DAY = Duration.ofDays(1).toMillis();

    @Inject
    Database database;

    @Inject
    TableSizes sizes;

    @Inject
    RawWindowTable window;

    @Inject
    Retention retention;

    @Inject
    Storing storing;

    @Inject
    Clock clock;

    @Inject
    MeterRegistry metrics;

    @BeforeEach
    void tables() throws InterruptedException {
        database.awaitReady();
    }

    @Test
    void above_the_limit_the_oldest_raw_days_go_but_not_the_last_and_quarter_hours_stay() throws Exception {
        RawWindow before = window.read();
        SortedMap<Long, Long> days = sizes.rawBytesByEndOfDay();
        long oldest = days.firstKey();
        assertThat(oldest).as("there is a day to lose").isLessThan(clock.millis() - DAY);
        storing.store(List.of(Events.at("toolarge", Instant.ofEpochMilli(oldest - 3_600_000))
                .importT1Wh(8)
                .build()));
        String quarterHours = Tables.checksums().get("sem.quarter_hour");
        SimpleMeterRegistry own = new SimpleMeterRegistry();

        limit(totalBytes() - 1, own).apply(before.untilMilli());

        RawWindow after = window.read();
        assertThat(after.fromMilli()).isBetween(oldest, clock.millis() - DAY);
        assertThat(after.untilMilli()).isEqualTo(before.untilMilli());
        assertThat(Tables.checksums()).containsEntry("sem.quarter_hour", quarterHours);
        assertThat(own.get("sem.ingest.raw.kept").timeGauge().value(TimeUnit.SECONDS))
                .isCloseTo((clock.millis() - after.fromMilli()) / 1000.0, within(60.0));

        // However small the limit, the last day stays.
        SimpleMeterRegistry smallest = new SimpleMeterRegistry();
        limit(1, smallest).apply(before.untilMilli());

        assertThat(window.read().fromMilli()).isBetween(clock.millis() - 2 * DAY - 1000, clock.millis() - DAY);
        assertThat(smallest.get("sem.ingest.database.bytes").gauge().value()).isGreaterThan(1);
    }

    @Test
    void within_the_limit_nothing_goes() throws Exception {
        RawWindow before = window.read();

        limit(totalBytes() + 1, new SimpleMeterRegistry()).apply(before.untilMilli());

        assertThat(window.read()).isEqualTo(before);
    }

    @Test
    void the_metrics_forecast_what_each_meter_will_take() throws Exception {
        List<TelegramEvent> events = new ArrayList<>();
        long now = clock.millis() / 1000 * 1000;
        for (int i = 360; i >= 0; i--) {
            events.add(Events.at("forecast", Instant.ofEpochMilli(now - i * 10_000L))
                    .importT1Wh(1000 - i)
                    .build());
        }
        storing.store(events);

        retention.apply();

        double bytesARow = metrics.get("sem.ingest.forecast.raw.bytes")
                        .tag("meter", "forecast")
                        .gauge()
                        .value()
                / (360 * 24 * 14);
        assertThat(bytesARow).isBetween(60.0, 400.0);
        assertThat(metrics.get("sem.ingest.forecast.year.bytes")
                        .tag("meter", "forecast")
                        .gauge()
                        .value())
                .isPositive();
    }

    /** With statistics that are up to date, and that the server leaves as they are for a moment. */
    private long totalBytes() throws SQLException {
        Sql.run("root", "ANALYZE TABLE reading, mbus_reading, quarter_hour");
        return sizes.totalBytes();
    }

    private SizeLimit limit(long bytes, MeterRegistry registry) {
        return new SizeLimit(sizes, window, clock, registry, new MemorySize(BigInteger.valueOf(bytes)));
    }
}
