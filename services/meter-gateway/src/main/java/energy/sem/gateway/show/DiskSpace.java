package energy.sem.gateway.show;

import java.io.File;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.system.DiskSpaceMetrics;
import io.quarkus.runtime.StartupEvent;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How full the disk of the backlog is, for Prometheus: on a Raspberry Pi it is everyone's. */
@ApplicationScoped
class DiskSpace {
    private final File folder;

    DiskSpace(@ConfigProperty(name = "sem.backlog.folder", defaultValue = ".sem/backlog") File folder) {
        this.folder = folder;
    }

    void register(@Observes StartupEvent event, MeterRegistry registry) {
        new DiskSpaceMetrics(folder).bindTo(registry);
    }
}
