package energy.sem.bridge;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import energy.sem.local.process.ChildProcess;
import energy.sem.local.test.TestServices;

import static energy.sem.tests.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

/** After a power cut a service often starts before the nameserver does. The packaged bridge, as it runs in production. */
class LateNameIT {
    private static final Pattern LISTENING = Pattern.compile("Listening on: (http://127\\.0\\.0\\.1:\\d+)");
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String COMPLAINT = "cannot be read, and is tried on";

    @TempDir
    Path folder;

    @Test
    void while_no_nameserver_knows_kafka_it_lives_and_waits_and_then_hears_meters() throws Exception {
        Path hosts = Files.writeString(folder.resolve("hosts"), "127.0.0.1 localhost\n");
        Path log = folder.resolve("log");
        ChildProcess late = ChildProcess.start("late-name", command(hosts), environment(), log);
        try (Telegrams telegrams = new Telegrams(TestServices.get().bootstrapServers())) {
            await().atMost(PATIENCE)
                    .ignoreExceptions()
                    .until(() -> get(log, "/q/health/live").statusCode() == 200);
            await().atMost(PATIENCE).until(() -> Files.readString(log).contains(COMPLAINT));
            Response ready = get(log, "/q/health/ready");
            assertThat(ready.statusCode()).isEqualTo(503);
            assertThat(ready.asString()).contains("does not answer");

            Files.writeString(hosts, "127.0.0.1 localhost kafka.late.test\n");

            await().atMost(PATIENCE).until(() -> get(log, "/q/health/ready").statusCode() == 200);
            Instant now = Instant.ofEpochMilli(Instant.now().toEpochMilli());
            telegrams.publish(Readings.event("late", now, 1000));
            await().atMost(PATIENCE)
                    .until(() -> get(log, "/api/v1/bridge").asString().contains("{\"name\":\"late\",\"heard\":true}"));
            assertThat(Files.readString(log).split(COMPLAINT, -1)).hasSize(2);
        } finally {
            late.kill();
        }
    }

    private static List<String> command(Path hosts) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dquarkus.http.port=0",
                "-Djdk.net.hosts.file=" + hosts,
                "-Dsun.net.inetaddr.negative.ttl=0",
                "-jar",
                Path.of("target", "quarkus-app", "quarkus-run.jar").toString());
    }

    private Map<String, String> environment() {
        return Map.of(
                "KAFKA_BOOTSTRAP_SERVERS",
                TestServices.get().bootstrapServers().replace("127.0.0.1", "kafka.late.test"),
                // Nobody is there; whoever publishes reads telegrams.
                "SEM_MQTT_URL",
                "mqtt://127.0.0.1:1",
                "SEM_BRIDGE_FOLDER",
                folder.resolve("bridge").toString());
    }

    private static Response get(Path log, String path) throws Exception {
        Matcher listening = LISTENING.matcher(Files.readString(log));
        assertThat(listening.find()).as("it listens").isTrue();
        return RestAssured.get(listening.group(1) + path);
    }
}
