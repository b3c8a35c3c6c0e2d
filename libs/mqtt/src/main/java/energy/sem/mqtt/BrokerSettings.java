package energy.sem.mqtt;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * How to connect to a broker. Immutable.
 *
 * @param address where
 * @param clientId who we are to the broker; two with one id throw each other out for ever, so derive it from something that
 *     each installation has of its own
 * @param credentials asked at each try to connect, so that a password that is changed in its file counts without a restart;
 *     a {@link CredentialsException} says why there are none
 * @param caFile certificates in PEM that are trusted in place of the platform's
 * @param will what the broker publishes when we go without a word
 */
public record BrokerSettings(
        BrokerAddress address,
        String clientId,
        Supplier<Optional<Credentials>> credentials,
        Optional<Path> caFile,
        Optional<MqttMessage> will) {

    /** Every broker takes this much (MQTT 3.1.1, 3.1.3.1). */
    private static final int LONGEST_ID = 23;

    public BrokerSettings {
        Objects.requireNonNull(credentials);
        if (!clientId.matches("[A-Za-z0-9-]{1," + LONGEST_ID + "}")) {
            throw new IllegalArgumentException("a client's id has 1 to " + LONGEST_ID
                    + " letters, digits or dashes, which \"" + clientId + "\" has not");
        }
    }

    /** Without password, will and CA of its own. */
    public BrokerSettings(BrokerAddress address, String clientId) {
        this(address, clientId, Optional::empty, Optional.empty(), Optional.empty());
    }

    /** The same with a will. */
    public BrokerSettings with(MqttMessage newWill) {
        return new BrokerSettings(address, clientId, credentials, caFile, Optional.of(newWill));
    }

    /** The same as somebody. */
    public BrokerSettings with(Credentials somebody) {
        return with(() -> Optional.of(somebody));
    }

    /** The same as who is known at each try. */
    public BrokerSettings with(Supplier<Optional<Credentials>> known) {
        return new BrokerSettings(address, clientId, known, caFile, will);
    }

    /** The same with certificates of its own. */
    public BrokerSettings withCa(Path file) {
        return new BrokerSettings(address, clientId, credentials, Optional.of(file), will);
    }
}
