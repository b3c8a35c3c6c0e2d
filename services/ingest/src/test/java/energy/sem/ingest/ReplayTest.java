package energy.sem.ingest;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import org.junit.jupiter.api.Test;

import energy.sem.event.TelegramEvent;
import energy.sem.ingest.kit.IngestTest;
import energy.sem.ingest.kit.RandomHousehold;
import energy.sem.ingest.kit.Tables;
import energy.sem.ingest.kit.Topic;

import static energy.sem.tests.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

/** The whole topic again, from its first record, by the running service. */
@IngestTest
class ReplayTest {
    @Inject
    KafkaClientService kafka;

    @Inject
    MeterRegistry metrics;

    @Test
    void a_replay_of_the_whole_topic_changes_no_row_of_any_table() {
        try (Topic topic = new Topic()) {
            Instant yesterday = Instant.now().truncatedTo(ChronoUnit.HOURS).minus(Duration.ofDays(1));
            for (int meter = 0; meter < 3; meter++) {
                List<TelegramEvent> events = new RandomHousehold(
                                300 + meter, yesterday, Duration.ofHours(8), Duration.ofMinutes(1))
                        .events("replayed" + meter);
                topic.send(events);
            }
            topic.awaitConsumed();
            Map<String, String> before = Tables.checksums();
            assertThat(before).doesNotContainValue(null).hasSameSizeAs(Tables.ALL);
            double events = eventsStored();

            kafka.getConsumer("telegrams")
                    .runOnPollingThread(consumer -> {
                        consumer.seekToBeginning(consumer.assignment());
                    })
                    .await()
                    .atMost(Duration.ofSeconds(10));
            long records = topic.size();
            await().atMost(Duration.ofMinutes(3)).until(() -> eventsStored() >= events + records * 0.9);
            topic.awaitConsumed();

            assertThat(Tables.checksums()).isEqualTo(before);
        }
    }

    private double eventsStored() {
        DistributionSummary batches = metrics.find("sem.ingest.batch.events").summary();
        return batches == null ? 0 : batches.totalAmount();
    }
}
