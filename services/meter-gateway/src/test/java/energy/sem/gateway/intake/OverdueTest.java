package energy.sem.gateway.intake;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.Test;

import energy.sem.gateway.HandClock;
import energy.sem.gateway.clock.ClockMemory;
import energy.sem.gateway.clock.GatewayTime;
import energy.sem.gateway.clock.TimeChoice;
import energy.sem.gateway.health.Outcome;
import energy.sem.gateway.meter.Meter;
import energy.sem.gateway.meter.Transformers;
import energy.sem.source.Telegrams;

import static energy.sem.tests.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

/** A meter that is published once in five minutes falls silent before the edge of a quarter hour. */
class OverdueTest {
    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
    private static final Instant FIRST = Instant.parse("2026-11-22T10:14:00Z");
    private static final Instant HELD_BACK = FIRST.plusSeconds(50);

    private final List<Instant> live = new CopyOnWriteArrayList<>();
    private final OutboxOfTimes published = new OutboxOfTimes();
    private final HandClock clock = new HandClock(FIRST);
    private final GatewayTime time = new GatewayTime(clock, clock::nanos, Path.of("target", "clocks"));
    private final Intake intake = new Intake(
            meter(),
            BRUSSELS,
            time,
            ClockMemory.of(Path.of("target", "clocks"), "thin"),
            published,
            (meter, event) -> live.add(OutboxOfTimes.timeOf(event)),
            null,
            Optional.empty());
    private final Overdue overdue = new Overdue(List.of(intake), time);

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

    @Test
    void who_looks_live_sees_what_is_not_published_and_of_a_backlog_only_the_last() {
        take(FIRST);
        take(FIRST.plusSeconds(1));
        clock.set(FIRST.plusSeconds(9));
        intake.pushed(List.of(received(FIRST.plusSeconds(2)), received(FIRST.plusSeconds(9))));

        assertThat(published.times).containsExactly(FIRST);
        assertThat(live).containsExactly(FIRST.plusSeconds(1), FIRST.plusSeconds(9));
    }

    private void take(Instant at) {
        clock.set(at);
        intake.pushed(List.of(received(at)));
    }

    private static Intake.Received received(Instant at) {
        return new Intake.Received(Telegrams.of(at, 1).build(), Telegrams.bytes(at, 1));
    }

    private static Meter meter() {
        return new Meter(
                "thin",
                "push",
                Optional.empty(),
                List.of(),
                "thin",
                Optional.empty(),
                Optional.empty(),
                Optional.of(Duration.ofMinutes(5)),
                Optional.empty(),
                TimeChoice.AUTO,
                Transformers.NONE);
    }
}
