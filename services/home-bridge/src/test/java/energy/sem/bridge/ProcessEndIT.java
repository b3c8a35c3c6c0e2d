package energy.sem.bridge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import energy.sem.local.process.ChildProcess;
import energy.sem.local.process.FreePort;
import energy.sem.local.test.Mosquitto;
import energy.sem.local.test.TestServices;
import energy.sem.mqtt.Credentials;

import static energy.sem.tests.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

/** The packaged bridge as a process of its own: what the broker says when it ends, and that its secrets stay its own. */
class ProcessEndIT {
    private static final String PASSWORD = "right-and-secret";
    private static final Duration START = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    private Mosquitto broker;
    private Watcher watcher;
    private ChildProcess bridge;

    @BeforeEach
    void open() {
        broker = Mosquitto.orSkip()
                .withUser("sem", PASSWORD)
                .withUser("watcher", "watcher")
                .start();
        watcher = new Watcher(broker.address(), new Credentials("watcher", "watcher"));
    }

    @AfterEach
    void close() {
        for (AutoCloseable each : new AutoCloseable[] {bridge, watcher, broker}) {
            try {
                if (each != null) {
                    each.close();
                }
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Test
    void a_bridge_that_is_killed_is_offline_by_its_will() {
        start(PASSWORD);
        await().atMost(START).until(() -> watcher.of("sem/availability").equals(Optional.of("online")));

        bridge.kill();

        await().atMost(Duration.ofSeconds(5))
                .until(() -> watcher.of("sem/availability").equals(Optional.of("offline")));
    }

    @Test
    void a_bridge_that_is_stopped_says_itself_that_it_is_offline() {
        start(PASSWORD);
        await().atMost(START).until(() -> watcher.of("sem/availability").equals(Optional.of("online")));

        bridge.stop(Duration.ofSeconds(15));

        await().atMost(Duration.ofSeconds(5))
                .until(() -> watcher.of("sem/availability").equals(Optional.of("offline")));
    }

    @Test
    void a_meter_that_is_not_heard_after_a_restart_is_offline_and_not_as_the_broker_kept_it() throws Exception {
        String kafka = TestServices.get().bootstrapServers();
        start(PASSWORD, Map.of("KAFKA_BOOTSTRAP_SERVERS", kafka));
        try (Telegrams telegrams = new Telegrams(kafka)) {
            await().atMost(START).pollInterval(Duration.ofSeconds(1)).until(() -> {
                Instant now = Instant.ofEpochMilli(Instant.now().toEpochMilli());
                telegrams.publish(Readings.event("restarted", now, now.getEpochSecond()));
                return watcher.of("sem/restarted/availability").equals(Optional.of("online"));
            });
        }
        bridge.kill();
        bridge.close();
        await().atMost(START).until(() -> watcher.of("sem/availability").equals(Optional.of("offline")));

        start(PASSWORD, Map.of("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:1"));

        await().atMost(START).until(() -> watcher.of("sem/availability").equals(Optional.of("online")));
        await().atMost(Duration.ofSeconds(5))
                .until(() -> watcher.of("sem/restarted/availability").equals(Optional.of("offline")));
    }

    @Test
    void a_wrong_password_is_said_once_in_the_log_and_stands_nowhere() throws Exception {
        start("wrong-and-secret");
        await().atMost(START).until(() -> log().contains("does not let user sem in"));

        assertThat(log().split("does not let user sem in", -1)).hasSize(2);
        assertThat(log()).doesNotContain("and-secret");
        assertThat(Files.readString(Path.of("/proc/" + bridge.pid() + "/cmdline")))
                .doesNotContain("and-secret");
    }

    @Test
    void a_wrong_setting_ends_the_start_with_a_line_that_names_it() {
        start(PASSWORD, Map.of("SEM_MQTT_EVERY", "PT10M"));

        await().atMost(START).until(() -> !bridge.isAlive());
        assertThat(log()).contains("setting sem.mqtt.every: PT10M is not between PT1S and PT5M");
    }

    private void start(String password) {
        start(password, Map.of());
    }

    private void start(String password, Map<String, String> more) {
        Map<String, String> environment = new TreeMap<>(Map.of(
                "SEM_MQTT_URL",
                broker.address(),
                "SEM_MQTT_USERNAME",
                "sem",
                "SEM_MQTT_PASSWORD",
                password,
                "SEM_BRIDGE_FOLDER",
                folder.resolve("bridge").toString(),
                "QUARKUS_HTTP_PORT",
                Integer.toString(FreePort.find()),
                "KAFKA_BOOTSTRAP_SERVERS",
                "127.0.0.1:1"));
        environment.putAll(more);
        bridge = ChildProcess.start(
                "home-bridge",
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        Path.of("target/quarkus-app/quarkus-run.jar").toString()),
                environment,
                folder.resolve("log"));
    }

    private String log() {
        try {
            return Files.readString(folder.resolve("log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
