package energy.sem.gateway.meter;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import energy.sem.base.MeterLog;
import energy.sem.registry.KeptKey;

/** The meters that there are now: those of the environment, which win, and beside them those of the registry. Thread-safe. */
@Singleton
public class AllMeters {
    private static final Logger LOG = Logger.getLogger(AllMeters.class);

    private final Meters ofEnvironment;
    private final Clock clock;
    private final Map<String, Meter> byName = new ConcurrentSkipListMap<>();
    private final KeyIndex keys = new KeyIndex();
    private volatile boolean registryKnown;

    @Inject
    AllMeters(Meters ofEnvironment) {
        this(ofEnvironment, Clock.systemUTC());
    }

    AllMeters(Meters ofEnvironment, Clock clock) {
        this.ofEnvironment = ofEnvironment;
        this.clock = clock;
        ofEnvironment.all().forEach(this::put);
    }

    /** All of them, by name; a view, which changes. */
    public Collection<Meter> all() {
        return Collections.unmodifiableCollection(byName.values());
    }

    /** Whether the environment has a meter of this name. */
    public boolean isOfEnvironment(String name) {
        return ofEnvironment.named(name).isPresent();
    }

    /** Those of the environment. */
    public Collection<Meter> ofEnvironment() {
        return ofEnvironment.all();
    }

    /** The meter that the key opens for pushing now. */
    public Optional<Meter> openedBy(String key) {
        return keys.opens(key, clock.instant()).map(byName::get);
    }

    /** Whether the registry is known to its end, so that a key that opens nothing is wrong. */
    public boolean isRegistryKnown() {
        return registryKnown;
    }

    /**
     * Takes over what the registry says now. One whose name the environment has is passed over.
     *
     * @param registered all its meters
     */
    public void registered(Collection<Meter> registered) {
        Set<String> gone = new TreeSet<>(byName.keySet());
        ofEnvironment.all().forEach(meter -> gone.remove(meter.name()));
        for (Meter meter : registered) {
            if (!isOfEnvironment(meter.name())) {
                gone.remove(meter.name());
                put(meter);
            }
        }
        gone.forEach(this::remove);
    }

    /** From now on the registry is known to its end. */
    public void registryIsKnown() {
        registryKnown = true;
    }

    // Its new keys open before its old ones no longer do.
    @SuppressWarnings("ReferenceEquality") // the very same one is there already
    private void put(Meter meter) {
        Meter before = byName.put(meter.name(), meter);
        if (before == meter) {
            return;
        }
        List<KeptKey> over = new ArrayList<>(before == null ? List.of() : before.keys());
        for (KeptKey key : meter.keys()) {
            over.removeIf(old -> old.sha256().equals(key.sha256()));
            if ((before == null || !before.keys().contains(key)) && !keys.put(meter.name(), key)) {
                MeterLog.about(
                        meter.name(),
                        () -> LOG.warnf(
                                "meter %s: its key %s is another meter's too, and opens that one",
                                meter.name(), key.mark()));
            }
        }
        over.forEach(key -> keys.remove(meter.name(), key));
    }

    private void remove(String name) {
        Meter gone = byName.remove(name);
        gone.keys().forEach(key -> keys.remove(name, key));
    }
}
