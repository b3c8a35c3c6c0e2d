package energy.sem.bridge;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import energy.sem.mqtt.BrokerAddress;
import energy.sem.mqtt.BrokerSettings;
import energy.sem.mqtt.Credentials;
import energy.sem.mqtt.MqttConnection;
import energy.sem.mqtt.MqttListener;
import energy.sem.mqtt.MqttMessage;
import energy.sem.mqtt.MqttVersion;

/** Listens to everything on a broker, as {@code mosquitto_sub -v -t '#'} does. */
final class Watcher implements MqttListener, AutoCloseable {
    final List<MqttMessage> all = new CopyOnWriteArrayList<>();
    private final Map<String, String> newest = new ConcurrentHashMap<>();
    private final MqttConnection connection;

    Watcher(String address, Credentials credentials) {
        connection = MqttConnection.open(
                new BrokerSettings(BrokerAddress.parse(address), "watcher-" + System.nanoTime() % 1_000_000)
                        .with(credentials),
                this);
        connection.subscribe("#", 1, message -> {
            all.add(message);
            newest.put(message.topic(), message.text());
        });
    }

    /** The newest payload of a topic. */
    Optional<String> of(String topic) {
        return Optional.ofNullable(newest.get(topic));
    }

    /** How often a topic has come. */
    long count(String topic) {
        return all.stream().filter(each -> each.topic().equals(topic)).count();
    }

    void forget() {
        all.clear();
        newest.clear();
    }

    void say(String topic, String text) {
        connection.publish(MqttMessage.of(topic, text)).join();
    }

    boolean isConnected() {
        return connection.isConnected();
    }

    @Override
    public void connected(MqttVersion version) {
        // What is subscribed comes by itself.
    }

    @Override
    public void trouble(String words) {
        System.err.println("watcher: " + words);
    }

    @Override
    public void close() {
        connection.close();
    }
}
