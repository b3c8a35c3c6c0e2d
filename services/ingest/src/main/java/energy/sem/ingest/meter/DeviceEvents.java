package energy.sem.ingest.meter;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The rows of what became known of devices, and when. */
@ApplicationScoped
public class DeviceEvents implements PanacheRepositoryBase<DeviceEvent, Long> {}
