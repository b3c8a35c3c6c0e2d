package energy.sem.benchmarks.ingest;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import energy.sem.local.LocalServices;
import energy.sem.local.mariadb.DatabaseUser;
import energy.sem.local.process.ChildProcess;
import energy.sem.local.process.FreePort;

/** The packaged ingest as a process of its own, with more memory than on a Pi ({@code -Dingest.options}). */
final class IngestService implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final ChildProcess process;

    private IngestService(ChildProcess process) {
        this.process = process;
    }

    /**
     * Starts it and waits until it is ready.
     *
     * @param jar {@code quarkus-run.jar}
     */
    static IngestService start(Path jar, LocalServices services, Path folder, Duration linger) {
        int port = FreePort.find();
        List<String> command = Stream.concat(
                        Stream.of(Path.of(System.getProperty("java.home"), "bin", "java")
                                .toString()),
                        Stream.concat(
                                Stream.of(System.getProperty("ingest.options", "-Xmx1g -Xmn768m -XX:+UseParallelGC")
                                        .split(" ", -1)),
                                Stream.of("-Dquarkus.http.port=" + port, "-jar", jar.toString())))
                .toList();
        Map<String, String> environment = Map.of(
                "KAFKA_BOOTSTRAP_SERVERS", services.kafka().bootstrapServers(),
                "QUARKUS_DATASOURCE_JDBC_URL", services.mariaDb().jdbcUrl(),
                "QUARKUS_DATASOURCE_USERNAME", DatabaseUser.INGEST.userName(),
                "QUARKUS_DATASOURCE_PASSWORD", services.mariaDb().password(DatabaseUser.INGEST),
                "QUARKUS_FLYWAY_USERNAME", DatabaseUser.MIGRATE.userName(),
                "QUARKUS_FLYWAY_PASSWORD", services.mariaDb().password(DatabaseUser.MIGRATE),
                "SEM_INGEST_LINGER", linger.toString());
        ChildProcess process = ChildProcess.start("ingest", command, environment, folder.resolve("ingest.log"));
        process.awaitReady(() -> isReady(port), PATIENCE);
        return new IngestService(process);
    }

    long pid() {
        return process.pid();
    }

    /** Its clock stands still: SIGSTOP; a backlog gathers. */
    void freeze() throws IOException, InterruptedException {
        signal("STOP");
    }

    /** It goes on: SIGCONT. */
    void thaw() throws IOException, InterruptedException {
        signal("CONT");
    }

    @Override
    public void close() {
        process.close();
    }

    private void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(pid()))
                .inheritIO()
                .start()
                .waitFor();
    }

    private static boolean isReady(int port) {
        try {
            return HttpClient.newHttpClient()
                            .send(
                                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/q/health/ready"))
                                            .build(),
                                    BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
