package energy.sem.gateway.intake;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import energy.sem.gateway.HandClock;
import energy.sem.gateway.clock.ClockMemory;
import energy.sem.gateway.clock.GatewayTime;
import energy.sem.gateway.clock.TimeChoice;
import energy.sem.gateway.health.MeterReport;
import energy.sem.gateway.meter.Meter;
import energy.sem.gateway.meter.Transformers;
import energy.sem.source.Telegrams;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever a meter's clock is off by, {@code GET /api/v1/meters} says it in words with the offset, and whose time counts. */
class ClockOffsetsTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            AUTO    | PT1M    | meter   |     |
            AUTO    | -PT1M   | meter   |     |
            AUTO    | PT5M    | meter   |     | 5 minutes ahead of this computer's: check that this computer's is right
            AUTO    | -PT20M  | meter   |     | 20 minutes behind this computer's: check
            AUTO    | PT20M   | meter   |     | 20 minutes ahead of this computer's: check
            AUTO    | PT3H    | meter   |     | 3 hours ahead of this computer's: check
            AUTO    | -PT3H   | meter   |     | 3 hours behind this computer's: check
            AUTO    | PT22H   | meter   |     | 22 hours ahead of this computer's: check
            AUTO    | -PT22H  | meter   |     | 22 hours behind this computer's: check
            AUTO    | PT24H   | arrival | off | 24 hours ahead of this computer's (it says
            AUTO    | -PT24H  | arrival | off | 24 hours behind this computer's (it says
            AUTO    | P40D    | arrival | off | 40 days ahead of this computer's (it says
            AUTO    | -P90D   | arrival | off | 90 days behind this computer's (it says
            ARRIVAL | PT3H    | arrival |     | 3 hours ahead of this computer's: the time of arrival is used, as time=arrival asks for
            METER   | PT3H    | meter   |     | 3 hours ahead of this computer's: check
            """)
    void it_is_said(TimeChoice choice, Duration ahead, String time, String clock, String words) {
        MeterReport report = after(Duration.ofMinutes(5), choice, ahead);
        assertThat(report.clockOffsetSeconds()).isEqualTo(ahead.toSeconds());
        assertThat(report.time()).isEqualTo(time);
        assertThat(report.clock()).isEqualTo(clock);
        if (words == null) {
            assertThat(report.diagnosis()).isEqualTo("telegrams arrive");
        } else {
            assertThat(report.diagnosis()).contains(words);
        }
    }

    private MeterReport after(Duration spoken, TimeChoice choice, Duration ahead) {
        Meter meter = new Meter(
                "home",
                "push",
                Optional.empty(),
                List.of(),
                "home",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                choice,
                Transformers.NONE);
        HandClock clock = new HandClock(NOON);
        Intake intake = new Intake(
                meter,
                ZoneId.of("Europe/Brussels"),
                new GatewayTime(clock, clock::nanos, folder),
                ClockMemory.of(folder, "home"),
                new OutboxOfTimes(),
                (name, event) -> {},
                null,
                Optional.empty());
        for (long second = 0; second < spoken.toSeconds(); second += 10) {
            Instant stamp = clock.instant().plus(ahead);
            intake.pushed(List.of(new Intake.Received(
                    Telegrams.of(stamp, 1000 + second).build(), Telegrams.bytes(stamp, 1000 + second))));
            clock.turn(Duration.ofSeconds(10));
        }
        return intake.report();
    }
}
