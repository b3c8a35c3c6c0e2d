package energy.sem.ingest.retention;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import energy.sem.ingest.kit.Events;
import energy.sem.ingest.kit.IngestTest;
import energy.sem.ingest.start.Database;
import energy.sem.ingest.store.Storing;

import static org.assertj.core.api.Assertions.assertThat;

/** A meter that was silent for long keeps its raw readings: the retention counts from the newest. */
@IngestTest
class WindowAfterSilenceTest {
    @Inject
    Database database;

    @Inject
    RawWindowTable window;

    @Inject
    DataSource dataSource;

    @Inject
    SizeLimit sizeLimit;

    @Inject
    Forecast forecast;

    @Inject
    Storing storing;

    @Test
    void days_without_any_reading_cost_none() throws Exception {
        database.awaitReady();
        Instant now = Instant.now();
        storing.store(List.of(Events.at("silent", now).importT1Wh(1).build()));
        Clock later = Clock.fixed(now.plus(Duration.ofDays(3)), ZoneOffset.UTC);

        new Retention(window, dataSource, later, sizeLimit, forecast, Duration.ofDays(2)).apply();

        RawWindow after = window.read();
        assertThat(after.fromMilli())
                .isLessThanOrEqualTo(now.minus(Duration.ofDays(1))
                        .truncatedTo(ChronoUnit.DAYS)
                        .toEpochMilli());
        assertThat(after.untilMilli())
                .as("there is room ahead")
                .isGreaterThan(now.plus(Duration.ofDays(5)).toEpochMilli());
    }
}
