package energy.sem.system.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.awaitility.Awaitility;

import energy.sem.cli.folder.DataFolder;
import energy.sem.cli.folder.PortsFile;
import energy.sem.cli.keep.Keeper;
import energy.sem.cli.process.Ports;
import energy.sem.cli.process.RunningService;
import energy.sem.cli.process.Service;
import energy.sem.local.kafka.LocalKafka;
import energy.sem.local.mariadb.DatabaseUser;
import energy.sem.local.mariadb.LocalMariaDb;
import energy.sem.local.process.KeptProcess;
import energy.sem.local.test.SmallDisk;
import energy.sem.system.Http;
import energy.sem.system.SerialLine;
import energy.sem.system.SetClock;

/**
 * The whole of SEM as {@code ./sem up} runs it, by the launcher's own classes: each part a process that is kept running. Beside
 * that, what a test needs to disturb it: a wire between any two parts, a clock for each service, a small disk for each store.
 */
final class Chain implements Topology {
    static final String KEY = "hush";

    private static final int DISK_MEGABYTES = 400;
    private static final int KAFKA_PORT = 4;
    private static final int MARIADB_PORT = 5;
    private static final int FIRST_LINK_PORT = 6;

    private final Path data;
    private final int base;
    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private final Map<Link, Wire> wires = new EnumMap<>(Link.class);
    private final Map<Part, KeptProcess> parts = new EnumMap<>(Part.class);
    private final Map<Part, SetClock> clocks = new EnumMap<>(Part.class);
    private final Map<Part, SmallDisk> disks = new EnumMap<>(Part.class);
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private LocalKafka kafka;
    private LocalMariaDb mariaDb;
    private SerialLine cable;

    private Chain(Path data, int base) {
        this.data = data;
        this.base = base;
    }

    /**
     * Starts it and waits until all of it is ready.
     *
     * @param data an empty folder
     * @param base the first of some twenty free ports
     * @param sources by meter, as the gateway's setting says
     * @param disturbed whether it is to have clocks and disks of its own, where they can be had
     */
    static Chain start(Path data, int base, Map<String, String> sources, boolean disturbed) throws Exception {
        Chain chain = new Chain(data, base);
        try {
            chain.start(sources, disturbed);
            return chain;
        } catch (Exception | Error e) {
            chain.close();
            throw e;
        }
    }

    private void start(Map<String, String> sources, boolean disturbed) throws Exception {
        add(DataFolder.take(data, DataFolder.Kind.REAL));
        Files.createDirectories(data.resolve("logs"));
        PortsFile.write(data, new Ports(base, base + KAFKA_PORT, base + MARIADB_PORT));
        if (disturbed) {
            mountDisks();
            makeClocks();
        }
        Map<Integer, Integer> doors = new LinkedHashMap<>();
        for (Link link : Link.values()) {
            int port = port(link);
            int target = link.isToKafka() ? port + Link.values().length : target(link);
            if (link.isToKafka()) {
                doors.put(target, port);
            }
            wires.put(link, add(Wire.between(port, target)));
        }
        kafka = add(LocalKafka.start(store(Part.KAFKA), base + KAFKA_PORT, doors));
        mariaDb = add(LocalMariaDb.start(store(Part.MARIADB), base + MARIADB_PORT));
        parts.put(Part.KAFKA, kafka);
        parts.put(Part.MARIADB, mariaDb);
        for (Part part : List.of(Part.HISTORY, Part.DISPLAY, Part.INGEST, Part.GATEWAY)) {
            Service service = part.service().orElseThrow();
            parts.put(
                    part,
                    add(RunningService.start(
                            service,
                            Path.of(System.getProperty("sem.checkout"))
                                    .toAbsolutePath()
                                    .normalize(),
                            environment(part, sources),
                            data.resolve("logs"),
                            base + service.aboveBase(),
                            http)));
        }
        awaitReady(FaultRun.PATIENCE);
        parts.forEach((part, process) -> add(Keeper.of(process, store(part), this::said)));
    }

