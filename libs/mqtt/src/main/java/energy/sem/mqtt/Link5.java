package energy.sem.mqtt;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import com.hivemq.client.mqtt.mqtt5.Mqtt5ClientBuilder;
import com.hivemq.client.mqtt.mqtt5.message.auth.Mqtt5SimpleAuth;
import com.hivemq.client.mqtt.mqtt5.message.connect.Mqtt5Connect;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import com.hivemq.client.mqtt.mqtt5.message.subscribe.Mqtt5RetainHandling;

/** MQTT 5. A broker does not send what is larger than we say that we take. */
final class Link5 implements Link {
    private final Mqtt5AsyncClient client;
    private final BrokerSettings settings;
    private volatile boolean stood;

    /** @throws Transport.CaFileException when the file of certificates cannot be read */
    Link5(BrokerSettings settings, Events events) {
        this.settings = settings;
        Mqtt5ClientBuilder builder = Mqtt5Client.builder()
                .identifier(settings.clientId())
                .transportConfig(Transport.of(settings))
                .executorConfig(Transport.threads())
                .addConnectedListener(context -> stood = true)
                .addDisconnectedListener(context -> {
                    if (stood) {
                        events.ended(this, context.getCause());
                    }
                });
        client = builder.buildAsync();
        client.publishes(MqttGlobalPublishFilter.ALL, publish -> events.received(message(publish)));
    }

    /** @throws CredentialsException when there is no password to be had */
    @Override
    public CompletableFuture<?> connect() {
        var connect = Mqtt5Connect.builder()
                .cleanStart(true)
                .sessionExpiryInterval(0)
                .keepAlive(Transport.KEEP_ALIVE_SECONDS)
                .restrictions()
                .maximumPacketSize(Transport.LARGEST_PACKET_BYTES)
                .receiveMaximum(Transport.MOST_UNDER_WAY)
                .applyRestrictions();
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
        return client.publish(written(message)).thenAccept(result -> {
            if (result.getError().isPresent()) {
                throw new RefusedException(result.getError().get());
            }
        });
    }

    @Override
    public CompletableFuture<?> subscribe(String filter, int qos) {
        return client.subscribeWith()
                .topicFilter(filter)
                .qos(MqttQos.fromCode(qos))
                .retainHandling(Mqtt5RetainHandling.SEND)
                .send();
    }

    @Override
    public CompletableFuture<?> disconnect() {
        return client.disconnect();
    }

    private static Mqtt5SimpleAuth auth(Credentials credentials) {
        var auth = Mqtt5SimpleAuth.builder().username(credentials.user());
        return credentials.hasPassword()
                ? auth.password(credentials.passwordBytes()).build()
                : auth.build();
    }

    private static Mqtt5Publish written(MqttMessage message) {
        var publish = Mqtt5Publish.builder()
                .topic(message.topic())
                .payload(message.payload())
                .qos(MqttQos.fromCode(message.qos()))
                .retain(message.retained());
        Optional<Duration> expiry = message.expiry();
        return expiry.isPresent()
                ? publish.messageExpiryInterval(Math.max(1, expiry.get().toSeconds()))
                        .build()
                : publish.build();
    }

    private static MqttMessage message(Mqtt5Publish publish) {
        return new MqttMessage(
                publish.getTopic().toString(),
                publish.getPayloadAsBytes(),
                publish.getQos().getCode(),
                publish.isRetain(),
                Optional.empty());
    }
}
