package energy.sem.display.history;

import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * All meters that history knows.
 *
 * @param zone the household's zone, which all calendars follow
 * @param all by name
 */
public record Meters(ZoneId zone, List<Meter> all) {
    public Meters {
        Objects.requireNonNull(zone, "zone");
        all = List.copyOf(all);
    }

    /** The name of the first; empty when there is none. */
    public Optional<String> firstName() {
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(0).name());
    }

    /** The meter of this name, if there is one. */
    public Optional<Meter> named(String name) {
        for (Meter meter : all) {
            if (meter.name().equals(name)) {
                return Optional.of(meter);
            }
        }
        return Optional.empty();
    }
}
