package energy.sem.system.faults;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.awaitility.Awaitility;

import energy.sem.cli.keep.Keeper;
import energy.sem.cli.process.RunningService;
import energy.sem.cli.process.Service;
import energy.sem.local.kafka.BrokerPorts;
import energy.sem.local.kafka.LocalKafka;
import energy.sem.local.mariadb.DatabaseUser;
import energy.sem.local.mariadb.LocalMariaDb;
import energy.sem.local.process.KeptProcess;
import energy.sem.local.test.GaleraCluster;
import energy.sem.system.Http;

/**
 * SEM on three machines, as the overlay pi-cluster has it: a broker and a database node on each, gateway, ingest and history on two,
 * the display's pictures on the third. Each broker and database node is behind a wire, for its clients and for the other brokers.
 */
final class Cluster implements Topology {
    /** How many ports it takes from its first on. */
    static final int PORTS = 32;

    private static final int MACHINES = 3;
    private static final int TWO = 2;
    private static final int SERVICES = 3;

    private final Path data;
    private final int base;
    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private final Map<KeptProcess, Running> running = new LinkedHashMap<>();
    private final List<Machine> machines = new ArrayList<>();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private List<LocalMariaDb> databases;
    private String brokers;

    private Cluster(Path data, int base) {
        this.data = data;
        this.base = base;
    }

    /** Starts it and waits until all of it is ready. Where Galera is missing the test is skipped. */
    static Cluster start(Path data, int base, Map<String, String> sources) throws Exception {
        Cluster cluster = new Cluster(data, base);
        try {
            cluster.start(sources);
            return cluster;
        } catch (Exception | Error e) {
            cluster.close();
            throw e;
        }
    }

    private void start(Map<String, String> sources) throws Exception {
        List<List<Wire>> wires = new ArrayList<>();
        List<BrokerPorts> ports = new ArrayList<>();
        for (int machine = 0; machine < MACHINES; machine++) {
            int first = base + 8 + machine * 6;
            ports.add(new BrokerPorts(first, first + 1, first + 2, first + 3));
            wires.add(List.of(
                    add(Wire.between(first + 1, first)),
                    add(Wire.between(first + 3, first + 2)),
                    add(Wire.between(first + 5, first + 4))));
        }
        GaleraCluster galera = add(GaleraCluster.startOrSkip(
                data.resolve("mariadb"),
                ports.stream().map(each -> each.clients() + 4).toList()));
        databases = galera.nodes();
        List<LocalKafka> kafkas = LocalKafka.startCluster(data.resolve("kafka"), ports);
        kafkas.forEach(this::add);
        brokers = kafkas.stream().map(LocalKafka::bootstrapServers).collect(Collectors.joining(","));
        for (int machine = 0; machine < MACHINES; machine++) {
            LocalKafka kafka = kafkas.get(machine);
            LocalMariaDb database = databases.get(machine);
            running.put(kafka, new OneProcess("Kafka " + (machine + 1), kafka::pid, false));
            running.put(database, new OneProcess("MariaDB " + (machine + 1), database::pid, false));
            List<Running> parts = new ArrayList<>(List.of(running.get(kafka), running.get(database)));
            for (Part part : machine < TWO ? List.of(Part.GATEWAY, Part.INGEST, Part.HISTORY) : List.of(Part.DISPLAY)) {
                RunningService service = start(part, machine, sources);
                running.put(
                        service,
                        new OneProcess(part.title() + " " + (machine + 1), service::pid, part == Part.GATEWAY));
                parts.add(running.get(service));
            }
            machines.add(new Machine("Pi " + (machine + 1), parts, wires.get(machine), database));
        }
        awaitReady(Duration.ofMinutes(8));
        running.keySet().forEach(process -> add(Keeper.of(process, data, line -> System.out.println("  " + line))));
    }

    private RunningService start(Part part, int machine, Map<String, String> sources) throws IOException {
        Service service = part.service().orElseThrow();
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("QUARKUS_HTTP_PORT", Integer.toString(port(part, machine)));
        settings.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        settings.put("KAFKA_BOOTSTRAP_SERVERS", brokers);
        switch (part) {
            case GATEWAY -> {
                settings.put(
                        "SEM_BACKLOG_FOLDER", data.resolve("backlog" + machine).toString());
                Chain.meters(settings, sources);
            }
            case INGEST -> {
                database(settings, DatabaseUser.INGEST);
                settings.put("QUARKUS_FLYWAY_USERNAME", DatabaseUser.MIGRATE.userName());
                settings.put("QUARKUS_FLYWAY_PASSWORD", databases.get(0).password(DatabaseUser.MIGRATE));
                settings.put("SEM_INGEST_LINGER", "PT1S");
            }
            case HISTORY -> database(settings, DatabaseUser.HISTORY);
            default -> {
                settings.put("SEM_HISTORY_URL", "http://127.0.0.1:" + port(Part.HISTORY, 0));
                settings.put("SEM_DISPLAY_POLL_EVERY", "PT1S");
            }
        }
        Path logs = Files.createDirectories(data.resolve("logs").resolve(Integer.toString(machine)));
        Path checkout =
                Path.of(System.getProperty("sem.checkout")).toAbsolutePath().normalize();
        return add(RunningService.start(service, checkout, settings, logs, port(part, machine), http));
    }

