package energy.sem.ingest.start;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

/** The clock of the host, in UTC: the host's zone never decides anything. */
@ApplicationScoped
class HostClock {

    @Produces
    @ApplicationScoped
    Clock clock() {
        return Clock.systemUTC();
    }
}
