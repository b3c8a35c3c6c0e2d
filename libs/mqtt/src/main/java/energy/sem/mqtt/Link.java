package energy.sem.mqtt;

import java.util.concurrent.CompletableFuture;

/**
 * One connection from its beginning to its end, by one version of the protocol; what follows is another one. Thread-safe.
 */
interface Link {

    /** Connects; what fails is as HiveMQ's client says it. */
    CompletableFuture<?> connect();

    /** Completes when the broker has taken the message, of QoS 0 when it is sent. */
    CompletableFuture<?> publish(MqttMessage message);

    /** Completes when the broker has agreed. */
    CompletableFuture<?> subscribe(String filter, int qos);

    /** Ends it in order: the broker then keeps the will to itself. */
    CompletableFuture<?> disconnect();

    /** What a link tells, on threads of the client. */
    interface Events {
        /** A connection that stood is gone. */
        void ended(Link link, Throwable cause);

        /** A message has come. */
        void received(MqttMessage message);
    }

    /** A link by this version, not connected yet. */
    static Link of(MqttVersion version, BrokerSettings settings, Events events) {
        return version == MqttVersion.V3_1_1 ? new Link3(settings, events) : new Link5(settings, events);
    }
}
