package energy.sem.mqtt;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/**
 * A message to publish, or one that has come. Immutable as long as nobody writes into the payload. No record, since two of them
 * are not equal by what they say: a payload is an array.
 */
public final class MqttMessage {
    private final String topic;
    private final byte[] payload;
    private final int qos;
    private final boolean retained;
    private final Optional<Duration> expiry;

    /**
     * A message.
     *
     * @param topic without wildcards
     * @param payload the bytes, not copied; empty deletes a retained message
     * @param qos 0, 1 or 2
     * @param retained to publish: whether the broker shall keep it. Of one that has come: whether it was kept, and may be of
     *     any age
     * @param expiry after which the broker forgets it (MQTT 5; with 3.1.1 a message that expires is not retained, because that
     *     broker would show it for ever)
     */
    public MqttMessage(String topic, byte[] payload, int qos, boolean retained, Optional<Duration> expiry) {
        this.topic = topic;
        this.payload = payload;
        this.qos = qos;
        this.retained = retained;
        this.expiry = expiry;
    }

    /** A message of a text, QoS 0, not retained. */
    public static MqttMessage of(String topic, String text) {
        return new MqttMessage(topic, text.getBytes(StandardCharsets.UTF_8), 0, false, Optional.empty());
    }

    /** A message of a text that the broker keeps until there is another, QoS 1. */
    public static MqttMessage kept(String topic, String text) {
        return new MqttMessage(topic, text.getBytes(StandardCharsets.UTF_8), 1, true, Optional.empty());
    }

    /** The same with a time to live. */
    public MqttMessage expiringAfter(Duration time) {
        return new MqttMessage(topic, payload, qos, retained, Optional.of(time));
    }

    /** Where. */
    public String topic() {
        return topic;
    }

    /** The bytes themselves, no copy. */
    public byte[] payload() {
        return payload;
    }

    /** 0, 1 or 2. */
    public int qos() {
        return qos;
    }

    /** Whether the broker shall keep it, or has kept it. */
    public boolean retained() {
        return retained;
    }

    /** After which the broker forgets it; empty for never. */
    public Optional<Duration> expiry() {
        return expiry;
    }

    /** The payload as UTF-8. */
    public String text() {
        return new String(payload, StandardCharsets.UTF_8);
    }

    /** Topic and length. */
    @Override
    public String toString() {
        return topic + " (" + payload.length + " bytes, QoS " + qos + (retained ? ", retained)" : ")");
    }
}
