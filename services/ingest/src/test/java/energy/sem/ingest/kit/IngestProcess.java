package energy.sem.ingest.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.restassured.RestAssured;
import io.restassured.response.Response;

import energy.sem.local.process.ChildProcess;
import energy.sem.local.test.TestServices;

import static energy.sem.tests.Waiting.await;
import static java.nio.charset.StandardCharsets.UTF_8;

/** The packaged service in a process of its own, as it runs in production, which may be killed, frozen and replaced. */
public final class IngestProcess implements AutoCloseable {
    private static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final Pattern LISTENING = Pattern.compile("Listening on: (http://127\\.0\\.0\\.1:\\d+)");

    private static final String ADMIN_KEY = "key-of-the-tests";

    private final ChildProcess process;
    private final Path log;

    private IngestProcess(ChildProcess process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** A replica on the shared Kafka and MariaDB. */
    public static IngestProcess start(String name) {
        return start(name, TestServices.get().jdbcUrl("sem"), TestServices.get()::password, "sem-ingest");
    }

    /** One with a database and a consumer group of its own. */
    public static IngestProcess start(String name, String jdbcUrl, PasswordOf passwords, String group) {
        return start(name, jdbcUrl, passwords, group, Map.of());
    }

    /** The same with further settings. */
    public static IngestProcess start(
            String name, String jdbcUrl, PasswordOf passwords, String group, Map<String, String> more) {
        Path log = Path.of("target", "ingest-" + name + ".log");
        try {
            Files.deleteIfExists(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String> command = command(group, List.of());
        Map<String, String> environment = new HashMap<>(environment(jdbcUrl, passwords));
        environment.putAll(more);
        return new IngestProcess(ChildProcess.start(name, command, environment, log), log);
    }

    /** One on the shared Kafka and MariaDB under other names, with more options of the JVM. */
    public static IngestProcess start(String name, List<String> options, String kafka, String jdbcUrl)
            throws IOException {
        Path log = Path.of("target", "ingest-" + name + ".log");
        Files.deleteIfExists(log);
        List<String> command = command("sem-ingest-" + name, List.of());
        command.addAll(1, options);
        Map<String, String> environment = new HashMap<>(environment(jdbcUrl, TestServices.get()::password));
        environment.put("KAFKA_BOOTSTRAP_SERVERS", kafka);
        return new IngestProcess(ChildProcess.start(name, command, environment, log), log);
    }

    /** Runs one of the service's commands to its end; gives what it printed. */
    public static String run(List<String> arguments) throws IOException, InterruptedException {
        return run(TestServices.get().jdbcUrl("sem"), TestServices.get()::password, arguments);
    }

    /** The same with a database of its own. */
    public static String run(String jdbcUrl, PasswordOf passwords, List<String> arguments)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command("sem-ingest", arguments));
        builder.environment().putAll(environment(jdbcUrl, passwords));
        Process process = builder.redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
        return printed + "exit code " + process.waitFor();
    }

    private static List<String> command(String group, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms128m",
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                // One that is killed leaves there the file that it was importing.
                "-Djava.io.tmpdir=" + Path.of("target").toAbsolutePath(),
                // One that nobody else has: its log says which.
                "-Dquarkus.http.port=0",
                "-Dmp.messaging.incoming.telegrams.group.id=" + group,
                // A killed replica's partitions are given to others after this long.
                "-Dmp.messaging.incoming.telegrams.session.timeout.ms=6000",
                "-Dmp.messaging.incoming.telegrams.heartbeat.interval.ms=1000",
                "-Dmp.messaging.incoming.telegrams.max.poll.interval.ms=6000",
                "-Dingest.idle-transaction-seconds=5",
                // A broker that is back is found at once.
                "-Dmp.messaging.incoming.telegrams.reconnect.backoff.max.ms=500",
                // Small enough that a test meets many batches.
                "-Dmp.messaging.incoming.telegrams.max.poll.records=1000",
                "-jar",
                JAR.toString()));
        command.addAll(arguments);
        return command;
    }

    private static Map<String, String> environment(String jdbcUrl, PasswordOf passwords) {
        return Map.of(
                "KAFKA_BOOTSTRAP_SERVERS",
                TestServices.get().bootstrapServers(),
                "QUARKUS_DATASOURCE_JDBC_URL",
                jdbcUrl,
                "QUARKUS_DATASOURCE_USERNAME",
                "sem_ingest",
                "QUARKUS_DATASOURCE_PASSWORD",
                passwords.of("sem_ingest"),
                "QUARKUS_FLYWAY_USERNAME",
                "sem_migrate",
                "QUARKUS_FLYWAY_PASSWORD",
                passwords.of("sem_migrate"),
                "SEM_INGEST_LINGER",
                "PT0.2S",
                "SEM_ADMIN_KEY",
                ADMIN_KEY);
    }

    /** Waits until it has its tables and says it stores. */
    public IngestProcess awaitReady() {
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> get("/q/health/ready").statusCode() == 200);
        return this;
    }

    /** Waits until it says that it cannot store. */
    public void awaitTrouble() {
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> get("/q/health/ready").statusCode() == 503);
    }

    /**
     * What it answers to a request.
     *
     * @throws IllegalStateException when it does not listen yet
     */
    public Response get(String path) {
        return RestAssured.get(address() + path);
    }

    /** What it answers to bytes that are sent with the administrator's key. */
    public Response send(String path, byte[] body) {
        return RestAssured.given()
                .header("X-API-Key", ADMIN_KEY)
                .contentType("application/octet-stream")
                .body(body)
                .post(address() + path);
    }

    /** False when it has ended. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** Ends it at once, by SIGKILL. */
    public void kill() {
        process.kill();
    }

    /** Asks it to end, by SIGTERM, and waits for it. */
    public void stop() {
        process.stop(Duration.ofSeconds(30));
    }

    /** Stops its clock, as a laptop's lid or a swapping host does: SIGSTOP. */
    public void freeze() {
        process.freeze();
    }

    /** It goes on where it was: SIGCONT. */
    public void thaw() {
        process.thaw();
    }

    @Override
    public void close() {
        process.kill();
    }

    private String address() {
        try {
            Matcher listening = LISTENING.matcher(Files.readString(log));
            if (!listening.find()) {
                throw new IllegalStateException("it does not listen yet");
            }
            return listening.group(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The password of a database user. */
    public interface PasswordOf {
        String of(String user);
    }
}
