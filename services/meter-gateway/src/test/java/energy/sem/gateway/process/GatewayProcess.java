package energy.sem.gateway.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import energy.sem.local.process.ChildProcess;
import energy.sem.local.process.FreePort;

/** The packaged gateway, started, killed and started again on one port with one backlog. */
final class GatewayProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");

    /** What the images and {@code ./sem up} give, unless told. */
    static final String HEAP = System.getProperty("sem.heap", "96m");

    private final Map<String, String> environment;
    private final Path log;
    private final URI base;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private volatile CompletableFuture<Void> started = new CompletableFuture<>();
    private ChildProcess process;

    GatewayProcess(Path folder, Map<String, String> environment) {
        int port = FreePort.find();
        this.base = URI.create("http://127.0.0.1:" + port);
        this.log = folder.resolve("gateway.log");
        this.environment = new HashMap<>(environment);
        this.environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        this.environment.put("SEM_BACKLOG_FOLDER", folder.resolve("backlog").toString());
    }

    /** Starts it and waits until it is ready. */
    void start() {
        process = ChildProcess.start(
                "gateway",
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + HEAP,
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-jar",
                        JAR.toString()),
                environment,
                log);
        process.awaitReady(this::isReady, PATIENCE);
        started.complete(null);
    }

    /** Waits until it is started again if it was killed. */
    void awaitStarted() {
        started.completeOnTimeout(null, PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    private boolean isReady() {
        try {
            return get("/q/health/ready").statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** As kill -9 or a power cut does. */
    void kill() {
        started = new CompletableFuture<>();
        process.kill();
    }

    /** Stops its clock, as a machine that swaps does, until it is thawed. */
    void freeze() {
        process.freeze();
    }

    void thaw() {
        process.thaw();
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    HttpResponse<String> get(String path) throws IOException {
        return send(HttpRequest.newBuilder(base.resolve(path)).timeout(Duration.ofSeconds(10)));
    }

    HttpResponse<String> push(String meter, String key, String telegrams) throws IOException {
        return send(HttpRequest.newBuilder(base.resolve("/api/v1/meters/" + meter + "/telegrams"))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "text/plain")
                .header("X-API-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(telegrams, StandardCharsets.ISO_8859_1)));
    }

    /** Asks the administrator's door; {@code path} is what follows the meters' address, {@code body} JSON or a file of meters. */
    HttpResponse<String> administer(String method, String path, String key, String body) {
        try {
            return send(HttpRequest.newBuilder(base.resolve("/api/v1/admin/meters" + path))
                    .timeout(Duration.ofMinutes(2))
                    .header("Content-Type", body.startsWith("meter") ? "text/csv" : "application/json")
                    .header("X-API-Key", key)
                    .method(method, HttpRequest.BodyPublishers.ofString(body)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    @Override
    public void close() {
        if (process != null) {
            process.close();
        }
    }
}
