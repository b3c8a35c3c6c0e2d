package energy.sem.gateway.meter;

import java.util.Optional;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.quarkus.runtime.StartupEvent;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import energy.sem.base.NoStart;

/** Makes the configured meters available, or stops the start with the one line that says what is wrong with them. */
@ApplicationScoped
class ConfiguredMeters {
    private static final Logger LOG = Logger.getLogger(ConfiguredMeters.class);

    @Produces
    @Singleton
    Meters meters(MeterSettings settings, @ConfigProperty(name = "sem.publish-every") Optional<String> publishEvery) {
        try {
            return Meters.of(settings, publishEvery);
        } catch (IllegalArgumentException e) {
            throw new NoStart(e.getMessage());
        }
    }

    // After the catalogue's check (1), which knows the names of all settings; before anything reads or serves.
    void check(@Observes @Priority(10) StartupEvent start, Meters meters) {
        if (meters.all().isEmpty()) {
            LOG.warn("no meter is configured: set sem.meters.<name>.source, or add one with ./sem meter add");
        }
        meters.all().forEach(meter -> LOG.infof("meter %s", meter));
    }
}
