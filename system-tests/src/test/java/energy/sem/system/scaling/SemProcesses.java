package energy.sem.system.scaling;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import org.awaitility.Awaitility;

import energy.sem.cli.process.Service;
import energy.sem.local.kafka.LocalKafka;
import energy.sem.local.mariadb.DatabaseUser;
import energy.sem.local.mariadb.LocalMariaDb;
import energy.sem.local.process.ChildProcess;
import energy.sem.local.process.FreePort;
import energy.sem.system.Http;

/**
 * A SEM that stores and answers: Kafka, MariaDB, and gateway, ingest and history with the JVM's flags of the package and the pod.
 * All on loopback, in an empty folder; all end with {@link #close()}.
 */
final class SemProcesses implements AutoCloseable {
    /** The part that answers, as it is called in the results. */
    static final String HISTORY = "history";

    private static final String ADMIN_KEY = "scaling-admin-key";

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration CLI_PATIENCE = Duration.ofMinutes(10);
    private static final Path CHECKOUT =
            Path.of(System.getProperty("sem.checkout", "..")).toAbsolutePath().normalize();

    private final Path data;
    private final int heapMegabytes;
    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private final Map<Service, ChildProcess> services = new LinkedHashMap<>();
    private final Map<Service, URI> addresses = new LinkedHashMap<>();
    private final LocalKafka kafka;
    private final LocalMariaDb mariaDb;

    /**
     * Starts it and waits until it is ready.
     *
     * @param data an empty folder
     * @param heapMegabytes of each service; 0 for that of the shipped flags
     */
    SemProcesses(Path data, int heapMegabytes) throws IOException {
        this.data = data;
        this.heapMegabytes = heapMegabytes;
        kafka = add(LocalKafka.start(data.resolve("kafka"), 0));
        try {
            mariaDb = add(LocalMariaDb.start(data.resolve("mariadb"), 0));
            start(Service.INGEST, ofIngest());
            start(Service.HISTORY, database(DatabaseUser.HISTORY));
            start(
                    Service.GATEWAY,
                    Map.of(
                            "SEM_ADMIN_KEY",
                            ADMIN_KEY,
                            "SEM_BACKLOG_FOLDER",
                            data.resolve("backlog").toString()));
            Awaitility.await("all is ready")
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> services.keySet().stream().allMatch(this::isReady));
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    private Map<String, String> ofIngest() {
        Map<String, String> settings = database(DatabaseUser.INGEST);
        settings.put("QUARKUS_FLYWAY_USERNAME", DatabaseUser.MIGRATE.userName());
        settings.put("QUARKUS_FLYWAY_PASSWORD", mariaDb.password(DatabaseUser.MIGRATE));
        return settings;
    }

    private Map<String, String> database(DatabaseUser user) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("QUARKUS_DATASOURCE_JDBC_URL", mariaDb.jdbcUrl());
        settings.put("QUARKUS_DATASOURCE_USERNAME", user.userName());
        settings.put("QUARKUS_DATASOURCE_PASSWORD", mariaDb.password(user));
        return settings;
    }

