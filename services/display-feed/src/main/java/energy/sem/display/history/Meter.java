package energy.sem.display.history;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import energy.sem.display.view.Utility;
import energy.sem.display.view.WrongClock;

/**
 * A meter that history knows.
 *
 * @param name as in every address
 * @param simulated whether its readings are made up: pictures then say DEMO
 * @param firstReadingAt its first reading ever; null before there is one
 * @param lastReadingAt its newest stored reading; null before there is one
 * @param everExported whether energy ever flowed to the grid
 * @param utilities what it has a device for
 * @param capturedAt the newest reading of each device that does not read with the telegrams but now and then: gas, water;
 *     always in the same order
 * @param wrongClock a clock that is off; null when none is
 */
public record Meter(
        String name,
        boolean simulated,
        Instant firstReadingAt,
        Instant lastReadingAt,
        boolean everExported,
        Set<Utility> utilities,
        List<Instant> capturedAt,
        WrongClock wrongClock) {
    public Meter {
        Objects.requireNonNull(name, "name");
        utilities = Set.copyOf(utilities);
        capturedAt = List.copyOf(capturedAt);
    }
}
