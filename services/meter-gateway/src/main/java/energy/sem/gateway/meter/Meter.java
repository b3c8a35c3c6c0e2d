package energy.sem.gateway.meter;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import energy.sem.gateway.clock.TimeChoice;
import energy.sem.registry.KeptKey;
import energy.sem.source.Source;

/**
 * One meter, of the environment or of the registry.
 *
 * @param name {@code [a-z0-9]{1,32}}: the Kafka key and the name in every URL
 * @param sourceUrl the source as configured, for people
 * @param source what is read; empty for a meter that is only pushed to
 * @param keys of who pushes to it
 * @param serial the electricity meter's serial number where the source sends none
 * @param decryptionKey the key of an encrypting meter, 32 hex digits; never logged
 * @param authenticationKey what the tags of its frames have to fit, 32 hex digits; never logged
 * @param publishEvery how seldom to publish, whole seconds up to five minutes; empty for every telegram
 * @param relayPort where its telegrams are passed on
 * @param time whose clock counts
 * @param transformers by which it is connected
 */
public record Meter(
        String name,
        String sourceUrl,
        Optional<Source> source,
        List<KeptKey> keys,
        String serial,
        Optional<String> decryptionKey,
        Optional<String> authenticationKey,
        Optional<Duration> publishEvery,
        Optional<Integer> relayPort,
        TimeChoice time,
        Transformers transformers) {

    /**
     * Whether any gateway may read it: its source is in the network, so not a cable or a file of this machine, and nobody
     * waits at this gateway for its telegrams to be passed on.
     */
    public boolean isShareable() {
        return source.flatMap(Source::readsFrom).isPresent() && relayPort.isEmpty();
    }

    /** Without the keys. */
    @Override
    public String toString() {
        return name + " (" + sourceUrl + ")";
    }
}
