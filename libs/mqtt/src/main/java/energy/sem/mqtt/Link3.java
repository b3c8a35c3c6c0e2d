package energy.sem.mqtt;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import com.hivemq.client.internal.mqtt.message.connect.MqttConnectRestrictions;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3AsyncClient;
import com.hivemq.client.mqtt.mqtt3.Mqtt3Client;
import com.hivemq.client.mqtt.mqtt3.message.auth.Mqtt3SimpleAuth;
import com.hivemq.client.mqtt.mqtt3.message.connect.Mqtt3Connect;
import com.hivemq.client.mqtt.mqtt3.message.connect.Mqtt3ConnectRestrictions;
import com.hivemq.client.mqtt.mqtt3.message.publish.Mqtt3Publish;
import com.hivemq.client.mqtt.mqtt5.message.connect.Mqtt5ConnectRestrictions;

/** MQTT 3.1.1, which has no reason codes and no expiry. */
final class Link3 implements Link {
    /**
     * MQTT 3.1.1 has no word for how much one takes, so the client's builder does not offer it; the client itself has the limit,
     * and ends a connection on which more comes. How many are under way a broker decides by itself.
     */
    private static final Mqtt3ConnectRestrictions RESTRICTIONS = new MqttConnectRestrictions(
            Mqtt5ConnectRestrictions.DEFAULT_RECEIVE_MAXIMUM,
            Mqtt5ConnectRestrictions.DEFAULT_SEND_MAXIMUM,
            Transport.LARGEST_PACKET_BYTES,
            Mqtt5ConnectRestrictions.DEFAULT_SEND_MAXIMUM_PACKET_SIZE,
            Mqtt5ConnectRestrictions.DEFAULT_TOPIC_ALIAS_MAXIMUM,
            Mqtt5ConnectRestrictions.DEFAULT_SEND_TOPIC_ALIAS_MAXIMUM,
            Mqtt5ConnectRestrictions.DEFAULT_REQUEST_PROBLEM_INFORMATION,
            Mqtt5ConnectRestrictions.DEFAULT_REQUEST_RESPONSE_INFORMATION);

    private final Mqtt3AsyncClient client;
    private final BrokerSettings settings;
    private volatile boolean stood;

    /** @throws Transport.CaFileException when the file of certificates cannot be read */
    Link3(BrokerSettings settings, Events events) {
        this.settings = settings;
        client = Mqtt3Client.builder()
                .identifier(settings.clientId())
                .transportConfig(Transport.of(settings))
                .executorConfig(Transport.threads())
                .addConnectedListener(context -> stood = true)
                .addDisconnectedListener(context -> {
                    if (stood) {
                        events.ended(this, context.getCause());
                    }
                })
                .buildAsync();
        client.publishes(MqttGlobalPublishFilter.ALL, publish -> events.received(message(publish)));
    }

    /** @throws CredentialsException when there is no password to be had */
    @Override
    public CompletableFuture<?> connect() {
        var connect = Mqtt3Connect.builder()
                .cleanSession(true)
                .keepAlive(Transport.KEEP_ALIVE_SECONDS)
                .restrictions(RESTRICTIONS);
        Optional<Credentials> credentials = settings.credentials().get();
        if (credentials.isPresent()) {
            connect = connect.simpleAuth(auth(credentials.get()));
        }
        if (settings.will().isPresent()) {
            connect = connect.willPublish(written(settings.will().get()));
        }
        return client.connect(connect.build());
    }

    @Override
    public CompletableFuture<?> publish(MqttMessage message) {
        return client.publish(written(message));
    }

    @Override
    public CompletableFuture<?> subscribe(String filter, int qos) {
        return client.subscribeWith()
                .topicFilter(filter)
                .qos(MqttQos.fromCode(qos))
                .send();
    }

    @Override
    public CompletableFuture<?> disconnect() {
        return client.disconnect();
    }

    private static Mqtt3SimpleAuth auth(Credentials credentials) {
        var auth = Mqtt3SimpleAuth.builder().username(credentials.user());
        return credentials.hasPassword()
                ? auth.password(credentials.passwordBytes()).build()
                : auth.build();
    }

    /** A broker that does not forget by itself is not asked to keep what expires. */
    private static Mqtt3Publish written(MqttMessage message) {
        return Mqtt3Publish.builder()
                .topic(message.topic())
                .payload(message.payload())
                .qos(MqttQos.fromCode(message.qos()))
                .retain(message.retained() && message.expiry().isEmpty())
                .build();
    }

    private static MqttMessage message(Mqtt3Publish publish) {
        return new MqttMessage(
                publish.getTopic().toString(),
                publish.getPayloadAsBytes(),
                publish.getQos().getCode(),
                publish.isRetain(),
                Optional.empty());
    }
}
