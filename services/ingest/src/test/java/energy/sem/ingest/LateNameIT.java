package energy.sem.ingest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import energy.sem.ingest.kit.IngestProcess;
import energy.sem.local.test.TestServices;

import static energy.sem.tests.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

/** After a power cut a service often starts before the nameserver does. */
class LateNameIT {
    @TempDir
    Path folder;

    @Test
    void while_no_nameserver_knows_kafka_and_mariadb_it_lives_and_waits() throws Exception {
        Path hosts = Files.writeString(folder.resolve("hosts"), "127.0.0.1 localhost\n");
        String kafka = TestServices.get().bootstrapServers().replace("127.0.0.1", "kafka.late.test");
        String jdbc = TestServices.get().jdbcUrl("sem").replaceFirst("//[^:/]+", "//mariadb.late.test");
        try (IngestProcess late = IngestProcess.start(
                "late-name",
                List.of("-Djdk.net.hosts.file=" + hosts, "-Dsun.net.inetaddr.negative.ttl=0"),
                kafka,
                jdbc)) {
            await().ignoreExceptions().until(() -> late.get("/q/health/live").statusCode() == 200);
            assertThat(late.get("/q/health/ready").statusCode()).isEqualTo(503);
            assertThat(late.get("/q/health/ready").asString()).contains("known to no nameserver yet");

            Files.writeString(hosts, "127.0.0.1 localhost kafka.late.test mariadb.late.test\n");

            late.awaitReady();
            assertThat(late.isAlive()).isTrue();
        }
    }
}
