package energy.sem.gateway.meter;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

import energy.sem.gateway.clock.TimeChoice;
import energy.sem.source.Credentials;
import energy.sem.source.Secret;
import energy.sem.source.Source;
import energy.sem.source.Sources;

/** All configured meters, checked, by name. Immutable. */
public final class Meters {
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Sources SOURCES = Sources.found();
    private static final Pattern HEX_KEY = Pattern.compile("[0-9A-Fa-f]{32}");
    private static final Pattern NAME = Pattern.compile("[a-z0-9]{1,32}");

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
        Optional<Duration> every = given(publishEvery).map(text -> publishEvery("sem.publish-every", text));
        Map<String, Meter> meters = new TreeMap<>();
        Map<String, String> nameByKey = new TreeMap<>();
        Map<Integer, String> nameByPort = new TreeMap<>();
        new TreeMap<>(settings.byName()).forEach((name, one) -> {
            Meter meter = meter(name, one, every);
            meter.apiKey().ifPresent(key -> {
                String other = nameByKey.putIfAbsent(key, name);
                if (other != null) {
                    throw new IllegalArgumentException("meters " + other + " and " + name
                            + " have the same key: give each its own in sem.meters." + name + ".api-key");
                }
            });
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

    private static Meter meter(String name, MeterSettings.One one, Optional<Duration> every) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "sem.meters." + name + ": a meter's name is 1 to 32 lower-case letters and digits");
        }
        String setting = "sem.meters." + name;
        String url = one.source()
                .orElseThrow(() -> new IllegalArgumentException(setting
                        + ".source is missing: say where its telegrams come from, such as tcp://host:port or push"));
        Meter meter = new Meter(
                name,
                url,
                source(setting, url, one),
                given(one.apiKey()),
                given(one.serial()).orElse(name),
                hexKey(setting + ".decryption-key", one.decryptionKey()),
                hexKey(setting + ".authentication-key", one.authenticationKey()),
                given(one.publishEvery())
                        .map(text -> publishEvery(setting + ".publish-every", text))
                        .or(() -> every),
                given(one.relayPort()).map(port -> relayPort(setting, port)),
                given(one.time()).map(word -> time(setting, word)).orElse(TimeChoice.AUTO),
                transformers(setting, one));
        if (meter.source().isEmpty() && meter.apiKey().isEmpty()) {
            throw new IllegalArgumentException(setting + ".api-key is missing: a meter that is pushed to needs a key");
        }
        if (meter.authenticationKey().isPresent() && meter.decryptionKey().isEmpty()) {
            throw new IllegalArgumentException(
                    setting + ".decryption-key is missing: an authentication key alone decrypts nothing");
        }
        return meter;
    }

    private static Optional<String> given(Optional<String> value) {
        return value.map(String::trim).filter(v -> !v.isEmpty());
    }

    private static Optional<Source> source(String setting, String url, MeterSettings.One one) {
        Credentials credentials = new Credentials(
                given(one.token()).map(Secret::of),
                given(one.password()).map(Secret::of),
                given(one.caFile()).map(file -> path(setting + ".ca-file", file)));
        try {
            return SOURCES.parse(url, credentials);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(setting + ".source: " + e.getMessage(), e);
        }
    }

    private static Path path(String setting, String file) {
        try {
            return Path.of(file);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException(setting + ": \"" + file + "\" names no file: " + e.getReason(), e);
        }
    }

    // The message does not quote the key.
    private static Optional<String> hexKey(String setting, Optional<String> value) {
        Optional<String> key = given(value).map(text -> text.replaceAll("\\s", ""));
        if (key.isPresent() && !HEX_KEY.matcher(key.get()).matches()) {
            throw new IllegalArgumentException(setting + " is not the 32 hex digits that the grid operator gives out");
        }
        return key;
    }

    private static Duration publishEvery(String setting, String text) {
        Duration every;
        try {
            every = Duration.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(setting + ": \"" + text + "\" is not a duration such as PT10S", e);
        }
        if (every.compareTo(SHORTEST) < 0 || every.compareTo(LONGEST) > 0 || every.toNanosPart() != 0) {
            throw new IllegalArgumentException(
                    setting + ": \"" + text + "\" is not in whole seconds from PT1S to PT5M");
        }
        return every;
    }

    private static int relayPort(String setting, String text) {
        int port = text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : 0;
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException(
                    setting + ".relay-port: \"" + text + "\" is not a port, a number from 1 to 65535");
        }
        return port;
    }

    private static TimeChoice time(String setting, String word) {
        return TimeChoice.of(word)
                .orElseThrow(() -> new IllegalArgumentException(
                        setting + ".time: \"" + word + "\" is not meter, arrival or auto"));
    }

    private static Transformers transformers(String setting, MeterSettings.One one) {
        return new Transformers(
                ratio(setting + ".current-ratio", one.currentRatio(), "200/5"),
                ratio(setting + ".voltage-ratio", one.voltageRatio(), "10000/100"));
    }

    private static Ratio ratio(String setting, Optional<String> value, String example) {
        return given(value)
                .map(text -> Ratio.parse(text)
                        .orElseThrow(() -> new IllegalArgumentException(setting + ": \"" + text
                                + "\" is not a ratio from 1 to 10000, such as 40 or " + example)))
                .orElse(Ratio.ONE);
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
