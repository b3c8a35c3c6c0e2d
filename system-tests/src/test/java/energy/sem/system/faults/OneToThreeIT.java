package energy.sem.system.faults;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PrimitiveIterator;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

import energy.sem.cli.process.RunningService;
import energy.sem.cli.process.Service;
import energy.sem.event.Topics;
import energy.sem.local.kafka.BrokerPorts;
import energy.sem.local.kafka.LocalKafka;
import energy.sem.local.mariadb.DatabaseUser;
import energy.sem.local.mariadb.LocalMariaDb;
import energy.sem.local.test.GaleraCluster;
import energy.sem.system.Http;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * "From one of each to three, without loss" of docs/cluster.md, step by step, with real processes in the place of pods and the
 * script that the pods run, while meters push all the time.
 */
@EnabledIfSystemProperty(
        named = "sem.test.long",
        matches = "true",
        disabledReason = "takes minutes: -Dsem.test.long=true")
class OneToThreeIT {
    private static final int METERS = 4;
    private static final int NODES = 3;
    private static final int PORTS = 40;
    private static final int EVERY_MILLIS = 100;
    private static final long SEED = 17;
    private static final String GROUP = "sem-ingest";
    private static final Pattern BACKLOG = Pattern.compile("(?m)^sem_backlog_telegrams(?:\\{[^}]*})? (\\S+)$");
    private static final Path CHECKOUT =
            Path.of(System.getProperty("sem.checkout", "..")).toAbsolutePath().normalize();

    @TempDir
    Path data;

    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private final List<PushSender> senders = new ArrayList<>();
    private final PrimitiveIterator.OfInt ports =
            IntStream.iterate(FaultRun.freeBase(PORTS), port -> port + 1).iterator();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private Function<DatabaseUser, String> passwords;

    @AfterEach
    void end() {
        senders.forEach(PushSender::close);
        Chain.closeAll(started);
    }

    @Test
    void nothing_is_lost_or_doubled_on_the_way_from_one_of_each_to_three() throws Exception {
        Path rows = data.resolve("n0");
        LocalMariaDb lone = add(startLone(rows));
        passwords = lone::password;
        LocalKafka broker = add(LocalKafka.start(data.resolve("kafka"), ports.next()));
        String oneBroker = broker.bootstrapServers();
        RunningService ingest = ingest("ingest", lone.jdbcUrl(), oneBroker);
        RunningService history = history(lone.jdbcUrl(), oneBroker);
        List<Integer> doors = List.of(ports.next(), ports.next(), ports.next());
        RunningService gateway = gateway("gateway", doors.get(0), oneBroker);
        awaitReady(ingest, history, gateway);
        push(doors);
        awaitStored(lone.jdbcUrl());

        // 1. The gateway is sent ahead to brokers that are not there yet, and takes pushes.
        List<BrokerPorts> brokerPorts = IntStream.range(0, NODES)
                .mapToObj(node -> {
                    int clients = ports.next();
                    int controller = ports.next();
                    return new BrokerPorts(clients, clients, controller, controller);
                })
                .toList();
        String threeBrokers =
                brokerPorts.stream().map(each -> "127.0.0.1:" + each.clients()).collect(Collectors.joining(","));
        gateway.close();
        gateway = gateway("gateway", doors.get(0), threeBrokers);
        awaitTaken();
        assertThat(backlog(gateway)).as("telegrams wait on its disk").isPositive();

        // 2. Ingest has all that the old broker has.
        FaultRun.await("no lag").until(() -> lag(oneBroker) == 0);

        // 4. The lone server's folder is where the cluster begins; it and the broker end.
        Files.createFile(rows.resolve("data/begin-here"));
        lone.close();
        broker.close();
        long away = System.nanoTime();

        // 5. The overlay: three database nodes, three brokers, all services anew, two of ingest and gateway.
        List<GaleraPod.Ports> nodePorts = IntStream.range(0, NODES)
                .mapToObj(node -> new GaleraPod.Ports(ports.next(), ports.next(), ports.next(), ports.next()))
                .toList();
        List<GaleraPod> nodes = new ArrayList<>();
        for (int node = 0; node < NODES; node++) {
            nodes.add(add(GaleraPod.start(
                    CHECKOUT, data.resolve("n" + node), nodePorts, node, passwords.apply(DatabaseUser.ROOT))));
        }
        LocalKafka.startCluster(data.resolve("brokers"), brokerPorts).forEach(this::add);
        ingest.close();
        history.close();
        String cluster = GaleraCluster.jdbcUrl(
                nodePorts.stream().map(GaleraPod.Ports::clients).toList());
        List<RunningService> after = List.of(
                ingest("ingest-0", cluster, threeBrokers),
                ingest("ingest-1", cluster, threeBrokers),
                history(cluster, threeBrokers),
                gateway("gateway-0", doors.get(1), threeBrokers),
                gateway("gateway-1", doors.get(2), threeBrokers));
        nodes.forEach(node -> node.awaitSynced(FaultRun.PATIENCE));
        awaitReady(after.toArray(RunningService[]::new));
        long awaySeconds = Duration.ofNanos(System.nanoTime() - away).toSeconds();

        // 6. The old gateway goes when nothing waits on its disk; who pushed to it goes to the others.
        RunningService old = gateway;
        FaultRun.await("its backlog is empty").until(() -> backlog(old) == 0);
        old.close();
        awaitTaken();

        senders.forEach(PushSender::close);
        for (GaleraPod.Ports node : nodePorts) {
            assertFlawless(GaleraCluster.jdbcUrl(List.of(node.clients())));
        }
        RunningService answering = after.get(2);
        assertThat(new String(
                        Http.get(answering.base().resolve("/api/v1/meters")).body(), StandardCharsets.UTF_8))
                .as(() -> "what history answers; its log: " + answering.lastWords())
                .contains("\"push1\"", "\"push" + METERS + "\"");
        assertCopies(threeBrokers);
        System.out.printf(
                "from one to three: without a database for %d s, a push was acknowledged after %.1f s at most%n",
                awaySeconds,
                senders.stream()
                                .map(PushSender::takeSlowest)
                                .max(Duration::compareTo)
                                .orElseThrow()
                                .toMillis()
                        / 1000.0);
    }

