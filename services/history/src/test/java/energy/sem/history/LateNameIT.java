package energy.sem.history;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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

/** After a power cut a service often starts before the nameserver does. The packaged service, as it runs in production. */
class LateNameIT {
    private static final Pattern LISTENING = Pattern.compile("Listening on: (http://127\\.0\\.0\\.1:\\d+)");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    @Test
    void while_no_nameserver_knows_kafka_and_mariadb_it_lives_and_waits() throws Exception {
        Path hosts = Files.writeString(folder.resolve("hosts"), "127.0.0.1 localhost\n");
        Path log = Path.of("target", "history-late-name.log");
        Files.deleteIfExists(log);
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "-Dquarkus.http.port=0",
                "-Djdk.net.hosts.file=" + hosts,
                "-Dsun.net.inetaddr.negative.ttl=0",
                "-jar",
                Path.of("target", "quarkus-app", "quarkus-run.jar").toString());
        Map<String, String> environment = Map.of(
                "KAFKA_BOOTSTRAP_SERVERS",
                TestServices.get().bootstrapServers().replace("127.0.0.1", "kafka.late.test"),
                "QUARKUS_DATASOURCE_JDBC_URL",
                TestServices.get().jdbcUrl("sem").replaceFirst("//[^:/]+", "//mariadb.late.test"),
                "QUARKUS_DATASOURCE_PASSWORD",
                TestServices.get().password("sem_history"));
        ChildProcess late = ChildProcess.start("late-name", command, environment, log);
        try {
            await().atMost(PATIENCE)
                    .ignoreExceptions()
                    .until(() -> get(log, "/q/health/live").statusCode() == 200);
            Response ready = get(log, "/q/health/ready");
            assertThat(ready.statusCode()).isEqualTo(503);
            assertThat(ready.asString()).contains("known to no nameserver yet");
            assertThat(get(log, "/api/v1/meters").statusCode()).isEqualTo(503);

            Files.writeString(hosts, "127.0.0.1 localhost kafka.late.test mariadb.late.test\n");

            await().atMost(PATIENCE)
                    .ignoreExceptions()
                    .until(() -> get(log, "/q/health/ready").statusCode() == 200);
            assertThat(late.isAlive()).isTrue();
        } finally {
            late.kill();
        }
    }

    private static Response get(Path log, String path) throws Exception {
        Matcher listening = LISTENING.matcher(Files.readString(log));
        assertThat(listening.find()).as("it listens").isTrue();
        return RestAssured.get(listening.group(1) + path);
    }
}
