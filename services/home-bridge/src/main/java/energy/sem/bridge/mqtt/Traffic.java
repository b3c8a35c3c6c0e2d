package energy.sem.bridge.mqtt;

import jakarta.inject.Singleton;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** How many messages the broker took and how many it did not, as metrics. Thread-safe. */
@Singleton
class Traffic {
    private final Counter taken;
    private final Counter refused;

    Traffic(MeterRegistry registry) {
        taken = Counter.builder("sem.mqtt.messages")
                .tag("outcome", "published")
                .description("Messages to the MQTT broker, by whether it took them")
                .register(registry);
        refused = Counter.builder("sem.mqtt.messages")
                .tag("outcome", "refused")
                .description("Messages to the MQTT broker, by whether it took them")
                .register(registry);
    }

    void count(boolean isTaken) {
        (isTaken ? taken : refused).increment();
    }
}
