package energy.sem.ingest.meter;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;

import energy.sem.ingest.statement.MeterTurn;

/** The meters' rows. A transaction that writes anything of a meter holds the meter's lock. */
@ApplicationScoped
public class Meters implements PanacheRepositoryBase<Meter, Integer> {

    /**
     * The meters that were heard of by name, each locked until the transaction ends; new ones are made, and no others: a
     * known one would take a number for nothing. Locks are taken in order of id, so two writers wait for each other and do
     * not deadlock.
     *
     * @param sightings one for each meter
     */
    public Map<String, Meter> lock(Collection<MeterSighting> sightings) {
        TreeMap<String, MeterSighting> byName = new TreeMap<>();
        for (MeterSighting sighting : sightings) {
            byName.put(sighting.name(), sighting);
        }
        Map<String, Integer> ids = ids(byName.keySet());
        if (ids.size() < byName.size()) {
            byName.values().stream()
                    .filter(sighting -> !ids.containsKey(sighting.name()))
                    .forEach(this::create);
            ids.putAll(ids(byName.keySet()));
        }
        Map<String, Meter> locked =
                find("id in ?1", Sort.by("id"), ids.values()).withLock(LockModeType.PESSIMISTIC_WRITE).stream()
                        .collect(Collectors.toMap(Meter::name, Function.identity()));
        if (locked.size() < byName.size()) {
            throw new IllegalStateException("a meter was forgotten meanwhile");
        }
        getEntityManager()
                .createNativeQuery(MeterTurn.of("id IN (?1)"))
                .setParameter(1, ids.values())
                .executeUpdate();
        byName.values().forEach(sighting -> locked.get(sighting.name()).see(sighting));
        return locked;
    }

    /** Numbers and not rows: a row that is read before its lock is held may be out of date when it is. */
    private Map<String, Integer> ids(Collection<String> names) {
        Map<String, Integer> ids = new HashMap<>();
        getEntityManager()
                .createQuery("select name, id from Meter where name in ?1", Object[].class)
                .setParameter(1, names)
                .getResultList()
                .forEach(row -> ids.put((String) row[0], (Integer) row[1]));
        return ids;
    }

    /** Not persist(): another replica may make the same meter at this moment, which is no error. */
    private void create(MeterSighting sighting) {
        getEntityManager()
                .createNativeQuery("INSERT INTO meter (name, first_at) VALUES (?1, ?2)"
                        + " ON DUPLICATE KEY UPDATE first_at = LEAST(first_at, VALUES(first_at))")
                .setParameter(1, sighting.name())
                .setParameter(2, sighting.atMilli())
                .executeUpdate();
    }
}
