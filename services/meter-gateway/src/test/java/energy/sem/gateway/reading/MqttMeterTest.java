package energy.sem.gateway.reading;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import energy.sem.gateway.KafkaTopic;
import energy.sem.gateway.TestMeters;
import energy.sem.local.test.Mosquitto;
import energy.sem.local.test.SemTestServices;
import energy.sem.mqtt.BrokerAddress;
import energy.sem.mqtt.BrokerSettings;
import energy.sem.mqtt.MqttConnection;
import energy.sem.mqtt.MqttListener;
import energy.sem.mqtt.MqttMessage;
import energy.sem.mqtt.MqttVersion;
import energy.sem.p1.Register;
import energy.sem.source.Telegrams;

import static energy.sem.tests.Waiting.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;

/** Telegrams that are published on a broker's topic reach Kafka, and what is none does not. */
@QuarkusTest
@WithTestResource(value = SemTestServices.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = TestMeters.class, scope = TestResourceScope.GLOBAL)
class MqttMeterTest {
    private static final Instant AT = Telegrams.now();

    @ConfigProperty(name = "sem.meters.topic.source")
    String source;

    private MqttConnection sender;

    @BeforeEach
    void connect() {
        Mosquitto.orSkip().close();
        sender = MqttConnection.open(new BrokerSettings(BrokerAddress.parse(source), "sender"), new MqttListener() {
            @Override
            public void connected(MqttVersion version) {
                // Asked by isConnected.
            }

            @Override
            public void trouble(String words) {
                // Seen by what does not arrive.
            }
        });
        await().until(sender::isConnected);
    }

    @AfterEach
    void disconnect() {
        if (sender != null) {
            sender.close();
        }
    }

    @Test
    void a_telegram_of_a_topic_is_an_event_and_a_damaged_one_is_counted() {
        await().untilAsserted(() -> {
            publish(telegram(Telegrams.text(AT, 900)));
            assertThat(wattHours()).contains(900L);
        });
        publish(telegram(Telegrams.withWrongCrc(AT.plusSeconds(1), 901)));
        publish(MqttMessage.of("dsmr/raw", "{\"P\":1}"));
        publish(telegram(Telegrams.text(AT.plusSeconds(2), 902)));

        await().untilAsserted(() -> assertThat(wattHours()).contains(902L));
        assertThat(wattHours()).doesNotContain(901L);
        given().get("/api/v1/meters")
                .then()
                .body("find { it.meter == 'topic' }.counts.crc", greaterThanOrEqualTo(1))
                .body("find { it.meter == 'topic' }.state", equalTo("receiving"));
    }

    private static List<Long> wattHours() {
        return KafkaTopic.events("topic").stream()
                .map(event -> event.electricity().registers().get(Register.IMPORT_T1_WH))
                .toList();
    }

    private static MqttMessage telegram(String text) {
        byte[] payload = text.getBytes(StandardCharsets.ISO_8859_1);
        return new MqttMessage("dsmr/raw", payload, 1, false, Optional.empty());
    }

    private void publish(MqttMessage message) {
        sender.publish(message).join();
    }
}