    private void database(Map<String, String> settings, DatabaseUser user) {
        settings.put(
                "QUARKUS_DATASOURCE_JDBC_URL",
                GaleraCluster.jdbcUrl(IntStream.range(0, MACHINES)
                        .mapToObj(machine -> base + 8 + machine * 6 + 5)
                        .toList()));
        settings.put("QUARKUS_DATASOURCE_USERNAME", user.userName());
        settings.put("QUARKUS_DATASOURCE_PASSWORD", databases.get(0).password(user));
    }

    private int port(Part part, int machine) {
        return part == Part.DISPLAY
                ? base + SERVICES * TWO
                : base + machine * SERVICES + part.service().orElseThrow().aboveBase();
    }

    @Override
    public List<Faults.Kind> kinds() {
        List<Running> all = List.copyOf(running.values());
        List<Faults.Kind> kinds = new ArrayList<>();
        kinds.add(random -> Optional.of(killed(Faults.oneOf(all, random))));
        kinds.add(random -> Optional.of(killed(Faults.oneOf(all, random))));
        kinds.add(random -> Frozen.draw(all, random));
        kinds.add(random -> Optional.of(of(Faults.oneOf(machines, random), random)));
        kinds.add(random -> Optional.of(cutOffPart(Faults.oneOf(machines, random), random)));
        return kinds;
    }

    private static Fault killed(Running part) {
        return new Killed(part.title(), List.of(part));
    }

    private static Fault of(Machine machine, SplittableRandom random) {
        return switch (random.nextInt(3)) {
            case 0 -> new Killed(machine.title(), machine.parts());
            case 1 -> new Frozen(machine.title(), machine.parts());
            default -> new CutOff(machine.title(), machine.wires(), Optional.of(machine.database()));
        };
    }

    private static Fault cutOffPart(Machine machine, SplittableRandom random) {
        return random.nextBoolean()
                ? new CutOff("Kafka of " + machine.title(), machine.wires().subList(0, 2), Optional.empty())
                : new CutOff(
                        "MariaDB of " + machine.title(),
                        machine.wires().subList(2, 3),
                        Optional.of(machine.database()));
    }

    /** Of two gateways one must be there; and whoever is stopped cannot be told any more to hear nobody. */
    @Override
    public boolean bears(Fault one, Fault other) {
        return !one.name().equals(other.name())
                && !(one.silencesCables() && other.silencesCables())
                && !(one instanceof Frozen && other instanceof CutOff);
    }

    @Override
    public void awaitReady(Duration patience) {
        Awaitility.await("all parts are ready")
                .atMost(patience)
                .pollInterval(Duration.ofMillis(300))
                .until(() -> running.keySet().stream().allMatch(Cluster::isReady));
    }

    private static boolean isReady(KeptProcess process) {
        try {
            return process.isAlive() && process.isReady();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public String describe() {
        return running.entrySet().stream()
                .map(each -> each.getValue().title() + (isReady(each.getKey()) ? " is ready" : " is not ready"))
                .collect(Collectors.joining(", ", "", ", "));
    }

    @Override
    public List<URI> doors(String meter) {
        return IntStream.range(0, TWO)
                .mapToObj(machine -> URI.create(
                        "http://127.0.0.1:" + port(Part.GATEWAY, machine) + "/api/v1/meters/" + meter + "/telegrams"))
                .toList();
    }

    @Override
    public String bootstrapServers() {
        return brokers;
    }

    @Override
    public Connection database() throws SQLException {
        String url =
                GaleraCluster.jdbcUrl(databases.stream().map(LocalMariaDb::port).toList());
        return DriverManager.getConnection(
                url, DatabaseUser.HISTORY.userName(), databases.get(0).password(DatabaseUser.HISTORY));
    }

    @Override
    public byte[] ask(Part part, String path) throws IOException, InterruptedException {
        int machine = part == Part.DISPLAY ? TWO : 0;
        return Chain.body(part, path, Http.get(URI.create("http://127.0.0.1:" + port(part, machine) + path)));
    }

    private <T extends AutoCloseable> T add(T part) {
        started.push(part);
        return part;
    }

    @Override
    public void close() {
        Chain.closeAll(started);
    }

    /** One of its processes. */
    private record OneProcess(String title, java.util.function.LongSupplier pids, boolean isGateway)
            implements Running {
        @Override
        public long pid() {
            return pids.getAsLong();
        }
    }
}
