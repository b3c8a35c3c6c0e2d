package energy.sem.history.store;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** Panache's access to {@link MeterEntity}; the rest of history uses {@link Meters}. */
@ApplicationScoped
class MeterRepository implements PanacheRepositoryBase<MeterEntity, Integer> {}
