package energy.sem.gateway.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.Test;

import energy.sem.event.EventJson;
import energy.sem.gateway.HandClock;
import energy.sem.gateway.Telegrams;
import energy.sem.gateway.backlog.Waiting;
import energy.sem.gateway.clock.ClockMemory;
import energy.sem.gateway.clock.GatewayTime;
import energy.sem.gateway.clock.TimeChoice;
import energy.sem.gateway.health.Outcome;
import energy.sem.gateway.meter.Meter;
import energy.sem.gateway.meter.Transformers;
import energy.sem.gateway.publish.Outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A meter that is published once in five minutes falls silent before the edge of a quarter hour. */
class OverdueTest {
    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
    private static final Instant FIRST = Instant.parse("2026-11-22T10:14:00Z");
    private static final Instant HELD_BACK = FIRST.plusSeconds(50);

    private final Published published = new Published();
    private final HandClock clock = new HandClock(FIRST);
    private final Intake intake = new Intake(
            meter(),
            BRUSSELS,
            new GatewayTime(clock, clock::nanos),
            ClockMemory.of(Path.of("target", "clocks"), "thin"),
            published,
            null,
            Optional.empty());
    private final Overdue overdue = new Overdue(List.of(intake));

    @Test
    void its_last_reading_is_published_once_the_quarter_hour_is_over() {
        take(FIRST);
        take(FIRST.plusSeconds(40));
        take(HELD_BACK);
        overdue.start(null);
        try {
            assertThat(published.times).containsExactly(FIRST);

            clock.set(FIRST.plusSeconds(60).plus(EventStream.HELD_AFTER_QUARTER));

            await().atMost(Duration.ofSeconds(60)).until(() -> published.times.size() == 2);
            assertThat(published.times).containsExactly(FIRST, HELD_BACK);
            assertThat(intake.count(Outcome.VALID)).isEqualTo(3);
            assertThat(intake.count(Outcome.SAFE)).isEqualTo(2);
            assertThat(intake.count(Outcome.THINNED)).isEqualTo(1);
        } finally {
            overdue.stop(null);
        }
    }

    @Test
    void its_last_reading_is_published_when_the_gateway_stops() {
        overdue.start(null);
        take(FIRST);
        take(HELD_BACK);

        overdue.stop(null);

        assertThat(published.times).containsExactly(FIRST, HELD_BACK);
    }

    private void take(Instant at) {
        clock.set(at);
        intake.pushed(List.of(new Intake.Received(Telegrams.of(at, 1).build(), Telegrams.bytes(at, 1))));
    }

    private static Meter meter() {
        return new Meter(
                "thin",
                "push",
                Optional.empty(),
                Optional.empty(),
                "thin",
                Optional.empty(),
                Optional.empty(),
                Optional.of(Duration.ofMinutes(5)),
                Optional.empty(),
                TimeChoice.AUTO,
                Transformers.NONE);
    }

    /** Keeps the times of what is put. */
    private static final class Published implements Outbox {
        private final List<Instant> times = new CopyOnWriteArrayList<>();

        @Override
        public CompletableFuture<Void> put(String meter, byte[] event) {
            try {
                times.add(EventJson.read(event).at());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public Waiting waiting(String meter) {
            return Waiting.NONE;
        }

        @Override
        public boolean reachesKafka() {
            return true;
        }

        @Override
        public boolean reachesDisk() {
            return true;
        }
    }
}
