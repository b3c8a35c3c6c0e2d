package energy.sem.ingest.receive;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;

import energy.sem.event.TelegramEvent;
import energy.sem.ingest.kit.Events;
import energy.sem.ingest.kit.IngestTest;
import energy.sem.ingest.kit.Metrics;
import energy.sem.ingest.kit.MiddleOfBatch;
import energy.sem.ingest.kit.Topic;

import static energy.sem.tests.Waiting.await;

/** What waits for the database shows in the metrics, also while the database is what is waited for. */
@IngestTest
class PartitionLagTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Inject
    PartitionLag lag;

    @Test
    void records_that_are_not_committed_are_counted_and_then_no_more() {
        List<TelegramEvent> events = IntStream.range(0, 60)
                .mapToObj(minute -> Events.at("lagging", "2026-11-22T10:%02d:00Z".formatted(minute))
                        .importT1Wh(minute)
                        .build())
                .toList();
        try (Topic topic = new Topic()) {
            topic.awaitConsumed();
            try (MiddleOfBatch middle = MiddleOfBatch.hold()) {
                topic.send(events);
                middle.awaitHeld(1);
                awaitLag(60);
            }
            topic.awaitConsumed();
            awaitLag(0);
        }
    }

    /** Of all partitions together. */
    private void awaitLag(int records) {
        await().atMost(PATIENCE).until(() -> {
            lag.measure();
            return Metrics.sum(RestAssured.get("/q/metrics"), "sem_ingest_lag") == records;
        });
    }
}
