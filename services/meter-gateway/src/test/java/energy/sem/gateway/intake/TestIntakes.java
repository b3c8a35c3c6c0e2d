package energy.sem.gateway.intake;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;

import energy.sem.gateway.clock.ClockMemory;
import energy.sem.gateway.clock.GatewayTime;
import energy.sem.gateway.meter.Meter;

/** Intakes for tests outside of this package; what they take in goes nowhere. */
public final class TestIntakes {
    private static final Path FOLDER = Path.of("target", "clocks");

    private TestIntakes() {}

    public static Intake of(Meter meter) {
        return new Intake(
                meter,
                ZoneOffset.UTC,
                new GatewayTime(Clock.systemUTC(), System::nanoTime, FOLDER),
                ClockMemory.of(FOLDER, meter.name()),
                new OutboxOfTimes(),
                (name, event) -> {},
                null,
                Optional.empty());
    }
}