    private void start(Service service, Map<String, String> more) throws IOException {
        int port = FreePort.find();
        Map<String, String> settings = new LinkedHashMap<>(more);
        settings.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        settings.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        settings.put("KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers());
        List<String> command = new ArrayList<>(List.of(java()));
        command.addAll(shippedFlags());
        if (heapMegabytes > 0) {
            command.add("-Xmx" + heapMegabytes + "m");
        }
        command.addAll(List.of(
                "-jar", service.application(CHECKOUT).resolve("quarkus-run.jar").toString()));
        addresses.put(service, URI.create("http://127.0.0.1:" + port));
        services.put(service, add(ChildProcess.start(service.title(), command, settings, log(service))));
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static List<String> shippedFlags() throws IOException {
        return Files.readAllLines(CHECKOUT.resolve("infra/podman/java.flags")).stream()
                .filter(line -> !line.startsWith("#"))
                .toList();
    }

    private Path log(Service service) {
        return data.resolve(service.title() + ".log");
    }

    private boolean isReady(Service service) {
        requireAlive();
        try {
            return Http.get(address(service).resolve("/q/health/ready")).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Throws, with its last words, when a service has ended. */
    void requireAlive() {
        services.forEach((service, process) -> {
            if (!process.isAlive()) {
                throw new IllegalStateException(process.endInWords());
            }
        });
    }

    URI address(Service service) {
        return addresses.get(service);
    }

    String bootstrapServers() {
        return kafka.bootstrapServers();
    }

    /** The parts, each with its process. */
    Map<String, Long> pids() {
        Map<String, Long> pids = new LinkedHashMap<>();
        pids.put("gateway", services.get(Service.GATEWAY).pid());
        pids.put("Kafka", kafka.pid());
        pids.put("ingest", services.get(Service.INGEST).pid());
        pids.put("MariaDB", mariaDb.pid());
        pids.put(HISTORY, services.get(Service.HISTORY).pid());
        return pids;
    }

    /** Adds meters by the command line, as a file; all or none. Returns their keys, by their names. */
    Map<String, String> addMeters(Collection<String> names) throws IOException, InterruptedException {
        Path file = Files.createTempFile(data, "meters", ".csv");
        Path keys = file.resolveSibling(file.getFileName() + ".keys");
        Path key = data.resolve("admin-key");
        Files.writeString(key, ADMIN_KEY);
        // The meters' clocks are moved here, and they are believed.
        Files.writeString(
                file,
                names.stream().map(name -> name + ",meter\n").collect(Collectors.joining("", "meter,time\n", "")));
        Path said = data.resolve("cli.log");
        Process cli = new ProcessBuilder(
                        java(),
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        CHECKOUT.resolve("cli/target/sem-cli.jar").toString(),
                        "meter",
                        "add",
                        "--file",
                        file.toString(),
                        "--out",
                        keys.toString(),
                        "--url",
                        address(Service.GATEWAY).toString(),
                        "--key-file",
                        key.toString())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        if (!cli.waitFor(CLI_PATIENCE.toSeconds(), TimeUnit.SECONDS) || cli.exitValue() != 0) {
            cli.destroyForcibly();
            requireAlive();
            throw new IOException("the meters were not added: " + Files.readString(said));
        }
        return Files.readAllLines(keys).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .collect(Collectors.toMap(line -> line[1], line -> line[2]));
    }

    /** What the address of a service answers, which must be of status 200. */
    byte[] ask(Service service, String path) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = Http.get(address(service).resolve(path));
        if (answer.statusCode() != 200) {
            throw new IOException(path + " was answered " + answer.statusCode() + ": "
                    + new String(answer.body(), StandardCharsets.UTF_8));
        }
        return answer.body();
    }

    /** Stored readings of electricity meters. */
    long storedReadings() throws SQLException {
        try (Connection connection = mariaDb.connect(DatabaseUser.HISTORY);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM reading")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** Bytes on the disk: what Kafka has of telegrams. */
    long kafkaBytes() throws IOException, InterruptedException {
        return onDisk("find '" + data.resolve("kafka") + "' -path '*sem.telegrams-*' -type f -printf '%b\\n'");
    }

    /** Bytes on the disk: MariaDB's tables of SEM, with all that they hold written. */
    long tableBytes() throws IOException, InterruptedException, SQLException {
        try (Connection connection = mariaDb.connect(DatabaseUser.ROOT);
                Statement statement = connection.createStatement()) {
            // That ends with the connection.
            statement.execute(
                    "FLUSH TABLES sem.reading, sem.mbus_reading, sem.quarter_hour, sem.electricity_day FOR EXPORT");
        }
        return onDisk("find '" + data.resolve("mariadb") + "' -path '*/sem/*' -type f -printf '%b\\n'");
    }

    // In blocks of 512 bytes: files have holes.
    private static long onDisk(String command) throws IOException, InterruptedException {
        Process find = new ProcessBuilder("sh", "-c", command)
                .redirectErrorStream(false)
                .start();
        String said = new String(find.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        find.waitFor();
        return said.lines().mapToLong(Long::parseLong).sum() * 512;
    }

    private <T extends AutoCloseable> T add(T part) {
        started.push(part);
        return part;
    }

    @Override
    public void close() {
        while (!started.isEmpty()) {
            try {
                started.pop().close();
            } catch (Exception e) {
                System.err.println("while stopping: " + e);
            }
        }
    }
}
