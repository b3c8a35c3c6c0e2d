package energy.sem.history;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import energy.sem.local.process.ChildProcess;
import energy.sem.local.test.TestServices;

import static energy.sem.tests.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

/** The packaged service as a process, with the memory that `./sem up` gives it, on the tests' Kafka and MariaDB. */
public final class PackagedHistory implements AutoCloseable {
    private static final Pattern LISTENING = Pattern.compile("Listening on: (http://127\\.0\\.0\\.1:\\d+)");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final HttpClient client = HttpClient.newHttpClient();
    private final ChildProcess process;
    private final Path log;

    private PackagedHistory(ChildProcess process, Path log) {
        this.process = process;
        this.log = log;
    }

    /**
     * Starts it.
     *
     * @param name of the process, and of its log in the folder target
     * @param settings its environment besides where Kafka and the database are
     */
    public static PackagedHistory start(String name, Map<String, String> settings) throws IOException {
        Path log = Path.of("target", "history-" + name + ".log");
        Files.deleteIfExists(log);
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:TieredStopAtLevel=1",
                "-Dquarkus.http.port=0",
                "-jar",
                Path.of("target", "quarkus-app", "quarkus-run.jar").toString());
        Map<String, String> environment = new HashMap<>(settings);
        environment.put("KAFKA_BOOTSTRAP_SERVERS", TestServices.get().bootstrapServers());
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", TestServices.get().jdbcUrl("sem"));
        environment.put("QUARKUS_DATASOURCE_PASSWORD", TestServices.get().password("sem_history"));
        return new PackagedHistory(ChildProcess.start(name, command, environment, log), log);
    }

    public void awaitLive() {
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> get("/q/health/live").join().statusCode() == 200);
    }

    public void awaitEnd() {
        await().atMost(PATIENCE).until(() -> !process.isAlive());
    }

    /** What it answers, in a moment. */
    public CompletableFuture<HttpResponse<String>> get(String path) throws IOException {
        return client.sendAsync(
                HttpRequest.newBuilder(address(path)).timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Where it answers this path. */
    public URI address(String path) throws IOException {
        Matcher listening = LISTENING.matcher(said());
        assertThat(listening.find()).as("it listens").isTrue();
        return URI.create(listening.group(1) + path);
    }

    /** Its log so far. */
    public String said() throws IOException {
        return Files.readString(log);
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        process.kill();
    }
}
