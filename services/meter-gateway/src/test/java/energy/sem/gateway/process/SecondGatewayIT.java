package energy.sem.gateway.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import energy.sem.gateway.backlog.Backlog;

import static energy.sem.tests.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

/** In a cluster the next pod starts while the one before it still ends, or its machine was lost: both have one folder. */
class SecondGatewayIT {
    private static final Map<String, String> SETTINGS = Map.of(
            "KAFKA_BOOTSTRAP_SERVERS",
            "localhost:1",
            "SEM_METERS_HOME_SOURCE",
            "push",
            "SEM_METERS_HOME_API_KEY",
            "key-of-the-tests");

    @TempDir
    Path folder;

    @Test
    void it_waits_for_the_first_one_to_end_and_then_starts() throws Exception {
        try (GatewayProcess second = new GatewayProcess(folder, SETTINGS)) {
            CompletableFuture<Void> started;
            try (Backlog first =
                    Backlog.open(folder.resolve("backlog"), 1 << 20, Duration.ofDays(1), Clock.systemUTC())) {
                assertThat(first.isOpen()).isTrue();
                started = CompletableFuture.runAsync(second::start);
                awaitWaiting();
                assertThat(second.isAlive()).isTrue();
            }
            started.get(1, TimeUnit.MINUTES);
            assertThat(second.get("/q/health/ready").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void who_waits_ends_when_told_to() throws Exception {
        try (GatewayProcess second = new GatewayProcess(folder, SETTINGS);
                Backlog first =
                        Backlog.open(folder.resolve("backlog"), 1 << 20, Duration.ofDays(1), Clock.systemUTC())) {
            assertThat(first.isOpen()).isTrue();
            CompletableFuture<Void> started = CompletableFuture.runAsync(second::start);
            awaitWaiting();

            ProcessHandle.of(second.pid()).orElseThrow().destroy();

            await().atMost(Duration.ofSeconds(10)).until(() -> !second.isAlive());
            assertThat(started).failsWithin(Duration.ofMinutes(1));
        }
    }

    private void awaitWaiting() {
        await().atMost(Duration.ofMinutes(1)).ignoreExceptions().until(() -> Files.readString(
                        folder.resolve("gateway.log"))
                .contains(
                        "is in use by another gateway: give each its own sem.backlog.folder. Waiting for it to end."));
    }
}
