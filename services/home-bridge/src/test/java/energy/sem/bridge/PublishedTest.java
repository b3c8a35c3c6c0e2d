package energy.sem.bridge;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.All;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import energy.sem.bridge.homeassistant.Announcement;
import energy.sem.bridge.homeassistant.DiscoveryRules;
import energy.sem.bridge.homeassistant.Entity;
import energy.sem.bridge.value.EntitySource;
import energy.sem.local.test.Mosquitto;
import energy.sem.local.test.SemTestServices;
import energy.sem.mqtt.Credentials;
import energy.sem.mqtt.MqttMessage;

import static energy.sem.tests.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

/** From Kafka to a real Mosquitto, as a user with no more rights than the documentation gives. */
@QuarkusTest
@WithTestResource(SemTestServices.class)
@WithTestResource(BrokerInTests.class)
class PublishedTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DISCOVERY = "homeassistant/device/sem_1SEM0000000001/config";

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @Inject
    @All
    List<EntitySource> sources;

    private Mosquitto broker;
    private Watcher watcher;
    private Telegrams telegrams;

    @BeforeEach
    void open() throws Exception {
        broker = BrokerInTests.broker();
        watcher = new Watcher(broker.address(), new Credentials(BrokerInTests.WATCHER, BrokerInTests.WATCHER));
        telegrams = new Telegrams(bootstrapServers);
    }

    @AfterEach
    void close() {
        if (watcher != null) {
            watcher.close();
        }
        if (telegrams != null) {
            telegrams.close();
        }
    }

    @Test
    void a_reading_is_published_with_all_that_is_known_of_it() throws Exception {
        Instant now = Instant.now();
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            speak("home");
            assertThat(Instant.parse(json("sem/home/state").path("at").asText("1970-01-01T00:00:00Z")))
                    .isAfterOrEqualTo(now.minusMillis(1));
            assertThat(json("sem/home/state").path("quarterProjectedW").asInt()).isEqualTo(1900);
            assertThat(json("sem/home/cost/today").path("cost").asText()).isEqualTo("1.23");
            assertThat(json(DISCOVERY).path("components").has("cost_month")).isTrue();
            assertThat(watcher.of("sem/home/live")).isPresent();
            assertThat(watcher.of("sem/home/registers/" + Readings.GAS)).isPresent();
            assertThat(watcher.of("sem/home/cost/month")).isPresent();
            assertThat(watcher.of("dsmr/reading/electricity_currently_delivered"))
                    .isPresent();
        });

        assertThat(watcher.of("sem/availability")).hasValue("online");
        assertThat(watcher.of("sem/home/availability")).hasValue("online");
        JsonNode state = json("sem/home/state");
        assertThat(state.path("powerW").asInt()).isEqualTo(642);
        assertThat(state.path("voltageL2V").asText()).isEqualTo("235.1");
        assertThat(state.path("quarterDemandW").asInt()).isEqualTo(1200);
        assertThat(state.path("monthPeakKw").asText()).isEqualTo("4.2");
        assertThat(json("sem/home/registers").path("importT2Kwh").asText()).isEqualTo("2.0");
        assertThat(json("sem/home/registers/" + Readings.GAS).path("m3").asText())
                .isEqualTo("112.384");
        assertThat(json("sem/home/live").path("powerW").asInt()).isEqualTo(642);
        JsonNode month = json("sem/home/cost/month");
        assertThat(month.path("importKwh").asText()).isEqualTo("3.2");
        assertThat(month.path("from").asText()).matches(".*-01T00:00:00\\+0[12]:00");
        assertThat(month.path("peakFrom").asText()).isEqualTo("2026-11-04T18:15:00+01:00");
        assertThat(watcher.of("dsmr/reading/electricity_currently_delivered")).hasValue("0.642");
        assertThat(json("homeassistant/device/sem_" + Readings.GAS + "/config")
                        .path("device")
                        .path("via_device")
                        .asText())
                .isEqualTo("sem_" + Readings.SERIAL);
        RestAssured.get("/api/v1/bridge")
                .then()
                .body("mqtt.connected", equalTo(true))
                .body("mqtt.version", equalTo("5"))
                .body("mqtt.trouble", equalTo(null));
        assertThat(RestAssured.get("/api/v1/bridge").asString()).doesNotContain(BrokerInTests.PASSWORD);
    }

    @Test
    void every_message_that_is_really_sent_keeps_home_assistants_rules() throws Exception {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            speak("home");
            assertThat(watcher.of(DISCOVERY)).isPresent();
            assertThat(watcher.of("homeassistant/device/sem_" + Readings.GAS + "/config"))
                    .isPresent();
        });
        DiscoveryRules rules = new DiscoveryRules();
        List<MqttMessage> messages = watcher.all.stream()
                .filter(each -> each.topic().startsWith("homeassistant/")
                        && each.topic().endsWith("/config"))
                // One topic is said again when there is more; what holds is the last.
                .collect(Collectors.toMap(MqttMessage::topic, each -> each, (old, newer) -> newer))
                .values()
                .stream()
                .toList();
        assertThat(messages).hasSizeGreaterThan(4);
        for (MqttMessage each : messages) {
            assertThat(rules.broken(new Announcement(each.topic(), each.text())))
                    .isEmpty();
        }
        JsonNode components = json(DISCOVERY).path("components");
        assertThat(sources).isNotEmpty();
        for (EntitySource source : sources) {
            for (Entity each : source.entities(Readings.state("home", Instant.now()))) {
                assertThat(components.has(each.key())).as(each.key()).isTrue();
            }
        }
        assertThat(components.has("guard_allowed_import")).isTrue();
    }

    @Test
    void a_past_that_is_replayed_is_never_published() throws Exception {
        await().until(() -> watcher.isConnected());
        Instant lastYear = Instant.now().minus(Duration.ofDays(365));
        for (int i = 0; i < 20; i++) {
            telegrams.publish(Readings.event("past", lastYear.plusSeconds(i), 1000 + i));
        }
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            speak("after");
            assertThat(watcher.of("sem/after/state")).isPresent();
        });

        assertThat(watcher.all).noneMatch(each -> each.topic().startsWith("sem/past/"));
    }

    @Test
    void a_broker_that_forgot_everything_shows_the_truth_within_five_seconds() throws Exception {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            speak("home");
            assertThat(watcher.of("sem/home/state")).isPresent();
        });

        broker.kill();
        await().until(() -> !watcher.isConnected());
        speak("home");
        Instant newest = speak("home");
        watcher.forget();
        broker.start();

        await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> {
            assertThat(watcher.of("sem/availability")).hasValue("online");
            assertThat(watcher.of("sem/home/availability")).hasValue("online");
            assertThat(watcher.of(DISCOVERY)).isPresent();
            assertThat(json("sem/home/registers").path("at").asText()).isEqualTo(newest.toString());
            assertThat(watcher.of("sem/home/cost/today")).isPresent();
            assertThat(watcher.of("dsmr/reading/timestamp")).isPresent();
        });
        assertThat(watcher.all)
                .filteredOn(each -> each.topic().equals("sem/home/state"))
                .allMatch(each -> each.text().contains(newest.toString()));
    }

    @Test
    void when_home_assistant_starts_everything_is_said_again() throws Exception {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            speak("home");
            assertThat(watcher.of(DISCOVERY)).isPresent();
        });
        long before = watcher.count(DISCOVERY);

        watcher.say("homeassistant/status", "online");

        await().atMost(Duration.ofSeconds(15)).until(() -> watcher.count(DISCOVERY) > before);
    }

    private Instant speak(String meter) throws Exception {
        Instant now = Instant.ofEpochMilli(Instant.now().toEpochMilli());
        telegrams.publish(Readings.event(meter, now, now.getEpochSecond()));
        return now;
    }

    private JsonNode json(String topic) throws Exception {
        return JSON.readTree(watcher.of(topic).orElse("{}"));
    }
}