    /** The server that the packages bring, whose folder a node of theirs can go on with. */
    private static LocalMariaDb startLone(Path folder) {
        System.setProperty("sem.local.mariadbd", GaleraPod.serverOrSkip().toString());
        try {
            return LocalMariaDb.start(folder, 0);
        } finally {
            System.clearProperty("sem.local.mariadbd");
        }
    }

    private RunningService gateway(String name, int port, String brokers) throws IOException {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("SEM_BACKLOG_FOLDER", data.resolve("backlog-" + name).toString());
        Chain.meters(
                settings,
                IntStream.rangeClosed(1, METERS).boxed().collect(Collectors.toMap(i -> "push" + i, i -> "push")));
        return start(Service.GATEWAY, name, port, brokers, settings);
    }

    private RunningService ingest(String name, String jdbcUrl, String brokers) throws IOException {
        Map<String, String> settings = database(jdbcUrl, DatabaseUser.INGEST);
        settings.put("QUARKUS_FLYWAY_USERNAME", DatabaseUser.MIGRATE.userName());
        settings.put("QUARKUS_FLYWAY_PASSWORD", passwords.apply(DatabaseUser.MIGRATE));
        settings.put("SEM_INGEST_LINGER", "PT1S");
        return start(Service.INGEST, name, ports.next(), brokers, settings);
    }

    private RunningService history(String jdbcUrl, String brokers) throws IOException {
        return start(Service.HISTORY, "history", ports.next(), brokers, database(jdbcUrl, DatabaseUser.HISTORY));
    }

