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
import static org.hamcrest.Matchers.containsString;

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

    @Test
    void a_batch_that_is_never_stored_makes_the_service_not_ready_and_in_the_end_not_live() throws Exception {
        try (Topic topic = new Topic()) {
            topic.awaitConsumed();
            try (MiddleOfBatch middle = MiddleOfBatch.hold()) {
                topic.send(List.of(Events.at("standing", "2026-11-22T10:00:00Z")
                        .importT1Wh(1)
                        .build()));
                middle.awaitHeld(1);
                look(17);
                RestAssured.get("/q/health/ready")
                        .then()
                        .statusCode(503)
                        .body(containsString("of what waits in Kafka (records: 1) nothing was stored for "));
                RestAssured.get("/q/health/live").then().statusCode(200);
                look(60);
                RestAssured.get("/q/health/live").then().statusCode(503).body(containsString("going on"));
            }
            topic.awaitConsumed();
            look(1);
            RestAssured.get("/q/health/ready").then().statusCode(200);
            RestAssured.get("/q/health/live").then().statusCode(200);
        }
    }

    private void look(int times) throws InterruptedException {
        for (int i = 0; i < times; i++) {
            lag.measure();
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
