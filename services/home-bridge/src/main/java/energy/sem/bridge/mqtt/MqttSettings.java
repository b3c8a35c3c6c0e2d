package energy.sem.bridge.mqtt;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import energy.sem.base.NoStart;
import energy.sem.base.Secrets;
import energy.sem.mqtt.BrokerAddress;
import energy.sem.mqtt.Credentials;
import energy.sem.mqtt.CredentialsException;

/** The settings {@code sem.mqtt.*}. Immutable; nobody is told the password but the broker. */
@Singleton
public class MqttSettings {
    private static final Duration LEAST_EVERY = Duration.ofSeconds(1);
    private static final Duration MOST_EVERY = Duration.ofMinutes(5);

    private final Optional<String> url;
    private final Optional<String> username;
    private final Optional<String> password;
    private final Optional<String> caFile;
    private final String prefix;
    private final Duration every;
    private final String discovery;
    private final String discoveryPrefix;
    private final Optional<String> dsmrReader;

    MqttSettings(
            @ConfigProperty(name = "sem.mqtt.url") Optional<String> url,
            @ConfigProperty(name = "sem.mqtt.username") Optional<String> username,
            @ConfigProperty(name = "sem.mqtt.password") Optional<String> password,
            @ConfigProperty(name = "sem.mqtt.ca-file") Optional<String> caFile,
            @ConfigProperty(name = "sem.mqtt.prefix", defaultValue = "sem") String prefix,
            @ConfigProperty(name = "sem.mqtt.every", defaultValue = "PT10S") Duration every,
            @ConfigProperty(name = "sem.mqtt.discovery", defaultValue = "device") String discovery,
            @ConfigProperty(name = "sem.mqtt.discovery-prefix", defaultValue = "homeassistant") String discoveryPrefix,
            @ConfigProperty(name = "sem.mqtt.dsmr-reader") Optional<String> dsmrReader) {
        this.url = url;
        this.username = username;
        this.password = password;
        this.caFile = caFile;
        this.prefix = prefix;
        this.every = every;
        this.discovery = discovery;
        this.discoveryPrefix = discoveryPrefix;
        this.dsmrReader = dsmrReader;
    }

    /** Whether there is a broker to publish to. */
    public boolean isOn() {
        return url.isPresent();
    }

    /** @throws NoStart with a line that says what is wrong with which setting */
    void check() {
        address();
        if (every.compareTo(LEAST_EVERY) < 0 || every.compareTo(MOST_EVERY) > 0) {
            throw new NoStart("setting sem.mqtt.every: " + every + " is not between PT1S and PT5M");
        }
        if (password.isPresent() && user().isEmpty()) {
            throw new NoStart("setting sem.mqtt.password: a password needs a user, sem.mqtt.username");
        }
    }

    /** @throws NoStart when it is none */
    BrokerAddress address() {
        try {
            BrokerAddress address = BrokerAddress.parse(url.orElseThrow());
            if (address.topic().isPresent()) {
                throw new NoStart("setting sem.mqtt.url: a topic does not belong there; sem.mqtt.prefix is what SEM's"
                        + " topics begin with");
            }
            return address;
        } catch (IllegalArgumentException e) {
            throw new NoStart("setting sem.mqtt.url: " + e.getMessage());
        }
    }

    /** As whom to connect; the password's file is read at each call. */
    Optional<Credentials> credentials() {
        return user().map(name ->
                new Credentials(name, password.map(MqttSettings::secret).orElse("")));
    }

    Optional<Path> caFile() {
        return caFile.map(Path::of);
    }

    /** What SEM's topics begin with. */
    public String prefix() {
        return prefix;
    }

    /** How often a meter's state is published. */
    public Duration every() {
        return every;
    }

    /** {@code device}, {@code single} or {@code off}. */
    String discovery() {
        return discovery;
    }

    String discoveryPrefix() {
        return discoveryPrefix;
    }

    /** The meter that is published on DSMR-reader's topics too. */
    Optional<String> dsmrReader() {
        return dsmrReader;
    }

    private Optional<String> user() {
        return username.or(() -> address().user());
    }

    private static String secret(String value) {
        try {
            return Secrets.read("SEM_MQTT_PASSWORD", value);
        } catch (IllegalArgumentException e) {
            throw new CredentialsException(e.getMessage(), e);
        }
    }
}