    private Map<String, String> database(String jdbcUrl, DatabaseUser user) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("QUARKUS_DATASOURCE_JDBC_URL", jdbcUrl);
        settings.put("QUARKUS_DATASOURCE_USERNAME", user.userName());
        settings.put("QUARKUS_DATASOURCE_PASSWORD", passwords.apply(user));
        return settings;
    }

    private RunningService start(Service service, String name, int port, String brokers, Map<String, String> settings)
            throws IOException {
        settings.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        settings.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        settings.put("KAFKA_BOOTSTRAP_SERVERS", brokers);
        Path logs = Files.createDirectories(data.resolve("logs").resolve(name));
        return add(RunningService.start(service, CHECKOUT, settings, logs, port, http));
    }

    private void push(List<Integer> gateways) {
        Instant first = Instant.now().minus(Duration.ofDays(12));
        for (int i = 1; i <= METERS; i++) {
            String meter = "push" + i;
            List<URI> doors = gateways.stream()
                    .map(port -> URI.create("http://127.0.0.1:" + port + "/api/v1/meters/" + meter + "/telegrams"))
                    .toList();
            senders.add(PushSender.begin(
                    meter, new Household(i, SEED, first), doors, EVERY_MILLIS, (long) i * doors.size()));
        }
    }

    private static void awaitReady(RunningService... services) {
        for (RunningService each : services) {
            FaultRun.await(each.log() + " is ready").until(() -> {
                assertThat(each.isAlive()).as(each.lastWords()).isTrue();
                return each.isReady();
            });
        }
    }

    /** Waits until of each meter something is acknowledged that was not before. */
    private void awaitTaken() {
        Map<PushSender, Instant> before = new LinkedHashMap<>();
        senders.forEach(each -> before.put(each, each.ledger().last()));
        FaultRun.await("every meter's pushes are acknowledged").until(() -> before.entrySet().stream()
                .allMatch(each -> each.getKey().ledger().last().isAfter(each.getValue())));
    }

    private void awaitStored(String jdbcUrl) {
        FaultRun.await("what every meter says is stored").until(() -> {
            try (Connection connection = connect(jdbcUrl)) {
                for (PushSender each : senders) {
                    if (each.ledger().last() == null
                            || !StoredRows.hasAfter(connection, each.meter(), each.serial(), null)) {
                        return false;
                    }
                }
                return true;
            }
        });
    }

    /** Every telegram that was acknowledged is one row, and figures are those that follow from the rows. */
    private void assertFlawless(String jdbcUrl) throws SQLException {
        FaultRun.await("all is stored").until(() -> {
            try (Connection connection = connect(jdbcUrl)) {
                for (PushSender each : senders) {
                    Verdict verdict = Verdict.of(connection, each);
                    if (!verdict.lost().isEmpty() || !verdict.differences().isEmpty()) {
                        return false;
                    }
                }
                return true;
            }
        });
        try (Connection connection = connect(jdbcUrl)) {
            for (PushSender each : senders) {
                Verdict verdict = Verdict.of(connection, each);
                assertThat(verdict.lost()).as(each.meter()).isEmpty();
                assertThat(verdict.doubled()).as(each.meter()).isZero();
                assertThat(verdict.differences()).as(each.meter()).isEmpty();
                assertThat(verdict.owed()).as(each.meter()).isGreaterThan(EVERY_MILLIS);
                assertThat(each.wrong()).isEmpty();
            }
        }
    }

    private Connection connect(String jdbcUrl) throws SQLException {
        return DriverManager.getConnection(
                jdbcUrl, DatabaseUser.HISTORY.userName(), passwords.apply(DatabaseUser.HISTORY));
    }

    private static double backlog(RunningService gateway) throws IOException, InterruptedException {
        String metrics =
                new String(Http.get(gateway.base().resolve("/q/metrics")).body(), StandardCharsets.UTF_8);
        assertThat(metrics).containsPattern(BACKLOG);
        return BACKLOG.matcher(metrics)
                .results()
                .mapToDouble(found -> Double.parseDouble(found.group(1)))
                .sum();
    }

    private static long lag(String brokers) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", brokers))) {
            Map<TopicPartition, OffsetAndMetadata> done = admin.listConsumerGroupOffsets(GROUP)
                    .partitionsToOffsetAndMetadata()
                    .get();
            Map<TopicPartition, OffsetSpec> ends = new LinkedHashMap<>();
            describe(admin, Topics.TELEGRAMS)
                    .partitions()
                    .forEach(each ->
                            ends.put(new TopicPartition(Topics.TELEGRAMS, each.partition()), OffsetSpec.latest()));
            return admin.listOffsets(ends).all().get().entrySet().stream()
                    .mapToLong(end -> end.getValue().offset()
                            - (done.get(end.getKey()) == null
                                    ? 0
                                    : done.get(end.getKey()).offset()))
                    .sum();
        }
    }

    private static void assertCopies(String brokers) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", brokers))) {
            assertThat(describe(admin, Topics.TELEGRAMS).partitions())
                    .allSatisfy(each -> assertThat(each.replicas()).hasSize(NODES));
        }
    }

    private static TopicDescription describe(Admin admin, String topic) throws Exception {
        return admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic);
    }

    private <T extends AutoCloseable> T add(T part) {
        started.push(part);
        return part;
    }
}