    /** The settings of a service: as the launcher's, but each neighbour is behind a wire. */
    private Map<String, String> environment(Part part, Map<String, String> sources) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put(
                "QUARKUS_HTTP_PORT",
                Integer.toString(base + part.service().orElseThrow().aboveBase()));
        settings.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        Optional.ofNullable(clocks.get(part)).ifPresent(clock -> settings.putAll(clock.variables()));
        switch (part) {
            case GATEWAY -> {
                settings.put("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + port(Link.GATEWAY_KAFKA));
                settings.put("SEM_BACKLOG_FOLDER", store(part).toString());
                meters(settings, sources);
            }
            case INGEST -> {
                settings.put("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + port(Link.INGEST_KAFKA));
                database(settings, Link.INGEST_MARIADB, DatabaseUser.INGEST);
                settings.put("QUARKUS_FLYWAY_USERNAME", DatabaseUser.MIGRATE.userName());
                settings.put("QUARKUS_FLYWAY_PASSWORD", mariaDb.password(DatabaseUser.MIGRATE));
                settings.put("SEM_INGEST_LINGER", "PT1S");
            }
            case HISTORY -> {
                settings.put("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + port(Link.HISTORY_KAFKA));
                database(settings, Link.HISTORY_MARIADB, DatabaseUser.HISTORY);
            }
            default -> {
                settings.put("SEM_HISTORY_URL", "http://127.0.0.1:" + port(Link.DISPLAY_HISTORY));
                settings.put("SEM_DISPLAY_POLL_EVERY", "PT1S");
            }
        }
        return settings;
    }

    /** What a gateway is told of meters. */
    static void meters(Map<String, String> settings, Map<String, String> sources) {
        sources.forEach((meter, source) -> {
            String name = "SEM_METERS_" + meter.toUpperCase(Locale.ROOT) + "_";
            settings.put(name + "SOURCE", source);
            // Days pass in minutes here: the meter's clock is the one that counts.
            settings.put(name + "TIME", "meter");
            settings.put(name + "API_KEY", KEY + meter);
        });
    }

    private void database(Map<String, String> settings, Link link, DatabaseUser user) {
        settings.put("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:mariadb://127.0.0.1:" + port(link) + "/sem");
        settings.put("QUARKUS_DATASOURCE_USERNAME", user.userName());
        settings.put("QUARKUS_DATASOURCE_PASSWORD", mariaDb.password(user));
    }

    private void mountDisks() throws IOException {
        for (Part part : List.of(Part.KAFKA, Part.MARIADB, Part.GATEWAY)) {
            Optional<SmallDisk> disk = SmallDisk.mount(Files.createDirectories(store(part)), DISK_MEGABYTES);
            disk.ifPresent(each -> disks.put(part, add(each)));
        }
        if (disks.isEmpty()) {
            String reason = "a small disk can be mounted by root, or by sudo without a password, only";
            if ("true".equals(System.getenv("CI"))) {
                throw new AssertionError(reason);
            }
            System.out.println("full disks are left out: " + reason);
        }
    }

    private void makeClocks() throws Exception {
        if (!SetClock.isPossible()) {
            System.out.println(
                    "jumping clocks are left out: they need a C compiler (Debian: apt-get install gcc libc6-dev)");
            return;
        }
        for (Part part : Part.values()) {
            if (part.service().isPresent()) {
                clocks.put(part, SetClock.orSkip(Files.createDirectories(data.resolve("clocks/" + part))));
            }
        }
    }

    /** Another kind is a class of its own and a line here. */
    @Override
    public List<Faults.Kind> kinds() {
        List<Running> all = Stream.of(Part.values()).map(this::running).toList();
        return List.of(
                random -> Killed.draw(all, random),
                random -> Killed.draw(all, random),
                random -> Frozen.drawOneOrAll(all, random),
                random -> Frozen.drawOneOrAll(all, random),
                random -> CutWire.draw(this, random),
                random -> CutWire.draw(this, random),
                random -> FullDisk.draw(this, random),
                random -> JumpedClock.draw(this, random),
                random -> RollingRestart.draw(this, random),
                random -> PoisonedRecords.draw(this, random));
    }

    @Override
    public boolean bears(Fault one, Fault other) {
        return !one.name().equals(other.name());
    }

    /** A part as what can be killed. */
    Running running(Part part) {
        return new PartOf(this, part);
    }

    private record PartOf(Chain chain, Part part) implements Running {
        @Override
        public String title() {
            return part.title();
        }

        @Override
        public long pid() {
            return chain.pid(part);
        }

        @Override
        public boolean isGateway() {
            return part == Part.GATEWAY;
        }

        @Override
        public Optional<String> whenFrozen() {
            return Optional.of((part.service().isPresent() ? "services" : part.title()) + ": " + part.title()
                    + " does not answer at .*");
        }
    }

    @Override
    public String describe() {
        StringBuilder words = new StringBuilder();
        for (Part part : Part.values()) {
            words.append(part.title()).append(isReady(part) ? " is ready, " : " is not ready, ");
        }
        return words.toString();
    }

    @Override
    public void awaitReady(Duration patience) {
        Awaitility.await("all parts are ready")
                .atMost(patience)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> Stream.of(Part.values()).allMatch(this::isReady));
    }

    boolean isReady(Part part) {
        try {
            KeptProcess process = parts.get(part);
            return process.isAlive() && process.isReady();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    long pid(Part part) {
        return switch (part) {
            case KAFKA -> kafka.pid();
            case MARIADB -> mariaDb.pid();
            default -> ((RunningService) parts.get(part)).pid();
        };
    }

    /** Sends a signal, such as {@code KILL}, to a process; one that is gone does not mind. */
    static void signal(long pid, String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(pid))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    /** A meter is read by this cable, which can be pulled. */
    void readsBy(SerialLine line) {
        cable = line;
    }

    Optional<SerialLine> cable() {
        return Optional.ofNullable(cable);
    }

    Wire wire(Link link) {
        return wires.get(link);
    }

    Map<Part, SetClock> clocks() {
        return Map.copyOf(clocks);
    }

    Map<Part, SmallDisk> disks() {
        return Map.copyOf(disks);
    }

    Path data() {
        return data;
    }

    /** Where a part keeps what it must not lose. */
    Path store(Part part) {
        return switch (part) {
            case KAFKA -> data.resolve("kafka");
            case MARIADB -> data.resolve("mariadb");
            case GATEWAY -> data.resolve("backlog");
            default -> data;
        };
    }

    @Override
    public List<URI> doors(String meter) {
        return List.of(
                URI.create("http://127.0.0.1:" + port(Link.METERS_GATEWAY) + "/api/v1/meters/" + meter + "/telegrams"));
    }

    @Override
    public String bootstrapServers() {
        return kafka.bootstrapServers();
    }

    @Override
    public Connection database() throws SQLException {
        return mariaDb.connect(DatabaseUser.HISTORY);
    }

    @Override
    public byte[] ask(Part part, String path) throws IOException, InterruptedException {
        int port = base + part.service().orElseThrow().aboveBase();
        return body(part, path, Http.get(URI.create("http://127.0.0.1:" + port + path)));
    }

    /** Of an answer, which must be of status 200. */
    static byte[] body(Part part, String path, HttpResponse<byte[]> answer) throws IOException {
        if (answer.statusCode() != 200) {
            throw new IOException(part.title() + " answers " + path + " with status " + answer.statusCode());
        }
        return answer.body();
    }

    private int port(Link link) {
        return base + FIRST_LINK_PORT + List.of(Link.values()).indexOf(link);
    }

    private int target(Link link) {
        return switch (link) {
            case METERS_GATEWAY -> base;
            case DISPLAY_HISTORY -> base + Service.HISTORY.aboveBase();
            default -> base + MARIADB_PORT;
        };
    }

    private void said(String line) {
        try {
            Files.writeString(
                    data.resolve("logs/screen.log"),
                    Instant.now() + " " + line + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T extends AutoCloseable> T add(T part) {
        started.push(part);
        return part;
    }

    @Override
    public void close() {
        closeAll(started);
    }

    /** The last one first. */
    static void closeAll(Deque<AutoCloseable> started) {
        while (!started.isEmpty()) {
            AutoCloseable part = started.pop();
            try {
                part.close();
            } catch (Exception e) {
                System.err.println("while stopping: " + e);
            }
        }
    }
}
