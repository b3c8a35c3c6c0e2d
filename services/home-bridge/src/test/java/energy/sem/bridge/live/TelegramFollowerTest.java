package energy.sem.bridge.live;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.Test;

import energy.sem.bridge.Readings;
import energy.sem.bridge.Telegrams;
import energy.sem.event.Topics;
import energy.sem.local.test.TestServices;

import static energy.sem.tests.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

/** With a real Kafka. */
class TelegramFollowerTest {
    private static final int READINGS = 290;

    private final String kafka = TestServices.get().bootstrapServers();
    private final List<MeterState> told = new CopyOnWriteArrayList<>();

    @Test
    void of_five_minutes_that_lie_in_kafka_at_a_start_the_first_that_is_told_is_the_newest() throws Exception {
        Instant newest = Instant.ofEpochMilli(Instant.now().toEpochMilli());
        try (Telegrams telegrams = new Telegrams(kafka)) {
            // A meter whose telegrams are published now and then, and the rest for who looks live.
            for (int i = READINGS; i >= 0; i--) {
                telegrams.publish(
                        i % 60 == 30 ? Topics.TELEGRAMS : Topics.LIVE,
                        Readings.event("backlog", newest.minusSeconds(i), 1000 - i));
            }
        }
        LiveMeters meters = new LiveMeters(Clock.systemUTC());
        meters.listen(state -> {
            if (state.meter().equals("backlog")) {
                told.add(state);
            }
        });

        try (TelegramFollower follower =
                new TelegramFollower(meters, new ConfiguredMeters(Clock.systemUTC()), Clock.systemUTC(), kafka)) {
            follower.open();

            await().atMost(Duration.ofSeconds(30)).until(() -> !told.isEmpty());
            assertThat(told.get(0).event().at()).isEqualTo(newest);
            assertThat(told.get(0).heardAt()).isEqualTo(newest);
        }
    }

    @Test
    void a_meter_that_was_removed_also_before_the_start_is_forgotten_and_one_that_was_added_again_is_there()
            throws Exception {
        Instant now = Instant.ofEpochMilli(Instant.now().toEpochMilli());
        byte[] report = "{}".getBytes(StandardCharsets.UTF_8);
        LiveMeters meters = new LiveMeters(Clock.systemUTC());
        ConfiguredMeters configured = new ConfiguredMeters(Clock.systemUTC());
        try (Telegrams telegrams = new Telegrams(kafka);
                TelegramFollower follower = new TelegramFollower(meters, configured, Clock.systemUTC(), kafka)) {
            telegrams.report("removedlong", report, now.minus(Duration.ofMinutes(50)));
            telegrams.report("removedlong", null, now.minus(Duration.ofMinutes(40)));
            telegrams.report("addedagain", null, now.minus(Duration.ofMinutes(40)));
            telegrams.report("addedagain", report, now.minus(Duration.ofMinutes(30)));
            telegrams.publish(Readings.event("removednow", now.minusSeconds(1), 1000));
            follower.open();
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> meters.of("removednow").isPresent());
            telegrams.report("removednow", null, now);
            await().atMost(Duration.ofSeconds(30)).until(() -> configured.isRemoved("removednow"));
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> meters.of("removednow").isEmpty());
            assertThat(configured.isRemoved("removedlong")).isTrue();
            assertThat(configured.isRemoved("addedagain")).isFalse();
        }
    }
}
