package energy.sem.source.mqtt;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import energy.sem.mqtt.BrokerAddress;
import energy.sem.source.Announced;
import energy.sem.source.Credentials;
import energy.sem.source.Line;
import energy.sem.source.Source;
import energy.sem.source.SourceKind;
import energy.sem.source.Suggestion;

/**
 * {@code mqtt://broker:1883/topic}, by TLS {@code mqtts://}: whole telegrams, each a message. Messages that bring single values
 * are no source: they have no common clock and no checksum.
 *
 * @param broker with the topic
 * @param credentials at the broker
 */
record MqttSource(BrokerAddress broker, Credentials credentials) implements Source {
    private static final String WORDS = "whole telegrams on a topic: DSMR-reader's dsmr/raw, amsreader";

    /** How it is written. */
    public static class Kind implements SourceKind {
        @Override
        public String scheme() {
            return "mqtt";
        }

        @Override
        public List<Form> forms() {
            return List.of(new Form("mqtt://broker:1883/topic", WORDS));
        }

        @Override
        public Set<String> credentials() {
            return Set.of("password");
        }

        @Override
        public Set<String> serviceTypes() {
            return Set.of("_mqtt._tcp");
        }

        @Override
        public Optional<Suggestion> suggest(Announced device) {
            return Optional.of(Suggestion.look(
                    "an MQTT broker",
                    "if somebody publishes telegrams on it, mqtt://" + device.host() + ":" + device.port()
                            + "/TOPIC is a source (of DSMR-reader: dsmr/raw)"));
        }

        @Override
        public Optional<Source> parse(String url, Credentials credentials) {
            BrokerAddress broker = BrokerAddress.parse(url);
            String topic = broker.topic()
                    .orElseThrow(() -> new IllegalArgumentException("\"" + url + "\" has no topic: it is of the form "
                            + forms().get(0).text()));
            if (topic.contains("#") || topic.contains("+")) {
                throw new IllegalArgumentException(
                        "\"" + url + "\" means several topics: telegrams of one meter come on one");
            }
            if (credentials.password().isPresent() && broker.user().isEmpty()) {
                throw new IllegalArgumentException(
                        "a password needs a user: write " + scheme() + "://broker/topic?user=NAME");
            }
            return Optional.of(new MqttSource(broker, credentials));
        }
    }

    /** The same by TLS. */
    public static final class TlsKind extends Kind {
        @Override
        public String scheme() {
            return "mqtts";
        }

        @Override
        public List<Form> forms() {
            return List.of(new Form("mqtts://broker:8883/topic", "the same by TLS"));
        }

        @Override
        public Set<String> credentials() {
            return Set.of("password", "ca-file");
        }

        @Override
        public Set<String> serviceTypes() {
            return Set.of();
        }
    }

    @Override
    public Line open() throws IOException, InterruptedException {
        return MqttLine.open(this);
    }

    @Override
    public Optional<String> readsFrom() {
        return Optional.of(broker.host());
    }
}
