package energy.sem.gateway.meter;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import energy.sem.registry.KeptKey;

/** The meters of the environment, checked, by name. Immutable. */
public final class Meters {
    private final Map<String, Meter> byName;

    private Meters(Map<String, Meter> byName) {
        this.byName = Map.copyOf(byName);
    }

    /**
     * The meters of these settings.
     *
     * @param publishEvery how seldom a meter is published whose settings do not say it
     * @throws IllegalArgumentException with one line for people that names the wrong setting and no key: a bad name, no
     *     source or a malformed one, a pushed meter without a key, two meters with one key or one relay port, a value
     *     that is none of its setting
     */
    public static Meters of(MeterSettings settings, Optional<String> publishEvery) {
        MeterMaker maker = new MeterMaker(publishEvery);
        Map<String, Meter> meters = new TreeMap<>();
        Map<String, String> nameByKey = new TreeMap<>();
        Map<Integer, String> nameByPort = new TreeMap<>();
        new TreeMap<>(settings.byName()).forEach((name, one) -> {
            Meter meter = maker.ofEnvironment(name, one);
            for (KeptKey key : meter.keys()) {
                String other = nameByKey.putIfAbsent(key.sha256(), name);
                if (other != null) {
                    throw new IllegalArgumentException("meters " + other + " and " + name
                            + " have the same key: give each its own in sem.meters." + name + ".api-key");
                }
            }
            meter.relayPort().ifPresent(port -> {
                String other = nameByPort.putIfAbsent(port, name);
                if (other != null) {
                    throw new IllegalArgumentException("meters " + other + " and " + name
                            + " have the same port: give each its own in sem.meters." + name + ".relay-port");
                }
            });
            meters.put(name, meter);
        });
        return new Meters(meters);
    }

    /** All of them, by name. */
    public Collection<Meter> all() {
        return new TreeMap<>(byName).values();
    }

    /** The meter of that name. */
    public Optional<Meter> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }
}
