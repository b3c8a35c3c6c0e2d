package energy.sem.gateway.meter;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

import energy.sem.gateway.clock.TimeChoice;
import energy.sem.registry.EntryJson;
import energy.sem.registry.MeterEntry;
import energy.sem.registry.MeterSetting;
import energy.sem.registry.KeptKey;
import energy.sem.source.Credentials;
import energy.sem.source.Secret;
import energy.sem.source.Source;
import energy.sem.source.Sources;

/** Makes a meter of its settings, checked, wherever they are from. Immutable. */
public final class MeterMaker {
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Sources SOURCES = Sources.found();
    private static final Pattern HEX_KEY = Pattern.compile("[0-9A-Fa-f]{32}");

    private final Optional<Duration> every;

    /**
     * @param publishEvery how seldom a meter is published whose settings do not say it
     * @throws IllegalArgumentException when that is no such duration
     */
    public MeterMaker(Optional<String> publishEvery) {
        every = given(publishEvery).map(text -> publishEvery("sem.publish-every", text));
    }

    /**
     * The meter of these settings of the environment.
     *
     * @throws IllegalArgumentException with one line for people that names the wrong setting and no key
     */
    Meter ofEnvironment(String name, MeterSettings.One one) {
        if (!EntryJson.isName(name)) {
            throw new IllegalArgumentException(
                    "sem.meters." + name + ": a meter's name is 1 to 32 lower-case letters and digits");
        }
        String setting = "sem.meters." + name + ".";
        String url = one.source()
                .orElseThrow(() -> new IllegalArgumentException(setting
                        + "source is missing: say where its telegrams come from, such as tcp://host:port or push"));
        List<KeptKey> keys = given(one.apiKey()).map(KeptKey::always).stream().toList();
        Meter meter = new Meter(
                name,
                url,
                source(setting, url, credentials(setting, one)),
                keys,
                given(one.serial()).orElse(name),
                hexKey(setting + "decryption-key", one.decryptionKey()),
                hexKey(setting + "authentication-key", one.authenticationKey()),
                given(one.publishEvery())
                        .map(text -> publishEvery(setting + "publish-every", text))
                        .or(() -> every),
                given(one.relayPort()).map(port -> relayPort(setting, port)),
                given(one.time()).map(word -> time(setting, word)).orElse(TimeChoice.AUTO),
                new Transformers(
                        ratio(setting + "current-ratio", one.currentRatio(), "200/5"),
                        ratio(setting + "voltage-ratio", one.voltageRatio(), "10000/100")));
        if (meter.source().isEmpty() && keys.isEmpty()) {
            throw new IllegalArgumentException(setting + "api-key is missing: a meter that is pushed to needs a key");
        }
        if (meter.authenticationKey().isPresent() && meter.decryptionKey().isEmpty()) {
            throw new IllegalArgumentException(
                    setting + "decryption-key is missing: an authentication key alone decrypts nothing");
        }
        return meter;
    }

    /**
     * The meter of an entry of the registry.
     *
     * @throws IllegalArgumentException with one line for people that names the wrong setting
     */
    public Meter ofEntry(String name, MeterEntry entry) {
        Function<MeterSetting, Optional<String>> of =
                setting -> given(Optional.ofNullable(entry.settings().get(setting.word())));
        String url = of.apply(MeterSetting.SOURCE).orElse("push");
        return new Meter(
                name,
                url,
                source("", url, new Credentials(Optional.empty(), Optional.empty(), Optional.empty())),
                entry.keys(),
                of.apply(MeterSetting.SERIAL).orElse(name),
                Optional.empty(),
                Optional.empty(),
                of.apply(MeterSetting.PUBLISH_EVERY)
                        .map(text -> publishEvery(MeterSetting.PUBLISH_EVERY.word(), text))
                        .or(() -> every),
                Optional.empty(),
                of.apply(MeterSetting.TIME).map(word -> time("", word)).orElse(TimeChoice.AUTO),
                new Transformers(
                        ratio(MeterSetting.CURRENT_RATIO.word(), of.apply(MeterSetting.CURRENT_RATIO), "200/5"),
                        ratio(MeterSetting.VOLTAGE_RATIO.word(), of.apply(MeterSetting.VOLTAGE_RATIO), "10000/100")));
    }

    private static Optional<String> given(Optional<String> value) {
        return value.map(String::trim).filter(v -> !v.isEmpty());
    }

    private static Credentials credentials(String setting, MeterSettings.One one) {
        return new Credentials(
                given(one.token()).map(Secret::of),
                given(one.password()).map(Secret::of),
                given(one.caFile()).map(file -> path(setting + "ca-file", file)));
    }

    private static Optional<Source> source(String setting, String url, Credentials credentials) {
        try {
            return SOURCES.parse(url, credentials);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(setting + "source: " + e.getMessage(), e);
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
                    setting + "relay-port: \"" + text + "\" is not a port, a number from 1 to 65535");
        }
        return port;
    }

    private static TimeChoice time(String setting, String word) {
        return TimeChoice.of(word)
                .orElseThrow(() ->
                        new IllegalArgumentException(setting + "time: \"" + word + "\" is not meter, arrival or auto"));
    }

    private static Ratio ratio(String setting, Optional<String> value, String example) {
        return given(value)
                .map(text -> Ratio.parse(text)
                        .orElseThrow(() -> new IllegalArgumentException(setting + ": \"" + text
                                + "\" is not a ratio from 1 to 10000, such as 40 or " + example)))
                .orElse(Ratio.ONE);
    }
}
