package energy.sem.bridge;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import energy.sem.local.test.Mosquitto;
import energy.sem.local.test.SemTestServices;
import energy.sem.mqtt.Credentials;

import static energy.sem.tests.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

/** The guard's numbers, from history to a real Mosquitto. */
@QuarkusTest
@WithTestResource(SemTestServices.class)
@WithTestResource(BrokerInTests.class)
class GuardPublishedTest {
    private static final String ALLOWED = "sem/home/guard/allowedImportW";

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    private Watcher watcher;
    private Telegrams telegrams;

    @BeforeEach
    void open() throws Exception {
        watcher = watcher();
        telegrams = new Telegrams(bootstrapServers);
        StandInHistory.guardSilent = false;
    }

    @AfterEach
    void close() {
        StandInHistory.guardSilent = false;
        if (watcher != null) {
            watcher.close();
        }
        if (telegrams != null) {
            telegrams.close();
        }
    }

    @Test
    void each_number_is_kept_for_who_comes_later_and_is_in_home_assistant() {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            speak();
            assertThat(watcher.of(ALLOWED)).hasValue("1950");
        });
        try (Watcher later = watcher()) {
            await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
                assertThat(later.all).anyMatch(each -> each.topic().equals(ALLOWED) && each.retained());
                assertThat(later.of("sem/home/guard/projectedW")).hasValue("2133");
                assertThat(later.of("sem/home/guard/targetW")).hasValue("2400");
                assertThat(later.of("sem/home/guard/secondsLeft")).hasValue("600");
                assertThat(later.of("homeassistant/device/sem_" + Readings.SERIAL + "/config"))
                        .hasValueSatisfying(config -> assertThat(config)
                                .contains("guard_allowed_import", "sensor.sem_home_guard_allowed_import"));
            });
        }
    }

    @Test
    void the_recipes_name_sensors_and_fields_that_there_are() throws Exception {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            speak();
            assertThat(watcher.of("homeassistant/device/sem_" + Readings.SERIAL + "/config"))
                    .isPresent();
            assertThat(watcher.of("sem/home/live")).isPresent();
        });
        String recipes = Files.readString(Path.of("../../docs/evcc.md"));
        List<String> sensors = named("(sensor\\.sem_home_[a-z_]+)", recipes);
        assertThat(sensors).hasSize(2);
        assertThat(watcher.of("homeassistant/device/sem_" + Readings.SERIAL + "/config"))
                .hasValueSatisfying(config -> assertThat(config).contains(sensors));
        List<String> fields = named("sem/home/live\\s+jq: \\.([A-Za-z]+)", recipes);
        assertThat(fields).hasSize(1);
        assertThat(watcher.of("sem/home/live"))
                .hasValueSatisfying(live -> assertThat(live).contains("\"" + fields.get(0) + "\":"));
    }

    private static List<String> named(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(each -> each.group(1))
                .distinct()
                .toList();
    }

    @Test
    void what_is_not_known_any_more_is_taken_back() {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            speak();
            assertThat(watcher.of(ALLOWED)).hasValue("1950");
        });
        StandInHistory.guardSilent = true;
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            speak();
            assertThat(watcher.of(ALLOWED)).hasValue("");
        });
        try (Watcher later = watcher()) {
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> later.of("sem/availability").isPresent());
            assertThat(later.of(ALLOWED)).isEmpty();
        }
    }

    private static Watcher watcher() {
        Mosquitto broker = BrokerInTests.broker();
        return new Watcher(broker.address(), new Credentials(BrokerInTests.WATCHER, BrokerInTests.WATCHER));
    }

    private void speak() throws Exception {
        Instant now = Instant.ofEpochMilli(Instant.now().toEpochMilli());
        telegrams.publish(Readings.event("home", now, now.getEpochSecond()));
    }
}
