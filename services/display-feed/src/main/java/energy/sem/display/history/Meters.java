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

    /** The meter of this name, if there is one. */
    public Optional<Meter> named(String name) {
        return all.stream().filter(meter -> meter.name().equals(name)).findFirst();
    }
}
