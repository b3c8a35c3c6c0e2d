package energy.sem.gateway.meter;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

import energy.sem.gateway.source.SourceUrl;

/** All configured meters, checked, by name. Immutable. */
public final class Meters {
    private static final Pattern NAME = Pattern.compile("[a-z0-9]{1,32}");

    private final Map<String, Meter> byName;

    private Meters(Map<String, Meter> byName) {
        this.byName = Map.copyOf(byName);
    }

    /**
     * The meters of these settings.
     *
     * @throws IllegalArgumentException with one line for people that names the wrong setting: a bad name, no source or a
     *     malformed one, a pushed meter without a key, two meters with one key
     */
    public static Meters of(MeterSettings settings) {
        Map<String, Meter> meters = new TreeMap<>();
        Map<String, String> nameByKey = new TreeMap<>();
        new TreeMap<>(settings.byName()).forEach((name, one) -> {
            Meter meter = meter(name, one);
            meter.apiKey().ifPresent(key -> {
                String other = nameByKey.putIfAbsent(key, name);
                if (other != null) {
                    throw new IllegalArgumentException("meters " + other + " and " + name
                            + " have the same key: give each its own in sem.meters." + name + ".api-key");
                }
            });
            meters.put(name, meter);
        });
        return new Meters(meters);
    }

    private static Meter meter(String name, MeterSettings.One one) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "sem.meters." + name + ": a meter's name is 1 to 32 lower-case letters and digits");
        }
        String setting = "sem.meters." + name;
        if (one.decryptionKey().isPresent()) {
            throw new IllegalArgumentException(setting + ".decryption-key: encrypted meters cannot be read yet");
        }
        if (one.publishEvery().isPresent()) {
            throw new IllegalArgumentException(
                    setting + ".publish-every: every telegram is published; leave this setting out");
        }
        String url = one.source()
                .orElseThrow(() -> new IllegalArgumentException(setting
                        + ".source is missing: say where its telegrams come from, such as tcp://host:port or push"));
        Meter meter;
        try {
            meter = new Meter(
                    name,
                    url,
                    SourceUrl.parse(url),
                    one.apiKey().filter(key -> !key.isBlank()).map(String::trim),
                    one.serial()
                            .filter(serial -> !serial.isBlank())
                            .map(String::trim)
                            .orElse(name));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(setting + ".source: " + e.getMessage(), e);
        }
        if (meter.source().isEmpty() && meter.apiKey().isEmpty()) {
            throw new IllegalArgumentException(setting + ".api-key is missing: a meter that is pushed to needs a key");
        }
        return meter;
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
