package energy.sem.history.calendar;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The household's clock and zone. Thread-safe. */
@ApplicationScoped
public class Household {
    private final Clock clock;

    @Inject
    Household(@ConfigProperty(name = "sem.time-zone", defaultValue = "Europe/Brussels") ZoneId zone) {
        this(Clock.system(zone));
    }

    /**
     * A household with a clock of its own.
     *
     * @param clock the time, in the household's zone
     */
    public Household(Clock clock) {
        this.clock = clock;
    }

    /** Now. */
    public Instant now() {
        return clock.instant();
    }

    /** The zone of calendars, and of the days that ingest keeps. */
    public ZoneId zone() {
        return clock.getZone();
    }
}
